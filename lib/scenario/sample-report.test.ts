import { expect, it } from 'vitest';

import { drained } from '@/lib/explorer/steps';
import { initialSettings } from '@/lib/scenario/knobs';
import { STORY } from '@/lib/scenario/retell';
import { samplingOf } from '@/lib/scenario/sample-report';
import { choiceOf, toyScenario } from '@/lib/scenario/toy-scenario';

const scenario = { ...toyScenario, knobs: { ...toyScenario.knobs, [STORY]: choiceOf(2) } };
const initial = initialSettings(scenario.knobs);
const days = { weather: 'stormy', firstSeed: 1, days: 20 } as const;

it('other settings are compared with those at which a scenario opens; another story is no other setting', () => {
  const undefended = (turned: object) =>
    drained(samplingOf(scenario, { ...days, settings: { ...initial, ...turned } })).undefended;
  expect(undefended({ scoops: 0 })).not.toBeNull();
  expect(undefended({})).toBeNull();
  expect(undefended({ [STORY]: '1' })).toBeNull();
});
