/** For tests and benchmarks, with the rest of brute force. */
import { canonical } from '@/lib/engine/json';
import type { Fact, IntentId } from '@/lib/engine/model';
import type { Trace } from '@/lib/engine/trace';
import { isTakenForAnother } from '@/lib/outcomes/case';
import type { Meant } from '@/lib/outcomes/meant';

/** A trace that holds nothing but facts: all that the judge reads of one. */
export const traceOf = (facts: readonly Fact[]): Trace =>
  facts.map((fact, index) => ({
    ...{ index, kind: 'delivered', atTicks: 0, directive: { kind: 'wait', ticks: 1 } },
    ...{ scriptLine: null, envelope: null, process: '', actor: null, timer: null },
    ...{ changes: [], sent: [], facts: [{ by: '', fact }], cut: [] },
    ...{ nthOfProcess: 0, cause: null, previous: null },
  }));

/**
 * Of what was said, only what the judge can tell apart, now or after more has been said. It bounds the
 * search where facts could be recorded for ever, and is the base line to measure a faster search by.
 */
export function summaryOf(facts: readonly Fact[], meant: Meant): unknown {
  const kinds = meant.effects.map(({ fact }) => fact);
  const intents = [...new Set(facts.map(({ intent }) => intent))].sort();
  const summaries = intents.map((intent) => summaryOfIntent(intent, facts, kinds));
  const undone = meant.effects.flatMap(({ fact, undoneBy }) => (undoneBy ? [fact, undoneBy] : []));
  // When something was taken back decides whether it ever stood twice.
  const inOrder = facts.filter(({ name }) => undone.includes(name));
  return [
    summaries,
    inOrder.map(({ name, intent, id }) => [name, intent, intents.length > 1 ? (id ?? null) : null]),
  ];
}

function summaryOfIntent(
  intent: IntentId,
  facts: readonly Fact[],
  kinds: readonly string[],
): unknown {
  const own = facts.filter((fact) => fact.intent === intent);
  const effects = own.filter(({ name }) => kinds.includes(name));
  const answers = own
    .filter(({ says }) => says === 'done' || says === 'failed')
    .map(({ says, body }) => canonical([says, body ?? null]));
  return {
    intent,
    effects: kinds.map((kind) => Math.min(2, effects.filter(({ name }) => name === kind).length)),
    // Whose an answer is depends on which ids anybody's effects have had.
    ids: distinct(effects.map(({ id }) => canonical(id ?? null))),
    // Which came first matters only if all are alike: a different one is a wrong reply in any order.
    answers: distinct(answers),
    isDiscarded: own.some(isTakenForAnother),
  };
}

const distinct = (texts: readonly string[]): readonly string[] => [...new Set(texts)].sort();
