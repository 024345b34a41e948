import { expect, it } from 'vitest';

import { bruteForce } from '@/lib/explorer/brute-force';
import {
  answered,
  answeredTwice,
  beyondAfterCrash,
  beyondTheBound,
  calledByName,
  counted,
  diesBefore,
  experienced,
  firstCome,
  namesakes,
  notWaitedFor,
  overtaken,
  remembered,
  suspected,
  toldInside,
  unheardOf,
  waited,
  wokenByClock,
  wokenByCrash,
  wokenByItself,
  wokenLater,
} from '@/lib/explorer/casts/watched';
import { type Answer, explore } from '@/lib/explorer/explore';
import type { Question } from '@/lib/explorer/question';
import { ALL_REDUCTIONS, reducing } from '@/lib/explorer/reductions/canonical';
import { Search } from '@/lib/explorer/search/search';
import { Tables } from '@/lib/explorer/tables/tables';
import { OUTCOMES } from '@/lib/outcomes/outcome';

it.each([
  ['a message that does something only after one that is met later', wokenLater],
  ['a message that does something only after what somebody tells himself', wokenByItself],
  ['a message that does something only after somebody else died', wokenByCrash],
  ['a message that does something only after the clock has rung', wokenByClock],
  ['messages that are counted', counted],
  ['who has signed', suspected],
  ['whom an answer goes to', answered],
  ['whom somebody hesitates to believe', waited],
  ['an answer that is not the one that is waited for', notWaitedFor],
  ['an answer that may come twice', answeredTwice],
  ['an answer that another one may overtake', overtaken],
  ['a letter that finds this one free or that one', firstCome],
  ['who has had a letter before', experienced],
  ['who is called by a name that everybody knows', calledByName],
  ['a death before the answer', diesBefore],
  ['somebody who is told within a step', toldInside],
  ['somebody who is remembered', remembered],
  ['an answer upon which more is asked than the bound allows', beyondTheBound],
  ['a crash upon which more is asked than the bound allows', beyondAfterCrash],
  ['handlers that are alike in name only', namesakes],
])('overlooks nothing of %s', (_, question) => {
  const slow = bruteForce(question, { statesMax: 1_000, summary: true });
  const all = explore(question, { unreduced: true });
  expect([all.states, all.transitions]).toEqual([slow.states, slow.transitions]);
  const found = OUTCOMES.filter((name) => slow.outcomes[name] !== null);
  expect(told(all)).toEqual({ complete: true, beyond: slow.beyond, found });
  expect(told(explore(question))).toEqual(told(all));
});

it('these worlds do harm, or have more to come, by which an oversight is noticed', () => {
  for (const question of [wokenLater, wokenByItself, notWaitedFor, namesakes]) {
    const { outcomes } = explore(question, { unreduced: true });
    expect(outcomes.duplicate.reachable).toBe(true);
  }
  for (const question of [beyondTheBound, beyondAfterCrash]) {
    const { outcomes, beyond } = explore(question, { unreduced: true });
    expect([outcomes.duplicate.reachable, beyond]).toEqual([false, true]);
  }
});

it('who is sent something by somebody who has never heard of him is refused', () => {
  expect(() => explore(unheardOf)).toThrow('"desk.1" sends something to "door.2"');
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
