import { expect, it } from 'vitest';

import { A, AB, BOTH, ended, traceOf } from '@/lib/outcomes/happened';
import { judge } from '@/lib/outcomes/judge';
import type { Meant } from '@/lib/outcomes/meant';
import { OUTCOMES } from '@/lib/outcomes/outcome';
import { OUTCOME_WORDS } from '@/lib/outcomes/words';

it('the judge gives its reasons in sentences', () => {
  const because = (happened: string, meant: Meant = AB) => {
    const { outcomes } = judge(traceOf(happened), meant, ended(false));
    return OUTCOMES.map((name) => outcomes[name].because).filter((text) => text !== '');
  };
  expect(because('charge A, -, charge A, charge A, charge A, done A, done B'))
    .toMatchInlineSnapshot(`
    [
      "Purchase A was charged at step 1 and again at step 3, step 4 and step 5.",
      "Purchase B was reported done at step 7, but was never charged.",
    ]
  `);
  expect(because('charge A ch-1, failed A, done B ch-1')).toMatchInlineSnapshot(`
    [
      "Purchase A was reported failed, yet it happened. Purchase B was answered with what belongs to another.",
      "Purchase B was taken for a duplicate and never happened.",
    ]
  `);
  const [, part] = because('charge A, failed A, done B, charge B', BOTH);
  expect(part).toBe('Purchase A was reported failed, yet a part of it happened.');
  expect(because('done A, done A x')).toMatchInlineSnapshot(`
    [
      "Purchase A was reported done at step 1, but was never charged.",
      "Purchase B has no final answer, and one more calm attempt gets none either.",
      "Purchase A was answered in two different ways.",
    ]
  `);
  const { stuck } = judge(traceOf('charge A'), A, {
    afterCalmAttempt: () => 'not made',
  }).outcomes;
  expect(stuck.because).toBe(
    'Purchase A has no final answer, and whoever sent it sees no reason to try again.',
  );
  // True of both: where nobody tries again, no attempt came to nothing.
  expect(OUTCOME_WORDS.stuck.means).toBe(
    'No final answer, and no further calm attempt brings one.',
  );
});
