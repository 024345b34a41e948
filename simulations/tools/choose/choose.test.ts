import { describe, expect, it } from 'vitest';

import { allWalks, unasked, walkTree } from '@/lib/tools/choose/tree';
import { patternTree } from '@/simulations/tools/choose/tree';
import { patterns } from '@/simulations/tools/choose/patterns';

const walks = allWalks(patternTree);

describe('the tree of questions', () => {
  it('ends on every path, at a pattern that there is', () => {
    for (const { answers, pattern } of walks) {
      const walk = walkTree(patternTree, answers);
      expect(walk.pattern).toBe(pattern);
      expect(walk.asked.map(({ name }) => name).toSorted()).toEqual(
        Object.keys(answers).toSorted(),
      );
      expect(Object.keys(patterns)).toContain(pattern);
    }
  });

  it('reaches every pattern, and asks every question', () => {
    expect(new Set(walks.map(({ pattern }) => pattern))).toEqual(new Set(Object.keys(patterns)));
    expect(new Set(walks.flatMap(({ answers }) => Object.keys(answers)))).toEqual(
      new Set(Object.keys(patternTree.questions)),
    );
  });

  it('takes a few questions: at most four', () => {
    expect(Math.max(...walks.map(({ answers }) => Object.keys(answers).length))).toBe(4);
  });

  it('stays open while an answer is missing or none that there is', () => {
    expect(walkTree(patternTree, {})).toEqual({
      asked: [{ name: 'start', answer: null }],
      pattern: null,
    });
    expect(walkTree(patternTree, { start: 'request', effect: 'toString' }).pattern).toBeNull();
  });

  it('has no two answers of the same name', () => {
    for (const { answers } of Object.values(patternTree.questions)) {
      const values = answers.map(({ value }) => value);
      expect(new Set(values).size).toBe(values.length);
    }
  });
});

it.each(Object.entries(patterns))('the pattern %s can be seen in scenarios', (_, { scenarios }) => {
  expect(scenarios.length).toBeGreaterThan(0);
});

it('who reads messages is not told of a request alone, which they do not have', () => {
  const forReaders = walks.filter(({ answers }) => answers['start'] === 'message');
  expect(forReaders.length).toBeGreaterThan(2);
  for (const { pattern } of forReaders) {
    const { how = '', costs = '' } = patterns[pattern] ?? {};
    const alone = [how, costs].filter((text) => /request/.test(text) && !/message/.test(text));
    expect(alone, pattern).toEqual([]);
  }
});

it.each(Object.entries(patterns))('what %s doesn’t do is no instruction', (_, { limits }) => {
  expect(limits).not.toMatch(/(^|[.:;,] )(ask|call|finish|give up|look|retry|send|use)\b/i);
});

it('an answer to a question that is not asked on this way is noticed', () => {
  const answers = { start: 'webhook', order: 'no', late: 'yes', undo: '' };
  expect(unasked(walkTree(patternTree, answers), answers)).toEqual(['late']);
});
