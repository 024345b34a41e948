import { expect, it } from 'vitest';

import { requestPatterns } from '@/simulations/tools/choose/request-patterns';
import { patternTree } from '@/simulations/tools/choose/tree';

const { businessKey, late } = patternTree.questions;

it('answers with a row that is there only whoever made it, and only if it says the same', () => {
  const how = requestPatterns['unique-constraint']?.how ?? '';
  expect(how).toMatch(/this caller’s and says the same, answer with it; otherwise refuse/);
  // What another customer may hold is no number of one’s own.
  expect(businessKey.help).not.toMatch(/booking a seat/);
});

it('lets a plain set do only where no attempt is given up and may still arrive', () => {
  const leadsTo = (pattern: string) =>
    late.answers.find((answer) => answer.leadsTo.pattern === pattern)?.help;
  expect(leadsTo('natural')).toMatch(/gives no attempt up/);
  expect(leadsTo('versioned')).toMatch(/given up: it may still be on its way/);
});
