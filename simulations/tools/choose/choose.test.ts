import { describe, expect, it } from 'vitest';

import { allWalks, walkTree } from '@/lib/tools/choose/tree';
import { readPosition } from '@/lib/scenario/knobs';
import { catalogue } from '@/simulations/catalogue';
import { patternTree } from '@/simulations/tools/choose/tree';
import { patterns } from '@/simulations/tools/choose/patterns';
import { SOURCES } from '@/simulations/tools/sources';
import { linkTo } from '@/simulations/tools/scenario-reference';
import { fromQuery } from '@/lib/permalink/permalink';

const walks = allWalks(patternTree);
const references = Object.values(patterns).flatMap(({ scenarios }) => scenarios);

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

describe('a pattern', () => {
  it.each(Object.entries(patterns))('%s has scenarios and sources', (_, { scenarios, sources }) => {
    expect(scenarios.length).toBeGreaterThan(0);
    expect(sources.length).toBeGreaterThan(0);
    for (const source of sources) expect(SOURCES[source].url).toMatch(/^https:\/\//);
  });

  it.each(references)('links to $slug, $shows, with settings that it can read', (reference) => {
    const scenario = catalogue.find(({ slug }) => slug === reference.slug);
    const { path } = linkTo(reference, catalogue);
    if (!scenario) {
      expect(path).toBeNull();
      return;
    }
    for (const [name, value] of Object.entries(reference.settings)) {
      const knob = scenario.knobs[name];
      expect(knob && readPosition(knob, String(value)), name).toBe(value);
    }
    const query = path?.split('?')[1] ?? '';
    const { view, complaints } = fromQuery(scenario, query);
    expect(complaints).toEqual([]);
    expect(view.settings).toMatchObject(reference.settings);
  });

  it('is linked to a scenario that is there, for some', () => {
    expect(references.filter((each) => linkTo(each, catalogue).path !== null)).not.toEqual([]);
  });
});
