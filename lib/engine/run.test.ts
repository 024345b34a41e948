import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Directive } from '@/lib/engine/directive';
import { LIMITS, LimitExceeded } from '@/lib/engine/limits';
import { MachineSteps } from '@/lib/engine/machine-steps';
import type { Cast } from '@/lib/engine/model';
import { play, run, scriptOf } from '@/lib/engine/run';
import { casts, scripts, walks } from '@/lib/engine/shop-arbitraries';
import { alone, shop } from '@/lib/engine/toy-casts';
import { player } from '@/lib/engine/toys';
import type { Trace } from '@/lib/engine/trace';
import { walk } from '@/lib/engine/walk';
import { createWorld } from '@/lib/engine/world';

describe('run', () => {
  it('tells the same story every time it is given the same plan', () => {
    fc.assert(
      fc.property(casts, scripts, (cast, script) => {
        expect(run(cast, script).trace).toEqual(run(cast, script).trace);
      }),
    );
  });

  it('tells the same story whether or not transitions are memoised', () => {
    fc.assert(
      fc.property(casts, scripts, (cast, script) => {
        const [memoised, plain] = [run(cast, script), run(cast, script, { memo: false })];
        expect(plain.trace).toEqual(memoised.trace);
        expect(plain.ending).toBe(memoised.ending);
        expect(plain.unapplied).toEqual(memoised.unapplied);
      }),
    );
  });

  it('asks XState less often when memoised', () => {
    const script = Array<Directive>(3).fill({ kind: 'crash', process: 'shop', nth: 0 });
    const [memoised = 0, plain = 0] = [true, false].map((memo) => {
      const steps = new MachineSteps({ memo });
      play(createWorld(shop(), { steps }), script);
      return steps.transitions;
    });
    expect(memoised).toBeLessThan(plain);
  });

  it('never goes back in time', () => {
    fc.assert(
      fc.property(casts, scripts, (cast, script) => {
        const hours = run(cast, script).trace.map(({ atTicks }) => atTicks);
        expect(hours).toEqual(hours.toSorted((a, b) => a - b));
      }),
    );
  });

  it('numbers entries by their place', () => {
    fc.assert(
      fc.property(casts, scripts, (cast, script) => {
        const { trace } = run(cast, script);
        expect(trace.map(({ index }) => index)).toEqual([...trace.keys()]);
      }),
    );
  });

  it('can be told again by the script of its trace', () => {
    fc.assert(
      fc.property(casts, scripts, (cast, script) => {
        const { trace } = run(cast, script);
        const again = run(cast, scriptOf(trace));
        expect(unscripted(again.trace)).toEqual(unscripted(trace));
        expect(again.unapplied).toEqual([]);
      }),
    );
  });

  it('can tell by script whatever any choices lead to', () => {
    fc.assert(
      fc.property(casts, walks, (cast, picks) => {
        const { trace } = walk(createWorld(cast), picks);
        const again = run(cast, scriptOf(trace));
        expect(unscripted(again.trace)).toEqual(unscripted(trace));
        expect(again.unapplied).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('applies the directives of a script in their order, or reports them', () => {
    fc.assert(
      fc.property(casts, scripts, (cast, script) => {
        const { trace, unapplied } = run(cast, script);
        const applied = trace.flatMap(({ scriptLine }) =>
          scriptLine === null ? [] : [scriptLine],
        );
        expect(applied).toEqual(applied.toSorted((a, b) => a - b));
        expect(new Set(applied).size).toBe(applied.length);

        const waits = script.flatMap(({ kind }, line) => (kind === 'wait' ? [line] : []));
        const reported = unapplied.map(({ line }) => line);
        for (const line of script.keys()) {
          const ways = [applied, reported].filter((lines) => lines.includes(line)).length;
          if (!waits.includes(line)) expect(ways, `line ${line}`).toBe(1);
        }
      }),
    );
  });

  it('reports a directive that never applies, and all that stood behind it', () => {
    const { unapplied } = run(shop(), [
      { kind: 'lose', from: 'shop', to: 'asker', nth: 1 },
      { kind: 'lose', from: 'shop', to: 'asker', nth: 9 },
      { kind: 'crash', process: 'shop', nth: 1 },
    ]);
    expect(unapplied.map(({ line }) => line)).toEqual([1, 2]);
  });

  it('ends when nothing is pending', () => {
    expect(run(shop(), []).ending).toBe('quiescent');
  });

  it('ends a game that would go on for ever at the limit of steps', () => {
    const { trace, ending } = run(rally(1), []);
    expect(ending).toBe('step-limit');
    expect(trace).toHaveLength(LIMITS.stepsMax);
  });

  it('ends a run that takes too long at the limit of time', () => {
    const { ending, last } = run(rally(LIMITS.ticksMax / 10), []);
    expect(ending).toBe('time-limit');
    expect(last.nowTicks).toBe(LIMITS.ticksMax);
  });

  it('ends a flood at the limit of messages', () => {
    const flood = Array.from({ length: LIMITS.inFlightMax }, (_, index): Directive => ({
      kind: 'duplicate',
      from: 'left',
      to: 'right',
      nth: index + 1,
    }));
    expect(run(rally(1, true), flood).ending).toBe('message-limit');
  });

  it('refuses a process that talks to itself without end', () => {
    const cast = rally(1);
    const [person, left] = cast.processes;
    if (!person || !left) throw new Error('A rally has a person and a left side');
    const actors = ['left.1', 'left.2'].map((id) => ({ id, machine: player, input: null }));
    const talker = { ...cast, processes: [person, { ...left, actors }], openings: [] };
    const begun = { type: 'game.begun', intent: null, opponent: 'left.2' };
    const openings = [{ from: 'person', to: 'left', atTicks: 0, message: begun }];
    expect(() => run(talker, [])).not.toThrow();
    expect(() => run({ ...talker, openings }, [])).toThrow(LimitExceeded);
  });
});

// Helpers

const unscripted = (trace: Trace): Trace => trace.map((entry) => ({ ...entry, scriptLine: null }));

/** Two players who hit a ball to and fro, each hit taking so many ticks. */
function rally(ticks: number, lossy = false): Cast {
  const [person, toy] = alone(player, []).processes;
  if (!person || !toy) throw new Error('A toy alone is two processes');
  const side = (id: string) => ({
    ...{ ...toy, id, group: id },
    actors: [{ id, machine: player, input: null }],
  });
  const link = { usualTicks: ticks, latestTicks: ticks, lossy };
  return {
    tickMs: 100,
    processes: [person, side('left'), side('right')],
    links: [{ ...link, between: ['left', 'right'] }],
    openings: [
      {
        ...{ from: 'person', to: 'left', atTicks: 0 },
        message: { type: 'game.begun', intent: null, opponent: 'right' },
      },
    ],
  };
}
