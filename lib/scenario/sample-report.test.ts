import { expect, it } from 'vitest';

import { drained } from '@/lib/explorer/steps';
import { initialSettings, type Settings } from '@/lib/scenario/knobs';
import { STORY } from '@/lib/scenario/retell';
import { samplingOf } from '@/lib/scenario/sample-report';
import type { Scenario } from '@/lib/scenario/scenario';
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

it('days that can bring nothing are said to be such', () => {
  const reliable = {
    ...scenario,
    cast: (settings: Settings) => {
      const cast = scenario.cast(settings);
      return {
        ...cast,
        links: cast.links.map((link) => ({
          ...{ ...link, lossy: false, latestTicks: link.usualTicks },
        })),
        processes: cast.processes.map((process) => ({ ...process, crashes: false })),
      };
    },
  };
  const isUntouched = (of: Scenario) =>
    drained(samplingOf(of, { ...days, settings: initial })).isUntouched;
  expect(isUntouched(scenario)).toBe(false);
  expect(isUntouched(reliable)).toBe(true);
});
