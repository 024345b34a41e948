import type { OutcomeName } from '@/lib/outcomes/judge';
import type { Bounds, Scenario } from '@/lib/scenario/scenario';
import type { Settings } from '@/lib/scenario/knobs';

/** What is asked of Spin and of the explorer alike. */
export interface Question {
  readonly scenario: Scenario;
  readonly settings: Settings;
  readonly bounds: Bounds;
}

/** What a search over all schedules found. */
export interface Searched {
  readonly reachable: ReadonlySet<OutcomeName>;
  /** Without reductions, or null if only a reduced search was made. */
  readonly counts: { readonly states: number; readonly transitions: number } | null;
}

/** The explorer's answer to a question; null while there is no explorer to ask. */
export const explorerVerdicts: (question: Question) => Searched | null = () => null;
