import type { Fact, IntentId } from '@/lib/engine/model';
import type { Trace } from '@/lib/engine/trace';

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

/** A kind of effect that is meant to happen once for an intent, and never twice. */
export interface EffectKind {
  readonly fact: string;
  readonly noun: string;
  readonly did: string;
  /** May be left out, as a refund: only a second one is harm. */
  readonly optional?: true;
  /** The fact that takes one such effect back: a refund a charge, a stale write the newer one. */
  readonly undoneBy?: string;
}

/** What is meant to happen: once for each intent, each kind of effect. */
export interface Meant {
  readonly intents: readonly { readonly id: IntentId; readonly label: string }[];
  readonly effects: readonly EffectKind[];
}

/** The kinds that every intent must have. */
export const requiredOf = ({ effects }: Meant): readonly EffectKind[] =>
  effects.filter(({ optional }) => optional !== true);

/** Expected against actual, for one intent. */
export interface IntentState {
  readonly id: IntentId;
  readonly label: string;
  readonly expected: number;
  readonly actual: number;
  /** What the person was told. `unknown`: the client gave up and can't know. */
  readonly told: 'nothing yet' | 'done' | 'failed' | 'unknown';
  /** Indexes of the entries in which its effects happened. */
  readonly effects: readonly number[];
  /** The first of the five that befell it; null if none did. */
  readonly harm: Verdict | null;
}

export interface Judgement {
  readonly outcomes: Verdicts;
  readonly intents: readonly IntentState[];
}

/** Whether any of the five is present. */
export const hasHarm = ({ outcomes }: Judgement): boolean =>
  OUTCOMES.some((name) => outcomes[name].present);

/** What is asked of a run that came to its end. */
export interface Ended {
  /** Whether one calm attempt more, after the run, gets this intent a final answer. */
  readonly calmAttemptAnswers: (intent: IntentId) => boolean;
}

const ABSENT: Verdict = { present: false, evidence: [], because: '' };

/** What befell one intent or more. */
function together(each: readonly Verdict[]): Verdict {
  const there = each.filter(isPresent);
  const [first] = there;
  return first ? { ...first, because: there.map(({ because }) => because).join(' ') } : ABSENT;
}

const isPresent = ({ present: is }: Verdict): boolean => is;

/**
 * Judges a trace. `ended` is null while the run goes on: then lost, stuck and swallowed are not yet
 * decided and stand as absent, since what is missing may still come.
 */
export function judge(trace: Trace, meant: Meant, ended: Ended | null): Judgement {
  const cases = meant.intents.map((intent) => gather(trace, meant, intent));
  const verdicts = cases.map((it): Verdicts => ({
    duplicate: duplicateOf(it),
    lost: ended ? lostOf(it, cases, meant) : ABSENT,
    stuck: ended ? stuckOf(it, trace, ended) : ABSENT,
    wrongReply: wrongReplyOf(it, ended !== null),
    swallowed: ended ? swallowedOf(it, cases) : ABSENT,
  }));
  const allOf = (name: OutcomeName): Verdict => together(verdicts.map((its) => its[name]));
  return {
    outcomes: {
      duplicate: allOf('duplicate'),
      lost: allOf('lost'),
      stuck: allOf('stuck'),
      wrongReply: allOf('wrongReply'),
      swallowed: allOf('swallowed'),
    },
    intents: cases.map(({ intent, standing, answers, gaveUp }, place) => {
      const effects = standing.filter(({ kind }) => kind.optional !== true);
      return {
        ...intent,
        expected: requiredOf(meant).length,
        actual: effects.length,
        told: answers.at(-1)?.says ?? (gaveUp ? 'unknown' : 'nothing yet'),
        effects: effects.map(({ index }) => index),
        harm: OUTCOMES.map((name) => verdicts[place]?.[name] ?? ABSENT).find(isPresent) ?? null,
      };
    }),
  };
}

interface Effect {
  readonly index: number;
  readonly kind: EffectKind;
  readonly id: unknown;
}

interface Answer {
  readonly index: number;
  readonly says: 'done' | 'failed';
  readonly body: unknown;
}

/** All that a trace tells of one intent. */
interface Case {
  readonly intent: Meant['intents'][number];
  /** Effects that happened and were not taken back. */
  readonly standing: readonly Effect[];
  /** The first of its effects that stood twice at once. */
  readonly twice: readonly Effect[];
  readonly answers: readonly Answer[];
  readonly gaveUp: boolean;
  /** Entries in which it was thrown away as a copy of something. */
  readonly discards: readonly number[];
  /** Ids of effects that other intents had, and this one had not. */
  readonly foreign: ReadonlySet<unknown>;
}

/**
 * Facts speak by convention: those named in `meant.effects` are effects, or take one back; one that `says` something is
 * a final answer; `client.gave-up` and `duplicate.discarded` are what they are called.
 */
function gather(trace: Trace, meant: Meant, intent: Meant['intents'][number]): Case {
  const facts = trace.flatMap(({ index, facts: of }) => of.map(({ fact }) => ({ index, fact })));
  const own = facts.filter(({ fact }) => fact.intent === intent.id);
  const { standing, twice } = effectsOf(own, meant);
  return {
    ...{ intent, standing, twice },
    answers: own.flatMap(({ index, fact: { says, body } }): readonly Answer[] =>
      says === 'done' || says === 'failed' ? [{ index, says, body: body ?? null }] : [],
    ),
    gaveUp: own.some(({ fact }) => fact.name === 'client.gave-up'),
    discards: own
      .filter(({ fact }) => fact.name === 'duplicate.discarded')
      .map(({ index }) => index),
    foreign: new Set(
      facts
        .filter(({ fact }) => fact.intent !== intent.id && isEffect(meant, fact.name))
        .map(({ fact }) => fact['id'] ?? null)
        .filter((id) => id !== null && standing.every((effect) => effect.id !== id)),
    ),
  };
}

const isEffect = ({ effects }: Meant, name: string): boolean =>
  effects.some(({ fact }) => fact === name);

/** What stands of one intent's effects, the latest being the first to be taken back. */
function effectsOf(
  facts: readonly { readonly index: number; readonly fact: Fact }[],
  meant: Meant,
): Pick<Case, 'standing' | 'twice'> {
  let standing: readonly Effect[] = [];
  let twice: readonly Effect[] = [];
  for (const { index, fact } of facts) {
    const kind = meant.effects.find(({ fact: name }) => name === fact.name);
    if (kind) {
      standing = [...standing, { index, kind, id: fact['id'] ?? null }];
      const alike = standing.filter((effect) => effect.kind === kind);
      if (alike.length > 1 && (twice.length === 0 || twice[0]?.kind === kind)) twice = alike;
    }
    const undone = standing.findLast(({ kind: { undoneBy } }) => undoneBy === fact.name);
    if (undone) standing = standing.filter((effect) => effect !== undone);
  }
  return { standing, twice };
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
      ? `again at ${again.join(' and ')}`
      : `${again.length} times again, from ${again[0] ?? ''} to ${again.at(-1) ?? ''}`;
  return present(
    intent,
    evidence,
    `${intent.label} was ${one.kind.did} at ${first ?? ''} and ${times}.`,
  );
}

function lostOf(it: Case, cases: readonly Case[], meant: Meant): Verdict {
  const told = it.answers.filter(({ says }) => says === 'done').map(({ index }) => index);
  const missing = requiredOf(meant).find((kind) =>
    it.standing.every((effect) => effect.kind !== kind),
  );
  if (told.length === 0 || !missing || isSwallowed(it, cases)) return ABSENT;
  return present(
    it.intent,
    told,
    `${it.intent.label} was reported done at step ${(told[0] ?? 0) + 1}, but ${missingWords(missing)}.`,
  );
}

const missingWords = ({ did, undoneBy }: EffectKind): string =>
  undoneBy === undefined ? `was never ${did}` : `is not ${did} in the end`;

function stuckOf({ intent, answers }: Case, trace: Trace, ended: Ended): Verdict {
  if (answers.length > 0 || ended.calmAttemptAnswers(intent.id)) return ABSENT;
  return present(
    intent,
    trace.length > 0 ? [trace.length - 1] : [],
    `${intent.label} has no final answer, and one more calm attempt gets none either.`,
  );
}

function wrongReplyOf({ intent, standing, answers, foreign }: Case, isOver: boolean): Verdict {
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
    return present(
      intent,
      [first.index],
      `${name} was answered with what belongs to somebody else.`,
    );
  }
  // What may still be taken back does not yet make “failed” untrue.
  const happened = standing.find(
    ({ kind }) => kind.optional !== true && (isOver || kind.undoneBy === undefined),
  );
  if (!happened || first.says !== 'failed') return ABSENT;
  return present(
    intent,
    [happened.index, first.index],
    `${name} was reported failed, yet it happened.`,
  );
}

function swallowedOf(it: Case, cases: readonly Case[]): Verdict {
  if (!isSwallowed(it, cases)) return ABSENT;
  const { intent, answers, discards } = it;
  return present(
    intent,
    [...discards, ...answers.map(({ index }) => index)],
    `${intent.label} was taken for a duplicate and never happened.`,
  );
}

/**
 * Whether an intent never happened because it was taken for another that did. One that was thrown away
 * as a copy of itself, before its first copy had come to anything, is lost and not swallowed.
 */
function isSwallowed(
  { intent, standing, answers, discards, foreign }: Case,
  cases: readonly Case[],
) {
  if (standing.length > 0) return false;
  const somethingElse = cases.some((other) => other.intent !== intent && other.standing.length > 0);
  return (
    (discards.length > 0 && somethingElse) ||
    answers.some(({ body }) => body !== null && foreign.has(body))
  );
}

const present = (
  { id }: Case['intent'],
  evidence: readonly number[],
  because: string,
): Verdict => ({ present: true, evidence, because, intent: id });
