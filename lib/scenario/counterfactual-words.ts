import { isUneven } from '@/lib/outcomes/amiss';
import type { IntentState, Judgement } from '@/lib/outcomes/judge';
import type { Meant } from '@/lib/outcomes/meant';
import { type OutcomeName, presentIn } from '@/lib/outcomes/outcome';
import type { Played } from '@/lib/scenario/play';
import { listOf } from '@/lib/words/list-of';
import { singular } from '@/lib/words/singular';

/** What came of a run, by the ledger's counts: `one charge, and a customer who can’t know`. */
export function resultInWords(played: Played, original: Played): string {
  const { judgement, scenario, run, cast } = played;
  const customer = cast.processes.find(({ kind }) => kind === 'person')?.label ?? 'customer';
  const counts = countsInWords(judgement, scenario.meant);
  const still = counts === countsInWords(original.judgement, scenario.meant) ? 'still ' : '';
  const remarks = [
    ...(judgement.intents.some(leftUnknown) ? [`a ${customer} who can’t know`] : []),
    ...presentIn(judgement.outcomes).flatMap((name) =>
      name === 'duplicate'
        ? [...new Set(judgement.intents.flatMap(hiddenRepetition))]
        : [HARM[name].replace('customer', customer)],
    ),
    ...(run.ending === 'quiescent' ? [] : ['a run that does not come to rest']),
  ];
  return [
    `${still}${counts}`,
    ...(remarks.length > 0 ? [`and ${listOf(remarks, 'and')}`] : []),
  ].join(', ');
}

/** How each outcome is told beside the counts, which tell a duplicate themselves, or hide it. */
const HARM: Readonly<Record<Exclude<OutcomeName, 'duplicate'>, string>> = {
  lost: 'somebody who was told that it worked',
  stuck: 'a customer who never gets a final answer',
  wrongReply: 'an untrue answer',
  swallowed: 'a wish taken for a duplicate',
};

/** Whoever is stuck can’t know either: it is told once. */
const leftUnknown = ({ told, outcomes }: IntentState): boolean =>
  told === 'unknown' && !outcomes.includes('stuck');

/** What happened more than once, where the counts don’t show it. */
function hiddenRepetition(intent: IntentState): readonly string[] {
  const { repeated, kinds } = intent;
  if (repeated === null) return [];
  // More of one kind than of another: the count of all looks right.
  if (isUneven(intent)) return ['one kind of them more than once'];
  if (kinds.some(({ actual }) => actual > 1)) return [];
  // Not counted, as refunds are; or counted, and taken back since.
  const words = `more than one ${singular(repeated)}`;
  return [kinds.some(({ noun }) => noun === repeated) ? `for a time ${words}` : words];
}

function countsInWords({ intents }: Judgement, { effects }: Meant): string {
  const [only, ...others] = effects;
  const noun = others.length === 0 ? (only?.noun ?? 'effects') : 'effects';
  const parts = intents.map(({ label, actual }) => ({ label, words: countOf(actual, noun) }));
  const [first] = parts;
  if (parts.length === 1) return first?.words ?? '';
  return parts.map(({ label, words }) => `${label}: ${words}`).join('; ');
}

function countOf(count: number, nouns: string): string {
  const noun = count < 2 ? singular(nouns) : nouns;
  return `${NUMBERS[count] ?? String(count)} ${noun}`;
}

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
