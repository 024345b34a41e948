import { explore } from '@/lib/explorer/explore';
import type { Bounds } from '@/lib/explorer/question';
import { type OutcomeName, OUTCOMES } from '@/lib/outcomes/outcome';
import type { Settings } from '@/lib/scenario/knobs';
import { questionOf } from '@/lib/scenario/question';
import type { Scenario } from '@/lib/scenario/scenario';

/** What is asked of Spin and of the explorer alike. */
export interface Question {
  readonly scenario: Scenario;
  readonly settings: Settings;
  readonly bounds: Bounds;
}

/** What a search over all schedules found. */
export interface Searched {
  readonly reachable: ReadonlySet<OutcomeName>;
  /** Without reductions. */
  readonly counts: { readonly states: number; readonly transitions: number };
}

/** The explorer's answer: what its quick search can reach, and how much its search of everything saw. */
export function explorerVerdicts({ scenario, settings, bounds }: Question): Searched {
  const question = questionOf(scenario, settings, bounds);
  const quick = explore(question);
  const whole = explore(question, { unreduced: true });
  if (!quick.complete || !whole.complete) throw new Error('The explorer hit a limit');
  const [reachable, reachableToo] = [quick, whole].map(
    ({ outcomes }) => new Set(OUTCOMES.filter((name) => outcomes[name].reachable)),
  ) as [Set<OutcomeName>, Set<OutcomeName>];
  if ([...reachable].join() !== [...reachableToo].join()) {
    throw new Error(
      `The explorer contradicts itself: ${[...reachable].join()} or ${[...reachableToo].join()}`,
    );
  }
  return { reachable, counts: whole };
}
