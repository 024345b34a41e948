import { expect, it } from 'vitest';

import { beyondTheBound, notWaitedFor, wokenLater } from '@/lib/explorer/casts/watched';
import { type Answer, explore } from '@/lib/explorer/explore';
import type { Question } from '@/lib/explorer/question';
import { ALL_REDUCTIONS, reducing } from '@/lib/explorer/reductions/canonical';
import { Search } from '@/lib/explorer/search/search';
import { Tables } from '@/lib/explorer/tables/tables';
import { OUTCOMES } from '@/lib/outcomes/outcome';

it.each([
  ['a message that does something only after one that is met later', wokenLater],
  ['an answer that is not the one that is waited for', notWaitedFor],
  ['an answer upon which more is asked than the bound allows', beyondTheBound],
])('overlooks nothing of %s', (_, question) => {
  const [all, quick] = [true, false].map((unreduced) => told(explore(question, { unreduced })));
  expect(quick).toEqual(all);
});

it('these worlds do harm, or have more to come, by which an oversight is noticed', () => {
  for (const question of [wokenLater, notWaitedFor]) {
    const { outcomes } = explore(question, { unreduced: true });
    expect(outcomes.duplicate.reachable).toBe(true);
  }
  expect(explore(beyondTheBound, { unreduced: true }).beyond).toBe(true);
});

it('searches again once more is known, and then that holds', () => {
  const tables = new Tables(wokenLater, { timed: false });
  expect(triedAgain(wokenLater, tables)).toBe(true);
  expect(triedAgain(wokenLater, tables)).toBe(false);
});

// Helpers

const told = ({ outcomes, complete, beyond }: Answer) => ({
  ...{ complete, beyond },
  found: OUTCOMES.filter((name) => outcomes[name].reachable),
});

function triedAgain(question: Question, tables: Tables): boolean {
  const { canonical, instead } = reducing(tables, ALL_REDUCTIONS);
  new Search(tables, question, { canonical, isStuck: () => false }).advance();
  return instead() !== null;
}
