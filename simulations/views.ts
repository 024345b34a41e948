/** For tests of links: anything that a person could have set on a scenario's page. */
import fc from 'fast-check';

import { type Directive, formatScript, isFault, type Script } from '@/lib/engine/directive';
import { LIMITS } from '@/lib/engine/limits';
import type { Cast } from '@/lib/engine/model';
import { scriptOf } from '@/lib/engine/run';
import { walk } from '@/lib/engine/walk';
import { createWorld } from '@/lib/engine/world';
import { SAMPLER_LIMITS } from '@/lib/explorer/sampler/limits';
import { WEATHERS } from '@/lib/explorer/sampler/weather';
import { PANELS, SPEEDS, type View } from '@/lib/permalink/view';
import { allSettings } from '@/lib/scenario/knobs';
import { ownScriptText } from '@/lib/scenario/play';
import type { Scenario } from '@/lib/scenario/scenario';

export function viewsOf(scenario: Scenario): fc.Arbitrary<View> {
  const settings = fc.constantFrom(...allSettings(scenario.knobs));
  return settings.chain((chosen) => {
    const cast = scenario.cast(chosen);
    const { processes } = cast;
    const actors = processes.flatMap((process) => process.actors.map(({ id }) => id));
    const names = [...new Set(processes.flatMap(({ id, group }) => [id, group]))];
    return fc.record({
      ...{ settings: fc.constant(chosen), twin: fc.option(settings) },
      script: fc.option(
        fc
          .oneof(fc.array(directives(names, actors), { maxLength: 12 }), faultsIn(cast))
          .map(formatScript)
          .filter((text) => text !== ownScriptText(scenario, chosen)),
      ),
      step: fc.option(fc.nat({ max: LIMITS.stepsMax })),
      why: fc.option(fc.integer({ min: 1, max: LIMITS.stepsMax })),
      panel: fc.constantFrom(...PANELS),
      machine: fc.option(fc.constantFrom(...actors)),
      language: fc.constantFrom('TypeScript', 'SQL'),
      speed: fc.constantFrom(...SPEEDS),
      weather: fc.constantFrom(...WEATHERS),
      seed: fc.nat({ max: SAMPLER_LIMITS.seedMax }),
      present: fc.boolean(),
    });
  });
}

/** The faults of what happens if any choices are made: most of them apply again. */
const faultsIn = (cast: Cast): fc.Arbitrary<Script> =>
  fc
    .array(fc.nat({ max: 99 }), { maxLength: 12 })
    .map((picks) => scriptOf(walk(createWorld(cast), picks).trace).filter(isFault));

/** Directives in the words of a cast, whether or not they ever apply. */
function directives(
  processes: readonly string[],
  actors: readonly string[],
): fc.Arbitrary<Directive> {
  const process = fc.constantFrom(...processes);
  const nth = fc.integer({ min: 1, max: 9 });
  return fc.oneof(
    fc.record({
      kind: fc.constantFrom('deliver', 'lose', 'duplicate', 'delay'),
      ...{ from: process, to: process, nth },
    }),
    fc.record({ kind: fc.constant('crash'), process, nth: fc.nat({ max: 9 }) }),
    fc.record({ kind: fc.constant('fire'), actor: fc.constantFrom(...actors), nth }),
    fc.record({ kind: fc.constant('wait'), ticks: nth }),
  );
}
