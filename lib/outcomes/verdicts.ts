import type { IntentId } from '@/lib/engine/model';
import type { Trace } from '@/lib/engine/trace';
import type { Case } from '@/lib/outcomes/case';
import { type EffectKind, type Meant, requiredOf } from '@/lib/outcomes/meant';
import { ABSENT, type Verdict, type Verdicts } from '@/lib/outcomes/outcome';
import { listOf } from '@/lib/words/list-of';

/** What one calm attempt more comes to. `not made`: whoever would have to try has been told that all is well. */
export type AfterCalm = 'answered' | 'unanswered' | 'not made';

/** What is asked of a run that came to its end. */
export interface Ended {
  /** Whether one calm attempt more, after the run, gets this intent a final answer. */
  readonly afterCalmAttempt: (intent: IntentId) => AfterCalm;
}

/** The five for one case; `ended` as in `judge`. */
export function verdictsOf(
  it: Case,
  { trace, meant, ended }: { trace: Trace; meant: Meant; ended: Ended | null },
): Verdicts {
  return {
    duplicate: duplicateOf(it),
    lost: ended ? lostOf(it, meant) : ABSENT,
    stuck: ended ? stuckOf(it, trace, ended) : ABSENT,
    wrongReply: wrongReplyOf(it, meant, ended !== null),
    swallowed: ended ? swallowedOf(it) : ABSENT,
  };
}

/** So many repetitions are named one by one. */
const NAMED_MAX = 4;

function duplicateOf({ intent, twice }: Case): Verdict {
  const [one] = twice;
  if (!one) return ABSENT;
  const evidence = twice.map(({ index }) => index);
  const [first, ...again] = evidence.map((index) => `step ${index + 1}`);
  const times =
    again.length <= NAMED_MAX
      ? `again at ${listOf(again)}`
      : `${again.length} times again, from ${again[0] ?? ''} to ${again.at(-1) ?? ''}`;
  return present(
    intent,
    evidence,
    `${intent.label} was ${one.kind.did} at ${first ?? ''} and ${times}.`,
  );
}

function lostOf(it: Case, meant: Meant): Verdict {
  const told = it.answers.filter(({ says }) => says === 'done').map(({ index }) => index);
  const missing = requiredOf(meant).find((kind) =>
    it.standing.every((effect) => effect.kind !== kind),
  );
  if (told.length === 0 || !missing || isSwallowed(it)) return ABSENT;
  return present(
    it.intent,
    told,
    `${it.intent.label} was reported done at step ${(told[0] ?? 0) + 1}, but ${missingWords(missing)}.`,
  );
}

const missingWords = ({ did, undoneBy }: EffectKind): string =>
  undoneBy === undefined ? `was never ${did}` : `is not ${did} in the end`;

function stuckOf({ intent, answers }: Case, trace: Trace, ended: Ended): Verdict {
  const calm = answers.length > 0 ? 'answered' : ended.afterCalmAttempt(intent.id);
  if (calm === 'answered') return ABSENT;
  const inVain =
    calm === 'unanswered'
      ? 'one more calm attempt gets none either'
      : 'whoever sent it sees no reason to try again';
  return present(
    intent,
    trace.length > 0 ? [trace.length - 1] : [],
    `${intent.label} has no final answer, and ${inVain}.`,
  );
}

function wrongReplyOf(
  { intent, standing, answers, foreign }: Case,
  meant: Meant,
  isOver: boolean,
): Verdict {
  const name = intent.label;
  const [first] = answers;
  if (!first) return ABSENT;
  const other = answers.find(({ says, body }) => says !== first.says || body !== first.body);
  if (other) {
    return present(
      intent,
      [first.index, other.index],
      `${name} was answered in two different ways.`,
    );
  }
  if (foreign.has(first.body)) {
    return present(intent, [first.index], `${name} was answered with what belongs to another.`);
  }
  // What may still be taken back does not yet make “failed” untrue.
  const happened = standing.find(
    ({ kind }) => kind.optional !== true && (isOver || kind.undoneBy === undefined),
  );
  if (!happened || first.says !== 'failed') return ABSENT;
  const isWhole = requiredOf(meant).every((kind) => standing.some((it) => it.kind === kind));
  return present(
    intent,
    [happened.index, first.index],
    `${name} was reported failed, yet ${isWhole ? 'it' : 'a part of it'} happened.`,
  );
}

function swallowedOf(it: Case): Verdict {
  if (!isSwallowed(it)) return ABSENT;
  const { intent, answers, discards } = it;
  return present(
    intent,
    [...discards, ...answers.map(({ index }) => index)],
    `${intent.label} was taken for a duplicate and never happened.`,
  );
}

/**
 * Whether an intent never happened because it was taken for another, whatever became of that. One that was thrown away
 * as a copy of itself, and whose first copy came to nothing, is lost and not swallowed.
 */
const isSwallowed = ({ standing, answers, discards, foreign }: Case): boolean =>
  standing.length === 0 &&
  (discards.length > 0 || answers.some(({ body }) => body !== null && foreign.has(body)));

const present = (
  { id }: Case['intent'],
  evidence: readonly number[],
  because: string,
): Verdict => ({ present: true, evidence, because, intent: id });
