import { describe, expect, it } from 'vitest';

import { readPosition } from '@/lib/scenario/knobs';
import { catalogue, scenarioBySlug } from '@/simulations/catalogue';
import type { Play } from '@/simulations/concepts/concept';
import { contradictions } from '@/simulations/concepts/contradictions/contradictions';
import { chapters, concepts } from '@/simulations/concepts/inventory';
import { placesOf } from '@/simulations/concepts/places';
import { played } from '@/simulations/concepts/plays';
import { conceptsOf } from '@/simulations/concepts/reading';
import { readings } from '@/simulations/concepts/readings/readings';
import { tools } from '@/simulations/tools/registry';

const numbers = concepts.map(({ number }) => number);

describe('the inventory', () => {
  it('numbers its rows from 1 on, each number once', () => {
    const inOrder = numbers.toSorted((one, other) => one - other);
    expect(inOrder).toEqual(numbers.map((_, index) => index + 1));
  });

  it('gives every row a title and a text of its own', () => {
    for (const texts of [concepts.map(({ title }) => title), concepts.map(({ text }) => text)]) {
      expect(texts.filter((text, index) => texts.indexOf(text) < index)).toEqual([]);
    }
  });

  it('has a place for every row', () => {
    expect(numbers.filter((number) => placesOf(number).length === 0)).toEqual([]);
  });

  it('has every row that a scenario, a tool or a reading says it covers', () => {
    const listed = [
      ...catalogue.map(({ slug, concepts }) => ({ slug, concepts })),
      ...tools.map(({ slug, concepts }) => ({ slug, concepts })),
      ...readings.map((reading) => ({ slug: reading.slug, concepts: conceptsOf(reading) })),
    ];
    const unknown = listed.flatMap(({ slug, concepts }) =>
      concepts.filter((number) => !numbers.includes(number)).map((number) => `${slug}: ${number}`),
    );
    expect(unknown).toEqual([]);
  });

  it('leaves no name to be had twice in an address', () => {
    for (const names of [
      [...chapters.map(({ id }) => id), ...numbers.map((number) => `c-${number}`)],
      readings.map(({ slug }) => slug),
      ...readings.map(({ sections }) => sections.map(({ id }) => id)),
    ]) {
      expect(new Set(names).size).toBe(names.length);
      for (const name of names) expect(name).toMatch(/^[a-z0-9-]+$/);
    }
  });
});

describe.each(readings)('the reading $slug', ({ sections }) => {
  const blocks = sections.flatMap((section) => section.blocks);

  it('links to scenarios with settings and scripts that they understand', () => {
    const plays = blocks.flatMap((block) => ('plays' in block ? [...block.plays] : []));
    for (const play of plays) expect(problemsOf(play), play.text).toEqual([]);
  });

  it('shows and draws only what can be played now', () => {
    const shown = blocks.flatMap((block) =>
      block.kind === 'drawing'
        ? [block.scenario]
        : block.kind === 'runs'
          ? block.plays.map(({ scenario }) => scenario)
          : [],
    );
    expect(shown.filter((slug) => !scenarioBySlug(slug))).toEqual([]);
  });

  it('has rows of one length in each table', () => {
    for (const block of blocks) {
      if (block.kind !== 'table') continue;
      for (const row of block.rows) expect(row).toHaveLength(block.head.length);
    }
  });

  it('closes every mark that it opens', () => {
    for (const text of textsIn(blocks)) {
      const outside = text.replaceAll(/`[^`]+`/g, '');
      expect(outside, text).not.toMatch(/`/);
      expect(outside.replaceAll(/\*[^*]+\*/g, ''), text).not.toMatch(/\*/);
    }
  });
});

it('has apostrophes as they are printed', () => {
  const texts = [
    ...concepts.flatMap(({ title, text }) => [title, text]),
    ...readings.flatMap(({ title, lead, sections }) => [
      ...[title, lead],
      ...sections.flatMap((section) => [section.title, ...textsIn(section.blocks)]),
    ]),
  ];
  expect(texts.filter((text) => /\w'\w/.test(text.replaceAll(/`[^`]+`/g, '')))).toEqual([]);
});

describe.each(contradictions)('contradiction $number', ({ claims, source, shows }) => {
  it('says what is claimed, by what source it is judged, and where it can be seen', () => {
    expect(claims.length).toBeGreaterThanOrEqual(2);
    expect(source.address).toMatch(/^https:\/\//);
    expect(shows).not.toEqual([]);
  });
});

// Helpers

function problemsOf(play: Play): readonly string[] {
  const scenario = scenarioBySlug(play.scenario);
  if (!scenario) return [`there is no scenario ${play.scenario}`];
  const unknown = Object.entries(play.settings ?? {}).filter(([name, value]) => {
    const knob = scenario.knobs[name];
    return !knob || readPosition(knob, String(value)) === null;
  });
  if (unknown.length > 0) return unknown.map(([name, value]) => `no ${name}=${value}`);
  const { run } = played(scenario, play);
  return [
    ...run.unapplied.map(() => `${play.script ?? scenario.script} is not all applied`),
    ...(run.ending === 'quiescent' ? [] : [run.ending]),
  ];
}

/** Every text among some blocks that may hold marks. Code may hold anything. */
function textsIn(blocks: readonly unknown[]): readonly string[] {
  return blocks.flatMap((block): readonly string[] => {
    if (typeof block === 'string') return [block];
    if (typeof block !== 'object' || block === null) return [];
    if ('kind' in block && block.kind === 'code') return [];
    return textsIn(
      Object.entries(block)
        .filter(([name]) => !['kind', 'address', 'scenario', 'settings', 'script'].includes(name))
        .map(([, value]: [string, unknown]) => value)
        .flatMap((value) => (Array.isArray(value) ? (value as unknown[]) : [value])),
    );
  });
}
