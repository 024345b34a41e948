import { describe, expect, it } from 'vitest';

import { explore } from '@/lib/explorer/explore';
import { isWhole } from '@/lib/explorer/whole';
import { initialSettings, triedPositionsOf } from '@/lib/scenario/knobs';
import { questionOf } from '@/lib/scenario/question';
import { presentIn } from '@/lib/outcomes/outcome';
import { playScenario, readScript } from '@/lib/scenario/play';
import { catalogue, scenarioBySlug } from '@/simulations/catalogue';

/** Every position of every count, the other knobs where they stand at first. */
const cases = catalogue.flatMap((scenario) =>
  Object.entries(scenario.knobs).flatMap(([name, knob]) =>
    knob.kind === 'choice'
      ? []
      : triedPositionsOf(knob, knob.initial).map((position) => ({
          scenario,
          settings: { ...initialSettings(scenario.knobs), [name]: position },
          name: `${scenario.slug} ${name}=${position}`,
        })),
  ),
);

describe('where a knob says how often somebody tries again', () => {
  it('a search goes as far, or says that it does not', { timeout: 120_000 }, () => {
    const left = cases.filter(
      ({ scenario, settings }) => !isWhole(explore(questionOf(scenario, settings))),
    );
    expect(left.map(({ name }) => name)).toEqual(['methods times=100']);
  });

  it('what it then did not find may be there', () => {
    const methods = scenarioBySlug('methods');
    if (!methods) throw new Error('there is no such scenario');
    const settings = { method: 'PUT', times: 5, ifMatch: 'off' };
    const { script } = readScript(methods, settings, 'delay.client-api.1');
    const { outcomes } = playScenario(methods, settings, script).judgement;
    expect(presentIn(outcomes)).toEqual(['lost']);
    expect(explore(questionOf(methods, settings))).toMatchObject({
      ...{ beyond: true, outcomes: { lost: { reachable: false } } },
    });
  });
});
