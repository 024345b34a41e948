import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { choiceFor, choicesOf, defaultChoice } from '@/lib/engine/choices';
import type { Directive } from '@/lib/engine/directive';
import { run, scriptOf } from '@/lib/engine/run';
import { casts, walks } from '@/lib/engine/shop-arbitraries';
import { directiveFor, step } from '@/lib/engine/step';
import { alone, shop } from '@/lib/engine/toy-casts';
import { alarmClock } from '@/lib/engine/toys';
import { walk } from '@/lib/engine/walk';
import { createWorld, statesOf, type World } from '@/lib/engine/world';

describe('choicesOf', () => {
  it('names choices each of which can be made', () => {
    forAllWorlds((world) => {
      for (const choice of choicesOf(world)) expect(() => step(world, choice)).not.toThrow();
    });
  });

  it('names choices each of which its directive finds again, and no other', () => {
    forAllWorlds((world) => {
      const choices = choicesOf(world);
      for (const choice of choices) {
        expect(choiceFor(world, directiveFor(world, choice))).toEqual(choice);
      }
    });
  });

  it('holds what happens by default, unless that is waiting for longer', () => {
    forAllWorlds((world) => {
      const next = defaultChoice(world);
      if (next === null) {
        expect(choicesOf(world).filter(({ kind }) => kind !== 'crash')).toEqual([]);
      } else if (next.kind === 'wait') {
        expect(choicesOf(world)).toContainEqual({ kind: 'wait', ticks: 1 });
      } else {
        expect(choicesOf(world)[0]).toEqual(next);
      }
    });
  });

  it('leaves the world it looks at as it was', () => {
    forAllWorlds((world) => {
      const before = structuredClone({ ...world, system: null });
      for (const choice of choicesOf(world)) step(world, choice);
      expect({ ...world, system: null }).toEqual(before);
    });
  });

  it('comes in order of due time, then messages before timers', () => {
    forAllWorlds((world) => {
      const due = choicesOf(world).flatMap((choice) => {
        const { system, core } = world;
        if (choice.kind === 'deliver') {
          return [{ at: system.parcelOf(core.parcels[choice.parcel] ?? -1).usualIn, timer: 0 }];
        }
        return choice.kind === 'fire' ? [{ at: 0, timer: 1 }] : [];
      });
      expect(due).toEqual(due.toSorted((a, b) => a.at - b.at || a.timer - b.timer));
    });
  });

  it('comes in order of age among messages that are due together', () => {
    forAllWorlds((world) => {
      const { envelopes, system, core } = world;
      const deliveries = choicesOf(world).flatMap((choice) =>
        choice.kind === 'deliver' ? [choice.parcel] : [],
      );
      const hours = deliveries.map((at) => system.parcelOf(core.parcels[at] ?? -1).usualIn);
      for (const [index, parcel] of deliveries.entries()) {
        const previous = deliveries[index - 1];
        if (previous === undefined || hours[index] !== hours[index - 1]) continue;
        expect(envelopes[previous]?.id ?? 0).toBeLessThan(envelopes[parcel]?.id ?? 0);
      }
    });
  });

  it('lets a message come before the timer that is due in the same tick', () => {
    // There and back takes two ticks, which is all the patience that there is.
    const cast = shop({ usualTicks: 1, workTicks: 0, patienceTicks: 2, memory: false });
    const { trace } = run(cast, []);
    expect(trace.at(-1)).toMatchObject({ kind: 'delivered', actor: 'asker', atTicks: 2 });
    expect(trace.some(({ kind, actor }) => kind === 'fired' && actor === 'asker')).toBe(false);
  });

  it('holds a message back to its latest arrival, once', () => {
    const delay: Directive = { kind: 'delay', from: 'asker', to: 'shop', nth: 1 };
    const { trace, unapplied } = run(shop({ usualTicks: 1, latestTicks: 4 }), [delay, delay]);
    expect(trace[1]).toMatchObject({ kind: 'delayed', envelope: { delayable: true } });
    expect(trace[2]).toMatchObject({
      ...{ kind: 'delivered', atTicks: 4, envelope: { nth: 1, delayable: false } },
    });
    expect(unapplied).toHaveLength(1);
  });

  it('may lose on one connection, and does not double', () => {
    const cast = shop();
    const links = cast.links.map((link) => ({ ...link, doubles: false }));
    const kinds = choicesOf(createWorld({ ...cast, links })).map(({ kind }) => kind);
    const both = choicesOf(createWorld(cast)).map(({ kind }) => kind);
    expect(kinds).toEqual(both.filter((kind) => kind !== 'duplicate'));
  });

  it('lets nobody wait while something is overdue', () => {
    forAllWorlds((world) => {
      const { system, core } = world;
      const isOverdue =
        core.actors.some((state) =>
          system.states.get(state).timers.some(({ dueIn }) => dueIn === 0),
        ) ||
        choicesOf(world).some(
          (choice) =>
            choice.kind === 'deliver' &&
            system.parcelOf(core.parcels[choice.parcel] ?? -1).latestIn === 0,
        );
      if (isOverdue) expect(choicesOf(world).map(({ kind }) => kind)).not.toContain('wait');
    });
  });

  it('lets a message arrive at any tick from its sending to its latest arrival', () => {
    const cast = shop({ usualTicks: 1, latestTicks: 3, patienceTicks: 9 });
    const arrivals = [0, 1, 2, 3, 4].filter((ticks) => {
      const script = [
        { kind: 'deliver', from: 'person', to: 'asker', nth: 1 } as const,
        ...(ticks === 0 ? [] : [{ kind: 'wait', ticks } as const]),
        { kind: 'deliver', from: 'asker', to: 'shop', nth: 1 } as const,
      ];
      return run(cast, script).trace[1]?.atTicks === ticks;
    });
    expect(arrivals).toEqual([0, 1, 2, 3]);
  });

  it('lets what comes from outside come at its hour, no sooner', () => {
    const world = createWorld(shop({ openings: [3] }));
    expect(choicesOf(world)).toEqual([
      { kind: 'wait', ticks: 1 },
      { kind: 'crash', process: 'shop-a' },
    ]);
  });

  it('tells apart two timers of one actor that are due together', () => {
    const cast = alone(alarmClock, [alarm(3), alarm(3)]);
    const { trace, last } = walk(createWorld(cast), [0, 0, 0, 0, 0, 1]);
    expect(trace.map(({ timer }) => timer)).toEqual([null, null, 'alarm-2', 'alarm-1']);
    expect(scriptOf(trace).slice(-2)).toEqual([
      { kind: 'fire', actor: 'toy', nth: 2 },
      { kind: 'fire', actor: 'toy', nth: 2 },
    ]);
    expect(statesOf(run(cast, scriptOf(trace)).last)).toEqual(statesOf(last));
  });
});

describe('a busy process', () => {
  it.each([1, 2, 3])('of %i handlers lets one more request wait until one is free', (handlers) => {
    const cast = shop({ handlers, retries: 9, patienceTicks: 1, workTicks: 20, memory: false });
    const { trace } = run(cast, []);
    const taken = trace.filter(({ envelope }) => envelope?.message.type === 'work.asked');
    expect(taken).toHaveLength(10);
    expect(taken.every(({ changes }) => changes[0]?.handled)).toBe(true);
    expect(taken[handlers]?.atTicks).toBeGreaterThanOrEqual(20);
    expect(taken[handlers - 1]?.atTicks).toBeLessThan(20);
  });

  it('gives a request to the first handler that is free', () => {
    const cast = shop({ handlers: 2, retries: 1, patienceTicks: 1, workTicks: 20 });
    const takers = run(cast, []).trace.flatMap(({ envelope, actor }) =>
      envelope?.message.type === 'work.asked' ? [actor] : [],
    );
    expect(takers).toEqual(['shop-a.1', 'shop-a.2']);
  });
});

describe('directives by a group’s name', () => {
  it('name messages of any instance', () => {
    const cast = shop({ instances: 2, retries: 2, patienceTicks: 1 });
    const lost = (from: string, to: string, nth: number) =>
      run(cast, [{ kind: 'lose', from, to, nth }])
        .trace.filter(({ kind }) => kind === 'lost')
        .map(
          ({ envelope }) => `${envelope?.from ?? ''} ${envelope?.to ?? ''} ${envelope?.nth ?? 0}`,
        );
    expect(lost('asker', 'shop', 1)).toEqual(['asker shop-a 1']);
    expect(lost('asker', 'shop', 2)).toEqual(['asker shop-b 1']);
    expect(lost('asker', 'shop-b', 1)).toEqual(['asker shop-b 1']);
    expect(lost('asker', 'shop-a', 2)).toEqual(['asker shop-a 2']);
  });

  it('crash the instance that handled the group’s last event', () => {
    const cast = shop({ instances: 2, retries: 1, patienceTicks: 1, workTicks: 20 });
    const crashed = (process: string, nth: number) =>
      run(cast, [{ kind: 'crash', process, nth }]).trace.flatMap((entry) =>
        entry.kind === 'crashed' ? [entry.process] : [],
      );
    expect(crashed('shop', 1)).toEqual(['shop-a']);
    expect(crashed('shop', 2)).toEqual(['shop-b']);
    expect(crashed('shop-b', 0)).toEqual(['shop-b']);
  });

  it('are written where there is only one instance', () => {
    const world = createWorld(shop({ instances: 1 }));
    expect(directiveFor(world, { kind: 'crash', process: 'shop-a' })).toMatchObject({
      process: 'shop',
    });
    const two = createWorld(shop({ instances: 2 }));
    expect(directiveFor(two, { kind: 'crash', process: 'shop-a' })).toMatchObject({
      process: 'shop-a',
    });
  });
});

// Helpers

const alarm = (ticks: number) => ({
  atTicks: 0,
  message: { type: 'alarm.set', intent: null, ticks },
});

/** Holds something of any world that any choices lead to. */
function forAllWorlds(holds: (world: World) => void): void {
  fc.assert(
    fc.property(casts, walks, (cast, picks) => {
      let world = createWorld(cast);
      for (const pick of picks) {
        holds(world);
        const choices = choicesOf(world).slice(0, 12);
        const choice = choices[pick % choices.length];
        if (!choice || world.envelopes.length > 30) break;
        world = step(world, choice).world;
      }
      holds(world);
    }),
    { numRuns: 40 },
  );
}
