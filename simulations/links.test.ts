import { appendFileSync, existsSync, readFileSync } from 'node:fs';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { formatDirective, parseDirective } from '@/lib/engine/directive';
import { LIMITS } from '@/lib/engine/limits';
import { fromQuery, initialView, toQuery } from '@/lib/permalink/permalink';
import type { View } from '@/lib/permalink/view';
import { initialOf, positionsOf, type Settings } from '@/lib/scenario/knobs';
import { STORY } from '@/lib/scenario/retell';
import type { Scenario } from '@/lib/scenario/scenario';
import { catalogue } from '@/simulations/catalogue';
import { someSettings } from '@/simulations/some-settings';
import { viewsOf } from '@/simulations/views';

/** Asks to give out what today's link of a scenario is, if none of its lines is that yet. */
const PUBLISH = process.env['PUBLISH_LINKS'] === '1';

describe.each(catalogue)('a link to $slug', (scenario) => {
  const file = new URL(`./scenarios/${scenario.slug}/published-link.txt`, import.meta.url);

  it('that was given out is read as it was then', () => {
    // Published addresses: a change of a line breaks links in courses and slides.
    for (const link of linesOf(file)) {
      const { view, complaints } = fromQuery(scenario, link);
      expect([complaints, toQuery(scenario, view)]).toEqual([[], link]);
    }
  });

  it('that turns every knob was given out', () => {
    // A line more, never another in place of one. Only when asked to: what a run adds by itself is seen by nobody.
    const link = toQuery(scenario, turned(scenario));
    if (PUBLISH && !linesOf(file).includes(link)) appendFileSync(file, `${link}\n`);
    const how = `PUBLISH_LINKS=1 npx vitest run simulations/links.test.ts -t '${scenario.slug}'`;
    expect(linesOf(file), `to give it out for good: ${how}`).toContain(link);
  });

  it('carries whatever a person set, and is read without complaint', () => {
    fc.assert(
      fc.property(viewsOf(scenario), (view) => {
        expect(fromQuery(scenario, toQuery(scenario, view))).toEqual({ view, complaints: [] });
      }),
      { numRuns: 200 },
    );
  });

  it('leaves out what stands at its default', () => {
    expect(toQuery(scenario, initialView(scenario))).toBe('');
    expect(toQuery(scenario, { ...initialView(scenario), script: scenario.script })).toBe('');
  });

  it('has room for the longest script that there is', () => {
    for (const settings of someSettings(scenario)) {
      const longest = namesOf(scenario, settings).toSorted((a, b) => b.length - a.length)[0] ?? '';
      const script = Array(LIMITS.directivesMax).fill(longest).join('~');
      const view = { ...initialView(scenario), settings, script };
      expect(fromQuery(scenario, toQuery(scenario, view)).complaints).toEqual([]);
    }
  });

  it('names each message, process and actor so that it can be read in one way only', () => {
    for (const settings of someSettings(scenario)) {
      const texts = namesOf(scenario, settings);
      expect(new Set(texts).size).toBe(texts.length);
      const { processes } = scenario.cast(settings);
      const names = {
        processes: processes.flatMap(({ id, group }) => [id, group]),
        actors: processes.flatMap(({ actors }) => actors.map(({ id }) => id)),
      };
      for (const text of texts) {
        const read = parseDirective(text, names);
        expect(read && formatDirective(read)).toBe(text);
      }
    }
  });
});

// Helpers

/** The lines of a file, each of which ends in a line break; none where there is no file. */
const linesOf = (file: URL): readonly string[] =>
  existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(0, -1) : [];

/** Every knob at its last position, and everything else set that a link can carry. */
function turned(scenario: Scenario): View {
  const settings = Object.fromEntries(
    // Stories came after the first links were given out, and are no part of what they pin.
    Object.entries(scenario.knobs).map(([name, knob]) => [
      name,
      name === STORY ? initialOf(knob) : (positionsOf(knob).at(-1) ?? ''),
    ]),
  );
  return {
    ...{
      settings,
      twin: initialView(scenario).settings,
      script: [scenario.script, 'wait.1'].filter((text) => text !== '').join('~'),
    },
    ...{
      step: 12,
      // Not in the links that were given out.
      why: null,
      panel: 'state',
      machine: scenario.cast(settings).processes[1]?.actors[0]?.id ?? null,
    },
    ...{ language: 'SQL', speed: 2, present: true },
    ...{ weather: 'stormy', seed: 10_001 },
  };
}

/** Every directive of a number of two digits that can be written in the words of this cast. */
function namesOf(scenario: Scenario, settings: Settings): readonly string[] {
  const { processes } = scenario.cast(settings);
  const names = [...new Set(processes.flatMap(({ id, group }) => [id, group]))];
  const links = names.flatMap((from) => names.map((to) => `duplicate.${from}-${to}.99`));
  const timers = processes.flatMap(({ actors }) => actors.map(({ id }) => `fire.${id}.99`));
  return [...links, ...timers, ...names.map((name) => `crash.${name}.99`)];
}
