import { expect, it } from 'vitest';

import type { StateId } from '@/lib/engine/actor-states';
import { shop } from '@/lib/engine/toy-casts';
import type { Question } from '@/lib/explorer/question';
import { Freedom } from '@/lib/explorer/reductions/freedom';
import { Search } from '@/lib/explorer/search/search';
import { Tables } from '@/lib/explorer/tables/tables';

it('takes back that an actor is busy when a message is met that it would take', () => {
  const question: Question = {
    cast: shop({ openings: [0] }),
    meant: { intents: [{ id: 'work-1', label: 'Work 1' }], effects: [] },
    bounds: { losses: 0, duplicates: 0, crashes: 0, retries: 0 },
    calmAttempt: (intent) => ({
      ...{ from: 'person', to: 'asker', message: { type: 'work.wanted', intent } },
    }),
  };
  const tables = new Tables(question, { timed: false });
  const freedom = new Freedom(tables);
  const { processes } = tables.start();
  const at = tables.processes.findIndex(({ actors }) => actors.length > 1);
  const [first] = tables.processes[at]?.statesOf(processes[at] ?? -1) ?? [];

  // No message to its process was met so far.
  expect(freedom.isFree(at, first as StateId)).toBe(false);
  expect(freedom.holds()).toBe(true);

  new Search(tables, question, { isStuck: () => false }).advance();
  expect(freedom.holds()).toBe(false);
  expect(freedom.isFree(at, first as StateId)).toBe(true);
  expect(freedom.holds()).toBe(true);
});
