import type { Answer, Progress } from '@/lib/explorer/explore';
import type { Counterfactuals } from '@/lib/scenario/counterfactuals';
import type { Settings } from '@/lib/scenario/knobs';
import { withoutStory } from '@/lib/scenario/retell';
import type { SafeSettings } from '@/lib/scenario/safe-settings';

/** What a page may have worked out beside it. Plain data: it travels to a worker. */
export type Task =
  | {
      readonly kind: 'search';
      readonly slug: string;
      readonly settings: Settings;
      readonly unreduced: boolean;
    }
  | { readonly kind: 'safe'; readonly slug: string; readonly settings: Settings }
  | {
      readonly kind: 'counterfactuals';
      readonly slug: string;
      readonly settings: Settings;
      /** As in a view: null for the scenario's own. */
      readonly script: string | null;
    };

export type TaskKind = Task['kind'];
export type TaskOf<K extends TaskKind> = Extract<Task, { readonly kind: K }>;

/** A search of all schedules under these settings. Another story changes its words alone, and is the same search. */
export const searchTask = (
  slug: string,
  settings: Settings,
  unreduced = false,
): TaskOf<'search'> => ({
  ...{ kind: 'search', slug, settings: withoutStory(settings), unreduced },
});

/** An answer, and at which step of its counterexample each outcome that was found shows. */
export interface Verdict extends Answer {
  readonly shows: Readonly<Partial<Record<keyof Answer['outcomes'], number>>>;
}

export interface Results {
  readonly search: Verdict;
  readonly safe: SafeSettings;
  readonly counterfactuals: Counterfactuals;
}

export interface Measured extends Progress {
  /** Since the work began. */
  readonly ms: number;
}

/** What comes back: any number of `progress`, then one of the others. */
export type Report<K extends TaskKind = TaskKind> =
  | ({ readonly kind: 'progress' } & Measured)
  | { readonly kind: 'done'; readonly ms: number; readonly result: Results[K] }
  | { readonly kind: 'failed'; readonly reason: string };
