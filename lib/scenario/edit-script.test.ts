import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { formatDirective, formatScript, type Script } from '@/lib/engine/directive';
import type { Cast } from '@/lib/engine/model';
import { scriptOf } from '@/lib/engine/run';
import { shop } from '@/lib/engine/toy-casts';
import { walk } from '@/lib/engine/walk';
import { createWorld } from '@/lib/engine/world';
import { actionsAt, describeDirective, without } from '@/lib/scenario/edit-script';
import { initialSettings } from '@/lib/scenario/knobs';
import { type Played, playScenario, readScript } from '@/lib/scenario/play';
import type { Scenario } from '@/lib/scenario/scenario';
import { toyScenario } from '@/lib/scenario/toy-scenario';

const settings = initialSettings(toyScenario.knobs);
const FIRST = createWorld(toyScenario.cast(settings));
const FAULTS = ['lost', 'duplicated', 'delayed', 'crashed'];

describe('an edited script', () => {
  it('changes nothing before what was asked for, and that then', () => {
    let edits = 0;
    const met = new Set<string>();
    fc.assert(
      fc.property(scripts, (script) => {
        const before = playScenario(toyScenario, settings, script);
        for (const { index, scriptLine } of before.run.trace) {
          // The first of the actions at a step that the script made takes that line out.
          for (const action of actionsAt(before, index).slice(scriptLine === null ? 0 : 1)) {
            const after = replayed(action.script);
            const [was, is] = [before, after].map(({ run }) => run.trace.map(wordsOf));
            const at = is?.findIndex((words, place) => words !== was?.[place]) ?? -1;
            edits += 1;
            const { kind, directive } = after.run.trace[at] ?? {};
            expect(FAULTS, action.script).toContain(kind);
            expect(action.script.split('~')).toContain(directive && formatDirective(directive));
            // Whoever asked for it stands where it has just happened.
            expect(action.step, action.script).toBe(at + 1);
            met.add(kind ?? '');
            // What had applied before then is all still there, time that passes too.
            const kept = script.filter((_, line) => (before.run.appliedAfter[line] ?? 9e9) < at);
            expect(action.script.startsWith(formatScript(kept)), action.script).toBe(true);
          }
        }
      }),
      { numRuns: 150 },
    );
    expect(edits).toBeGreaterThan(1_000);
    expect([...met].sort()).toEqual(FAULTS.toSorted());
  });

  it('keeps what is written twice', () => {
    const twice = 'duplicate.asker-shop.1~duplicate.asker-shop.1';
    const played = replayed(twice);
    const answer = played.run.trace.find(
      ({ envelope }) => envelope?.message.type === 'work.answered',
    );
    const lose = actionsAt(played, answer?.index ?? -1).find(({ label }) => /Lose/.test(label));
    expect(lose?.script).toBe(`${twice}~lose.shop-asker.1`);
    expect(without(played, 1)).toBe('duplicate.asker-shop.1');
  });
});

it('a message on one connection can be lost, and is not offered to be doubled', () => {
  const cast = (...of: Parameters<typeof toyScenario.cast>): Cast => {
    const made = toyScenario.cast(...of);
    return { ...made, links: made.links.map((link) => ({ ...link, doubles: false })) };
  };
  const offered = (scenario: Scenario) =>
    actionsAt(playScenario(scenario, settings, []), 1).map(({ label }) => label.split(' ')[0]);
  expect(offered({ ...toyScenario, cast })).toContain('Lose');
  expect(offered({ ...toyScenario, cast })).toEqual(
    offered(toyScenario).filter((verb) => verb !== 'Double'),
  );
});

describe('a directive in words', () => {
  const cast = shop({ memory: true });
  const labels: Readonly<Record<string, string>> = { asker: 'page', 'shop-a': 'api a' };
  const relabelled: Cast = {
    ...{ ...cast, tickMs: 10_000 },
    processes: cast.processes.map((it) => ({ ...it, label: labels[it.id] ?? it.label })),
  };

  it.each([
    { directive: 'wait.2', says: 'Let 20,000 ms pass' },
    { directive: 'fire.asker.1', says: 'Let the 1st timer of page go off' },
    { directive: 'fire.shop-a.2.3', says: 'Let the 3rd timer of api a (request 2) go off' },
    { directive: 'fire.shop-a.memory.1', says: 'Let the 1st timer of api a (memory) go off' },
    { directive: 'crash.shop.0', says: 'Crash api at the start' },
    { directive: 'lose.shop-asker.12', says: 'Lose the 12th message from api to page' },
  ])('has names and times as the page has them: $says', ({ directive: text, says }) => {
    const [directive] = readScript({ ...toyScenario, cast: () => relabelled }, {}, text).script;
    expect(directive && describeDirective(directive, { cast: relabelled })).toBe(says);
  });
});

// Helpers

/** Of all that happened on a walk some is asked for, and the rest left to chance, so that some of it never comes. */
const scripts = fc
  .tuple(fc.array(fc.nat({ max: 1000 }), { maxLength: 40 }), fc.infiniteStream(fc.nat({ max: 3 })))
  .map(([picks, keeps]): Script =>
    scriptOf(walk(FIRST, picks).trace).filter(
      ({ kind }) => keeps.next().value === 0 || (kind !== 'deliver' && kind !== 'fire'),
    ),
  );

const replayed = (text: string): Played => {
  const { script, unreadable } = readScript(toyScenario, settings, text);
  expect(unreadable).toEqual([]);
  return playScenario(toyScenario, settings, script);
};

const wordsOf = ({ atTicks, directive }: Played['run']['trace'][number]): string =>
  `${atTicks} ${formatDirective(directive)}`;
