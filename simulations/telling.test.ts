import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Cast } from '@/lib/engine/model';
import type { Trace } from '@/lib/engine/trace';
import { walk } from '@/lib/engine/walk';
import { createWorld } from '@/lib/engine/world';
import { toBeats } from '@/lib/projections/beats';
import { toSequenceDiagram } from '@/lib/projections/sequence-diagram';
import { statesAt } from '@/lib/projections/states';
import type { Scenario } from '@/lib/scenario/scenario';
import { catalogue } from '@/simulations/catalogue';
import { playsOf } from '@/simulations/plays';
import { someSettings } from '@/simulations/some-settings';

describe.each(catalogue)('the telling of $slug', (scenario) => {
  it('has words for every message, fact and timer', () => {
    forAllWalks(scenario, (trace, cast) => {
      const types = trace
        .flatMap(({ envelope, sent }) => [envelope, ...sent])
        .map((it) => it?.message.type);
      const names = trace.flatMap(({ facts }) => facts.map(({ fact }) => fact.name));
      const raw = new Set([...types, ...names, ...trace.map(({ timer }) => timer)]);
      const beats = toBeats(trace, { ...scenario, cast });
      const { source } = toSequenceDiagram(beats, cast);
      const sentences = beats.map(({ sentence }) => sentence).join('\n');
      for (const word of raw) {
        if (!word) continue;
        expect(source).not.toContain(word);
        expect(sentences).not.toContain(word);
      }
      for (const { timer } of trace) {
        if (timer !== null) expect(scenario.wording.timer(timer)).not.toBe('the time is up');
      }
    });
  });

  it('has words for every effect, and others when it happens again', () => {
    for (const { fact: name } of scenario.meant.effects) {
      const [once, again] = [false, true].map((seen) =>
        scenario.wording.fact({ name, intent: 'A' }, seen),
      );
      expect(once).toEqual(expect.any(String));
      expect(again).toEqual(expect.any(String));
      expect(again).not.toBe(once);
    }
  });

  // But for `idem:undefined`, which is what a lesson is about.
  it('never says undefined, null, NaN or an object', () => {
    forAllWalks(scenario, (trace, cast) => {
      for (const { sentence, arrow, notes } of toBeats(trace, { ...scenario, cast })) {
        for (const text of [sentence, arrow?.text ?? '', ...notes.map((note) => note.text)]) {
          expect(text).not.toMatch(/(?<!idem:)undefined|null|NaN|\[object|\.\.|,,| {2}|^,|, *\.$/);
        }
        expect(sentence).toMatch(/^[^a-z].*\.$/);
      }
    });
  });

  it('shows what stores hold in tables of equal rows', () => {
    for (const { run, cast } of playsOf(scenario)) {
      for (let position = 0; position <= run.trace.length; position += 1) {
        const states = statesAt(run, position);
        const tables = cast.processes.flatMap(({ actors }) =>
          actors.flatMap(({ id, machine }) =>
            scenario.wording
              .tables(machine.id, states[id]?.context)
              .map((table) => ({ machine, table })),
          ),
        );
        // Somebody keeps something in every scenario, and the panel has words for no other.
        expect(tables.length).toBeGreaterThan(0);
        for (const { machine, table } of tables) {
          for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
          expect(table.rows.flat().join(' ')).not.toMatch(/(?<!idem:)undefined|NaN|\[object/);
          // A column in which nobody has anything says nothing, or what is not so.
          for (const [place, column] of table.columns.entries()) {
            const isEmpty = table.rows.length > 0 && table.rows.every((row) => row[place] === '–');
            expect(isEmpty, `${machine.id}: ${table.title}, ${column}`).toBe(false);
          }
        }
      }
    }
  });
});

// Helpers

const picks = fc.array(fc.nat({ max: 1000 }), { maxLength: 30 });

function forAllWalks(scenario: Scenario, holds: (trace: Trace, cast: Cast) => void): void {
  for (const [seed, settings] of someSettings(scenario).entries()) {
    const cast = scenario.cast(settings);
    const first = createWorld(cast);
    fc.assert(
      fc.property(picks, (chosen) => {
        holds(walk(first, chosen).trace, cast);
      }),
      { numRuns: 8, seed },
    );
  }
}
