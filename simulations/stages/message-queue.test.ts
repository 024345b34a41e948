import { expect, it } from 'vitest';

import { initialSettings } from '@/lib/scenario/knobs';
import { playScenario, readScript } from '@/lib/scenario/play';
import { scenariosOn } from '@/simulations/catalogue';

/** Those in which a delivery can be late, and a consumer die. */
const scenarios = scenariosOn('message-queue').filter(({ cast, knobs }) => {
  const { processes, links } = cast(initialSettings(knobs));
  return (
    processes.some(({ id, crashes }) => id === 'consumer-1' && crashes) &&
    links.some(
      ({ between: [a, b], usualTicks, latestTicks }) =>
        a === 'queue' && b === 'consumer-1' && latestTicks > usualTicks,
    )
  );
});

it('there are some', () => {
  expect(scenarios.length).toBeGreaterThan(5);
});

it.each(scenarios)('a delivery on its way dies with its consumer: $slug', (scenario) => {
  const settings = initialSettings(scenario.knobs);
  const calm = playScenario(scenario, settings, []).run.trace;
  const delivered = calm.find(({ envelope }) => envelope?.to === 'consumer-1');
  const { nth = 0, from = '' } = delivered?.envelope ?? {};
  const text = `delay.${from}-consumer.${nth}~crash.consumer.0`;
  const { script } = readScript(scenario, settings, text);
  const { trace } = playScenario(scenario, settings, script).run;
  const crash = trace.find(({ kind }) => kind === 'crashed');
  expect(crash?.cut.map(({ to }) => to)).toEqual(['consumer-1']);
  // Whoever holds it delivers it again.
  const again = trace.slice(crash?.index).filter(({ envelope }) => envelope?.to === 'consumer-1');
  expect(again.length).toBeGreaterThan(0);
});
