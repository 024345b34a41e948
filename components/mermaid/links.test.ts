import fc from 'fast-check';
import mermaid from 'mermaid';
import { describe, expect, it } from 'vitest';

import { spread } from '@/components/mermaid/spread';
import { toBeats } from '@/lib/projections/beats';
import { toSequenceDiagram } from '@/lib/projections/sequence-diagram';
import { fromQuery, toQuery } from '@/lib/permalink/permalink';
import { OF_EMBEDS, RESERVED } from '@/lib/permalink/view';
import { playScenario, readScript } from '@/lib/scenario/play';
import type { Scenario } from '@/lib/scenario/scenario';
import { catalogue } from '@/simulations/catalogue';
import { viewsOf } from '@/simulations/views';

/** Over all scenarios together. */
const QUERIES = 12_000;
const PLAYED_MAX = 500;

describe('a query from a stranger', () => {
  it('is read, played and drawn, whatever is in it', async () => {
    const diagrams = new Set<string>();
    let complaints = 0;
    const played = new Set<string>();
    for (const [seed, scenario] of catalogue.entries()) {
      const numRuns = Math.ceil(QUERIES / catalogue.length);
      const limit = (PLAYED_MAX * (seed + 1)) / catalogue.length;
      for (const query of fc.sample(queriesOf(scenario), { seed, numRuns })) {
        const read = fromQuery(scenario, query);
        complaints += read.complaints.length;
        for (const complaint of read.complaints) expect(complaint.length).toBeLessThan(300);

        // What was understood can be written down, and is then understood in the same way.
        const clean = toQuery(scenario, read.view);
        expect(fromQuery(scenario, clean)).toEqual({ view: read.view, complaints: [] });
        const { settings, script, twin } = read.view;
        for (const these of twin ? [settings, twin] : [settings]) {
          const plan = JSON.stringify([scenario.slug, these, script]);
          if (played.has(plan) || played.size > limit) continue;
          played.add(plan);
          diagrams.add(diagramOf(scenario, these, script));
        }
      }
    }
    expect(complaints).toBeGreaterThan(QUERIES / 4);
    expect(played.size).toBeGreaterThan(PLAYED_MAX / 2);
    const some = spread([...diagrams], DIAGRAMS_MAX);
    expect(some.length).toBeGreaterThan(100);
    for (const source of some) {
      expect(await mermaid.parse(source, { suppressErrors: true }), source).not.toBe(false);
    }
  });

  it('is complained about where it can’t be read', () => {
    for (const [seed, scenario] of catalogue.entries()) {
      for (const [name, value] of fc.sample(unreadable(scenario), { seed, numRuns: 300 })) {
        const query = new URLSearchParams([[name, value]]).toString();
        expect(fromQuery(scenario, query).complaints, query).not.toEqual([]);
      }
    }
  });
});

// Helpers

/** Mermaid reads some 30 a second. */
const DIAGRAMS_MAX = 110;

function diagramOf(
  scenario: Scenario,
  settings: Parameters<Scenario['cast']>[0],
  text: string | null,
): string {
  const script = readScript(scenario, settings, text).script;
  const { run, cast } = playScenario(scenario, settings, script);
  return toSequenceDiagram(toBeats(run.trace, { ...scenario, cast }), cast).source;
}

const HOSTILE = [
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype', 'undefined', 'null'],
  ...['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', 'javascript:alert(1)', '%'],
  ...['%E0%A4%A', '%00', '\u0000', '\ud800', '🙂', '\u202e', '../../etc/passwd', '${7*7}', ';#%%'],
  ...[
    '1e9',
    '-1',
    'NaN',
    'Infinity',
    '0x10',
    '٣',
    '9'.repeat(400),
    '~'.repeat(300),
    'a'.repeat(9000),
  ],
  ...['', ' ', '+', '&', '=', '&&==', '?', '#', '%%{init:{}}%%', 'lose.api-client.1', 'wait.1'],
];
const hostile = fc.oneof(fc.constantFrom(...HOSTILE), fc.string(), fc.string({ unit: 'binary' }));
const OF_PAGES = RESERVED.filter((name) => !(OF_EMBEDS as readonly string[]).includes(name));

/** Nonsense, near misses, and links that were once good. */
function queriesOf(scenario: Scenario): fc.Arbitrary<string> {
  const names = [...Object.keys(scenario.knobs), ...RESERVED];
  // A few hundred good ones will do to spoil: making one takes a walk.
  const views = fc.sample(viewsOf(scenario), { seed: 1, numRuns: 300 });
  const good = fc.constantFrom(...views.map((view) => toQuery(scenario, view)));
  const name = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...names) },
    { weight: 1, arbitrary: hostile },
  );
  const pairs = fc
    .array(fc.tuple(name, hostile), { maxLength: 5 })
    .map((all) => all.map(([left, right]) => `${left}=${right}`).join('&'));
  const mutated = fc
    .tuple(good, fc.nat(), fc.nat({ max: 6 }), hostile)
    .map(([text, at, length, instead]) => {
      const from = at % (text.length + 1);
      return text.slice(0, from) + instead + text.slice(from + length);
    });
  const joined = fc.tuple(good, pairs).map((texts) => texts.join('&'));
  return fc.oneof(
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
    { weight: 3, arbitrary: pairs },
    { weight: 5, arbitrary: mutated },
    { weight: 2, arbitrary: joined },
    { weight: 1, arbitrary: good.map((text) => `?${text}`) },
  );
}

/** One parameter of which nothing can be made. */
function unreadable(scenario: Scenario): fc.Arbitrary<readonly [string, string]> {
  const { knobs } = scenario;
  const names = Object.keys(knobs);
  const junk = fc.string({ minLength: 1 }).map((text) => `!${text}`);
  return fc.oneof(
    fc.tuple(fc.constantFrom(...names, ...OF_PAGES), junk),
    fc.tuple(fc.constantFrom('from=', '__proto__', 'constructor', 'Script', ' step'), junk),
  );
}
