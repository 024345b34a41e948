import { causesOf, chainOf } from '@/lib/engine/causes';
import type { Trace } from '@/lib/engine/trace';

/** Why a step happened: what is lit in diagram and transcript. */
export interface Lit {
  /** Index of the entry that is explained. */
  readonly entry: number;
  /** It, what led straight to it, what led to that. */
  readonly chain: ReadonlySet<number>;
  /** What went wrong before it and is no part of the chain: an answer that is lost leads to nothing. */
  readonly faults: readonly number[];
  /** All without which it could not have happened so, and the faults before it: what is missing leaves no trace. */
  readonly history: ReadonlySet<number>;
}

export type Cause = 'chain' | 'history' | 'none';

export const causeOf = (lit: Lit, entry: number): Cause =>
  lit.chain.has(entry) ? 'chain' : lit.history.has(entry) ? 'history' : 'none';

/** `why` as in a view. A step that the run has not lights nothing. */
export function litBy(trace: Trace, why: number | null): Lit | null {
  const entry = why === null ? undefined : trace[why - 1];
  if (!entry) return null;
  const chain = new Set(chainOf(trace, entry.index));
  const faults = trace
    .filter(({ index, kind }) => index < entry.index && kind !== 'delivered' && kind !== 'fired')
    .map(({ index }) => index);
  return {
    ...{ entry: entry.index, chain },
    faults: faults.filter((index) => !chain.has(index)),
    history: new Set([...causesOf(trace, entry.index), ...faults]),
  };
}
