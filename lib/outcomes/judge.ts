import type { IntentId } from '@/lib/engine/model';
import type { Ending } from '@/lib/engine/run';
import type { Trace } from '@/lib/engine/trace';

/** What can go wrong for an intent; in the order in which they are always shown. */
export const OUTCOMES = ['duplicate', 'lost', 'stuck', 'wrongReply', 'swallowed'] as const;
export type OutcomeName = (typeof OUTCOMES)[number];

/** An outcome's answer for a run. */
export interface Verdict {
  readonly present: boolean;
  /** Indexes of the entries that prove it. */
  readonly evidence: readonly number[];
  /** The proof in a sentence; empty while absent. */
  readonly because: string;
}

export type Verdicts = Readonly<Record<OutcomeName, Verdict>>;

/** What is meant to happen: once for each intent, each kind of effect. */
export interface Meant {
  readonly intents: readonly { readonly id: IntentId; readonly label: string }[];
  readonly effects: readonly {
    readonly fact: string;
    readonly noun: string;
    readonly did: string;
  }[];
}

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
}

export interface Judgement {
  readonly outcomes: Verdicts;
  readonly intents: readonly IntentState[];
}

/** Whether any of the five is present. */
export const hasHarm = ({ outcomes }: Judgement): boolean =>
  OUTCOMES.some((name) => outcomes[name].present);

/** How a run ended, as far as judging it needs to know. */
export interface Ended {
  readonly ending: Ending;
  /** Whether one calm attempt more, after the run, gets this intent a final answer. */
  readonly calmAttemptAnswers: (intent: IntentId) => boolean;
}

const ABSENT: Verdict = { present: false, evidence: [], because: '' };

/**
 * Judges a trace. `ended` is null while the run goes on: then lost, stuck and swallowed are not yet
 * decided and stand as absent, since what is missing may still come.
 */
export function judge(trace: Trace, meant: Meant, ended: Ended | null): Judgement {
  const cases = meant.intents.map((intent) => gather(trace, meant, intent));
  return {
    outcomes: {
      duplicate: duplicateOf(cases, meant),
      lost: ended ? lostOf(cases, meant) : ABSENT,
      stuck: ended ? stuckOf(cases, trace, ended) : ABSENT,
      wrongReply: wrongReplyOf(cases),
      swallowed: ended ? swallowedOf(cases) : ABSENT,
    },
    intents: cases.map(({ intent, effects, answers, gaveUp }) => ({
      ...intent,
      expected: meant.effects.length,
      actual: effects.length,
      told: answers.at(-1)?.says ?? (gaveUp ? 'unknown' : 'nothing yet'),
      effects: effects.map(({ index }) => index),
    })),
  };
}

interface Effect {
  readonly index: number;
  readonly fact: string;
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
  readonly effects: readonly Effect[];
  readonly answers: readonly Answer[];
  readonly gaveUp: boolean;
  /** Entries in which it was thrown away as a copy of something. */
  readonly discards: readonly number[];
  /** Ids of effects that other intents had, and this one had not. */
  readonly foreign: ReadonlySet<unknown>;
}

/**
 * Facts speak by convention: those named in `meant.effects` are effects; one that `says` something is
 * a final answer; `client.gave-up` and `duplicate.discarded` are what they are called.
 */
function gather(trace: Trace, meant: Meant, intent: Meant['intents'][number]): Case {
  const facts = trace.flatMap(({ index, facts: of }) => of.map(({ fact }) => ({ index, fact })));
  const isEffect = (name: string): boolean => meant.effects.some(({ fact }) => fact === name);
  const own = facts.filter(({ fact }) => fact.intent === intent.id);
  const effects = own
    .filter(({ fact }) => isEffect(fact.name))
    .map(({ index, fact }) => ({ index, fact: fact.name, id: fact['id'] ?? null }));
  return {
    ...{ intent, effects },
    answers: own.flatMap(({ index, fact: { says, body } }): readonly Answer[] =>
      says === 'done' || says === 'failed' ? [{ index, says, body: body ?? null }] : [],
    ),
    gaveUp: own.some(({ fact }) => fact.name === 'client.gave-up'),
    discards: own
      .filter(({ fact }) => fact.name === 'duplicate.discarded')
      .map(({ index }) => index),
    foreign: new Set(
      facts
        .filter(({ fact }) => fact.intent !== intent.id && isEffect(fact.name))
        .map(({ fact }) => fact['id'] ?? null)
        .filter((id) => id !== null && effects.every((effect) => effect.id !== id)),
    ),
  };
}

function duplicateOf(cases: readonly Case[], { effects: kinds }: Meant): Verdict {
  for (const { intent, effects } of cases) {
    for (const { fact, did } of kinds) {
      const evidence = effects.filter((effect) => effect.fact === fact).map(({ index }) => index);
      if (evidence.length < 2) continue;
      const [first, ...again] = evidence.map((index) => `step ${index + 1}`);
      return {
        present: true,
        evidence,
        because: `${intent.label} was ${did} at ${first ?? ''} and again at ${again.join(' and ')}.`,
      };
    }
  }
  return ABSENT;
}

function lostOf(cases: readonly Case[], meant: Meant): Verdict {
  for (const it of cases) {
    const told = it.answers.filter(({ says }) => says === 'done').map(({ index }) => index);
    const missing = meant.effects.find(({ fact }) => it.effects.every((had) => had.fact !== fact));
    if (told.length === 0 || !missing || isSwallowed(it, cases)) continue;
    return present(
      told,
      `${it.intent.label} was reported done at step ${(told[0] ?? 0) + 1}, but was never ${missing.did}.`,
    );
  }
  return ABSENT;
}

function stuckOf(cases: readonly Case[], trace: Trace, ended: Ended): Verdict {
  for (const { intent, answers } of cases) {
    if (answers.length > 0 || ended.calmAttemptAnswers(intent.id)) continue;
    return {
      present: true,
      evidence: trace.length > 0 ? [trace.length - 1] : [],
      because: `${intent.label} has no final answer, and one more calm attempt gets none either.`,
    };
  }
  return ABSENT;
}

function wrongReplyOf(cases: readonly Case[]): Verdict {
  for (const { intent, effects, answers, foreign } of cases) {
    const name = intent.label;
    const [first] = answers;
    if (!first) continue;
    const other = answers.find(({ says, body }) => says !== first.says || body !== first.body);
    if (other) {
      return present([first.index, other.index], `${name} was answered in two different ways.`);
    }
    if (foreign.has(first.body)) {
      return present([first.index], `${name} was answered with what belongs to somebody else.`);
    }
    const [happened] = effects;
    if (happened && first.says === 'failed') {
      return present(
        [happened.index, first.index],
        `${name} was reported failed, yet it happened.`,
      );
    }
  }
  return ABSENT;
}

function swallowedOf(cases: readonly Case[]): Verdict {
  const swallowed = cases.find((it) => isSwallowed(it, cases));
  if (!swallowed) return ABSENT;
  const { intent, answers, discards } = swallowed;
  return present(
    [...discards, ...answers.map(({ index }) => index)],
    `${intent.label} was taken for a duplicate and never happened.`,
  );
}

/**
 * Whether an intent never happened because it was taken for another that did. One that was thrown away
 * as a copy of itself, before its first copy had come to anything, is lost and not swallowed.
 */
function isSwallowed(
  { intent, effects, answers, discards, foreign }: Case,
  cases: readonly Case[],
) {
  if (effects.length > 0) return false;
  const somethingElse = cases.some((other) => other.intent !== intent && other.effects.length > 0);
  return (
    (discards.length > 0 && somethingElse) ||
    answers.some(({ body }) => body !== null && foreign.has(body))
  );
}

const present = (evidence: readonly number[], because: string): Verdict => ({
  present: true,
  evidence,
  because,
});
