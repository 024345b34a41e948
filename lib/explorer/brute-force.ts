/** For tests and benchmarks: the search that overlooks nothing, by which the explorer is judged. */
import type { IntentId } from '@/lib/engine/model';
import { calmDay } from '@/lib/explorer/brute-force/calm';
import { after, firstSituation, later } from '@/lib/explorer/brute-force/happen';
import { movesOf, patienceOf } from '@/lib/explorer/brute-force/moves';
import { summaryOf, traceOf } from '@/lib/explorer/brute-force/said';
import { keyOf, type Rules, rulesOf, type Situation } from '@/lib/explorer/brute-force/situation';
import type { Question } from '@/lib/explorer/question';
import { judge } from '@/lib/outcomes/judge';
import { OUTCOMES, type OutcomeName } from '@/lib/outcomes/outcome';
import type { AfterCalm } from '@/lib/outcomes/verdicts';

export interface BruteForceOptions {
  /** Where the search gives up. */
  readonly statesMax: number;
  /** Situations are one if the judge can't tell apart what was said, and not only if the very same was. */
  readonly summary?: boolean;
  /** Off: every duration is nothing, so whatever is pending may happen at any moment. */
  readonly timed?: boolean;
  /** Is shown every state, with the fewest steps to it. */
  readonly visit?: (situation: Situation, steps: number) => void;
}

export interface BruteForceAnswer {
  /** The fewest steps to each outcome, waiting not counted; null: not reached. */
  readonly outcomes: Readonly<Record<OutcomeName, number | null>>;
  readonly states: number;
  /** Successors, those found by waiting included, those outside the bounds not. */
  readonly transitions: number;
  /** False if there are more states than it was told to look at: then a null means nothing. */
  readonly complete: boolean;
  /** Whether a move was left because it lies outside the bounds. */
  readonly beyond: boolean;
}

/**
 * Every schedule within the bounds, the slow and plain way: worlds as data, keys as text, XState asked
 * each time. It shares nothing with the fast search but the machines and the judge, so that the two can
 * only agree by both being right.
 */
export function bruteForce(question: Question, options: BruteForceOptions): BruteForceAnswer {
  const { cast, bounds, meant } = question;
  const { statesMax, summary = false, timed = true, visit } = options;
  const rules = rulesOf(cast, bounds, timed);
  const outcomes: Record<OutcomeName, number | null> = {
    ...{ duplicate: null, lost: null, stuck: null, wrongReply: null, swallowed: null },
  };
  const seen = new Set<string>();
  let transitions = 0;
  let leftOut = 0;
  let beyond = false;
  let steps = 0;

  const add = (situation: Situation, to: Situation[]): void => {
    const { facts } = situation;
    const key = keyOf(situation, summary ? summaryOf(facts, meant) : facts);
    if (seen.has(key)) return;
    if (seen.size >= statesMax) {
      leftOut += 1;
      return;
    }
    seen.add(key);
    to.push(situation);
    for (const outcome of outcomesOf(question, rules, situation)) outcomes[outcome] ??= steps;
    visit?.(situation, steps);
  };

  let level: Situation[] = [];
  add(firstSituation(rules), level);
  while (level.length > 0 && leftOut === 0) {
    // Waiting costs no step: what it leads to joins the level while this goes through it.
    for (const situation of level) {
      const patience = patienceOf(rules, situation);
      if (patience === null || patience === 0) continue;
      transitions += 1;
      add(later(situation, 1), level);
    }
    steps += 1;
    const next: Situation[] = [];
    for (const situation of level) {
      for (const move of movesOf(rules, situation)) {
        const successor = after(rules, situation, move);
        if (!successor) {
          beyond = true;
          continue;
        }
        transitions += 1;
        add(successor, next);
      }
    }
    level = next;
  }
  return { outcomes, states: seen.size, transitions, complete: leftOut === 0, beyond };
}

/** The outcomes that stand in a situation: some at any time, some only where nothing is pending. */
export function outcomesOf(
  { meant, calmAttempt }: Question,
  rules: Rules,
  situation: Situation,
): readonly OutcomeName[] {
  const afterCalmAttempt = (intent: IntentId): AfterCalm =>
    calmDay(rules, situation, calmAttempt(intent)).some(
      (fact) => fact.intent === intent && fact['says'] !== undefined,
    )
      ? 'answered'
      : 'unanswered';
  const isEnd = patienceOf(rules, situation) === null;
  const ended = isEnd ? { afterCalmAttempt } : null;
  const { outcomes } = judge(traceOf(situation.facts), meant, ended);
  return OUTCOMES.filter((name) => outcomes[name].present);
}
