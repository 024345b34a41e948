/** For tests: the same search with every move made, and with moves passed over that commute. */
import type { Question } from '@/lib/explorer/question';
import { Search } from '@/lib/explorer/search/search';
import { Tables } from '@/lib/explorer/tables/tables';

const STATES_MAX = 8_000;

export function everyMoveAndFewer(question: Question) {
  const tables = new Tables(question, { timed: true });
  const [every, fewer] = [true, false].map((everyMove) => {
    const search = new Search(tables, question, {
      ...{ everyMove, statesMax: STATES_MAX },
      isStuck: () => false,
    });
    search.advance();
    return search;
  }) as [Search, Search];
  return { every, fewer };
}

/** What a search found, in which order and from where. As texts, since these are compared quickly. */
export function findsOf({ states, transitions, found, firsts, steps, complete }: Search) {
  return {
    ...{ transitions, found, firsts, steps, complete },
    states: states.size,
    rows: Buffer.from(states.cells.slice(0, states.size * states.width).buffer).toString('base64'),
    parents: Buffer.from(states.parents.slice(0, states.size).buffer).toString('base64'),
  };
}
