import type { IntentId } from '@/lib/engine/model';

/** What can go wrong for an intent; in the order in which they are always shown. */
export const OUTCOMES = ['duplicate', 'lost', 'stuck', 'wrongReply', 'swallowed'] as const;
export type OutcomeName = (typeof OUTCOMES)[number];

/** An outcome's answer for a run. */
export interface Verdict {
  readonly present: boolean;
  /** Indexes of the entries that prove it. */
  readonly evidence: readonly number[];
  /** The proof in a sentence, one for each intent that it befell; empty while absent. */
  readonly because: string;
  /** Of which intent the entries prove it: the first; left out while absent. */
  readonly intent?: IntentId;
}

export type Verdicts = Readonly<Record<OutcomeName, Verdict>>;

/** Those that there are, in order. */
export const presentIn = (outcomes: Verdicts): readonly OutcomeName[] =>
  OUTCOMES.filter((name) => outcomes[name].present);

export const ABSENT: Verdict = { present: false, evidence: [], because: '' };
