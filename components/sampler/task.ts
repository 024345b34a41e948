import type { SampleReport, SampleRequest } from '@/lib/scenario/sample-report';

/** What a page asks for. Plain data: it travels to a worker. */
export interface Task extends SampleRequest {
  readonly slug: string;
}

/** Scripts of one day, as written in a link. */
export interface DayLinks {
  readonly seed: number;
  readonly short: string;
  /** Null if it is more than a link may hold. */
  readonly whole: string | null;
}

/** What comes back: any number of `progress`, the report, the days that can be opened, and `over`. */
export type Message =
  | { readonly kind: 'progress'; readonly part: number }
  | { readonly kind: 'report'; readonly report: SampleReport; readonly ms: number }
  | { readonly kind: 'day'; readonly day: DayLinks }
  | { readonly kind: 'over' }
  | { readonly kind: 'failed'; readonly reason: string };
