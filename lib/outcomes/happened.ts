/** For tests: traces written in a line, and what may have been meant by them. */
import type { Fact } from '@/lib/engine/model';
import type { Trace, TraceEntry } from '@/lib/engine/trace';
import type { Meant } from '@/lib/outcomes/meant';
import type { Ended } from '@/lib/outcomes/verdicts';

const INTENTS = [
  { id: 'A', label: 'Purchase A' },
  { id: 'B', label: 'Purchase B' },
];
export const EFFECTS = [
  { fact: 'charge', noun: 'charges', did: 'charged' },
  { fact: 'mail', noun: 'mails', did: 'mailed' },
];
export const A: Meant = { intents: INTENTS.slice(0, 1), effects: EFFECTS.slice(0, 1) };
export const WITH_REFUND: Meant = {
  ...A,
  effects: [
    { fact: 'charge', noun: 'charges', did: 'charged', undoneBy: 'refund' },
    { fact: 'refund', noun: 'refunds', did: 'refunded', optional: true, undoneBy: 'charge' },
  ],
};
export const AB: Meant = { ...A, intents: INTENTS };
export const WITH_MAIL: Meant = { ...A, effects: EFFECTS };
export const BOTH: Meant = { ...AB, effects: EFFECTS };

export const ended = (calm: boolean): Ended => ({
  afterCalmAttempt: () => (calm ? 'answered' : 'unanswered'),
});

/** Entries of one fact each: `charge A ch-1, done A ch-1, gave-up A`, `discard B A` as a copy of A; `-` for one without. */
export function traceOf(happened: string): Trace {
  const facts = (happened === '' ? [] : happened.split(', ')).map((text): Fact | null => {
    const [word = '', intent = '', id] = text.split(' ');
    if (word === '-') return null;
    if (word === 'done' || word === 'failed') {
      return { name: 'answer.received', intent, says: word, body: id ?? null };
    }
    if (word === 'gave-up') return { name: 'client.gave-up', intent };
    if (word === 'discard') {
      return { name: 'duplicate.discarded', intent, ...(id === undefined ? {} : { of: id }) };
    }
    return { name: word, intent, ...(id === undefined ? {} : { id }) };
  });
  return facts.map((fact, index): TraceEntry => ({
    ...{ index, kind: 'fired', atTicks: index, scriptLine: null, envelope: null },
    ...{ process: 'api', actor: 'api.1', timer: 'timer', cause: null, previous: null },
    ...{ directive: { kind: 'fire', actor: 'api.1', nth: index + 1 }, nthOfProcess: index + 1 },
    ...{ changes: [], sent: [], cut: [] },
    facts: fact ? [{ by: 'api', fact }] : [],
  }));
}
