import { expect, it } from 'vitest';

import { initialSettings } from '@/lib/scenario/knobs';
import { ownScript, playScenario } from '@/lib/scenario/play';
import { whoMakesTheKey } from '@/simulations/scenarios/who-makes-the-key/scenario';

it('the clock that keys are made from says the seconds of the run', () => {
  const settings = { ...initialSettings(whoMakesTheKey.knobs), key: 'timestamp' };
  const { run, cast } = playScenario(whoMakesTheKey, settings, ownScript(whoMakesTheKey, settings));
  const sent = run.trace
    .flatMap((entry) => entry.sent)
    .filter(({ message }) => message.type === 'request.sent');
  expect(sent.map(({ message }) => message['key'])).toEqual(
    sent.map(({ sentAtTicks }) => `12:00:0${Math.floor((sentAtTicks * cast.tickMs) / 1000)}`),
  );
  expect(sent).toHaveLength(3);
});
