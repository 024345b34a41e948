import type { JsonRecord } from '@/lib/engine/json';
import type { ProduceAnswered, RecordNumbers, RecordProduced } from '@/simulations/log-messages';

/** Kafka's `NUM_BATCHES_TO_RETAIN`: so many of a producer's latest batches are known again. */
export const KNOWN_MAX = 5;

interface Known extends JsonRecord {
  readonly sequence: number;
  readonly offset: number;
}

/** What is kept of a producer: its epoch and its latest batches, the oldest first. */
export interface ProducerState extends JsonRecord {
  readonly epoch: number;
  readonly known: readonly Known[];
}

/** What a partition makes of what is produced. */
export type Verdict =
  | { readonly kind: 'append' }
  | { readonly kind: 'known'; readonly offset: number }
  | { readonly kind: 'refuse'; readonly error: 'out of order' | 'old epoch' };

const APPEND: Verdict = { kind: 'append' };

/**
 * Each record here is a batch of its own. The rules are those of Kafka’s `ProducerStateEntry` and
 * `ProducerAppendInfo`; what a new producer begins with is taken as it comes.
 */
export function verdictOn(
  numbers: RecordNumbers | null,
  state: ProducerState | null | undefined,
): Verdict {
  if (!numbers || !state) return APPEND;
  const { epoch, sequence } = numbers;
  if (epoch < state.epoch) return { kind: 'refuse', error: 'old epoch' };
  const again = state.known.find((batch) => batch.sequence === sequence);
  if (epoch === state.epoch && again) return { kind: 'known', offset: again.offset };
  const next = epoch > state.epoch ? 0 : (state.known.at(-1)?.sequence ?? -1) + 1;
  return sequence === next ? APPEND : { kind: 'refuse', error: 'out of order' };
}

/** What a partition says of what is produced. What it appends stands at its end. */
export const answerTo = (
  { intent, attempt, numbers }: Pick<RecordProduced, 'intent' | 'attempt' | 'numbers'>,
  verdict: Verdict,
  end: number,
): ProduceAnswered => ({
  ...{ type: 'produce.answered', intent, attempt, known: verdict.kind === 'known' },
  ...(numbers && { askedIn: numbers.epoch }),
  error: verdict.kind === 'refuse' ? verdict.error : null,
  offset: verdict.kind === 'known' ? verdict.offset : { append: end, refuse: null }[verdict.kind],
});

/** What is kept of a producer when one more batch of it stands at an offset. */
export function withBatch(
  state: ProducerState | undefined,
  { epoch, sequence }: RecordNumbers,
  offset: number,
): ProducerState {
  const earlier = state?.epoch === epoch ? state.known : [];
  return { epoch, known: [...earlier, { sequence, offset }].slice(-KNOWN_MAX) };
}
