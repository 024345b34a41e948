import { describe, expect, it } from 'vitest';
import { emit, setup } from 'xstate';

import type { Directive } from '@/lib/engine/directive';
import type { Effect } from '@/lib/engine/model';
import { run } from '@/lib/engine/run';
import { shop, type ShopPlan } from '@/lib/engine/toy-casts';
import { statesOf } from '@/lib/engine/world';

describe('a crash', () => {
  it('takes all that the process knew, memory and handlers alike', () => {
    const { trace } = crashed(1);
    const crash = trace.find(({ kind }) => kind === 'crashed');
    const after = Object.fromEntries(
      crash?.changes.map(({ actor, before, after: { value, context } }) => [
        actor,
        [before.value, value, (context as { notes?: number; asked?: null }).notes ?? null],
      ]) ?? [],
    );
    expect(after).toMatchObject({
      'shop-a.1': ['working', 'idle', null],
      'shop-a.2': ['idle', 'idle', null],
      'shop-a.memory': ['open', 'open', 0],
    });
  });

  it('leaves what other processes know', () => {
    const { last } = crashed(3);
    expect(statesOf(last)['note-book']?.context).toMatchObject({ notes: 1 });
  });

  it('takes the process’s timers', () => {
    const { trace } = crashed(1);
    const crash = trace.findIndex(({ kind }) => kind === 'crashed');
    const [next] = trace.slice(crash + 1).filter(({ process }) => process === 'shop-a');
    expect(next?.kind).toBe('delivered');
    expect(trace[crash + 1]?.actor).toBe('asker');
  });

  it('cuts answers to the dead', () => {
    // The notebook is slow, so that its confirmation is on the wire when the asker of it dies.
    const { trace } = crashed(2, { storeTicks: 3, at: 'note-book-shop' });
    const crash = trace.find(({ kind }) => kind === 'crashed');
    expect(crash?.cut.map(({ message }) => message.type)).toEqual(['note.kept']);
  });

  it('lets what the dead had asked arrive, and answers it to nobody', () => {
    const { trace } = crashed(2, { storeTicks: 3 });
    const crash = trace.findIndex(({ kind }) => kind === 'crashed');
    const later = trace.slice(crash + 1).filter(({ process }) => process === 'note-book');
    expect(later[0]?.envelope?.sentIn).toBeLessThan(crash);
    expect(later[0]?.facts.map(({ fact }) => fact.name)).toEqual(['note.written']);
    expect(later[0]?.sent).toEqual([]);
  });

  it('lets requests that are on their way to the process arrive', () => {
    const { trace } = run(shop({ usualTicks: 3 }), [
      { kind: 'deliver', from: 'person', to: 'asker', nth: 1 },
      { kind: 'crash', process: 'shop', nth: 0 },
    ]);
    expect(trace[1]?.cut).toEqual([]);
    expect(trace[2]).toMatchObject({ kind: 'delivered', process: 'shop-a', actor: 'shop-a.1' });
  });

  it('cuts requests too, if the process opened the connections on which they come', () => {
    const cast = shop({ usualTicks: 3 });
    const processes = cast.processes.map((each) => ({ ...each, connects: each.crashes }));
    const { trace } = run({ ...cast, processes }, [
      { kind: 'deliver', from: 'person', to: 'asker', nth: 1 },
      { kind: 'crash', process: 'shop', nth: 0 },
    ]);
    expect(trace[1]?.cut.map(({ message }) => message.type)).toEqual(
      trace[0]?.sent.map(({ message }) => message.type),
    );
    expect(trace[2]).not.toMatchObject({ kind: 'delivered', process: 'shop-a' });
  });

  it('is heard by whoever listens, with the names of all that died, and by nobody else', () => {
    const { trace } = crashed(1);
    const changes = trace.find(({ kind }) => kind === 'crashed')?.changes ?? [];
    expect(changes.find(({ actor }) => actor === 'note-book')?.after.context).toMatchObject({
      closed: ['shop-a.1', 'shop-a.2', 'shop-a.memory'],
    });
    expect(changes.map(({ actor }) => actor)).not.toContain('asker');
  });

  it('takes one instance and not the other', () => {
    const { trace } = run(shop({ instances: 2, memory: false }), [
      { kind: 'crash', process: 'shop-b', nth: 0 },
    ]);
    expect(trace[0]?.changes.map(({ process }) => process)).not.toContain('shop-a');
  });

  it('happens after the event that it counts to, between any two', () => {
    const calm = run(shop({ openings: [0] }), []).trace.filter(
      ({ process }) => process === 'shop-a',
    );
    for (const nth of [0, ...calm.map(({ nthOfProcess }) => nthOfProcess)]) {
      const { trace, unapplied } = crashed(nth);
      const crash = trace.findIndex(({ kind }) => kind === 'crashed');
      const before = trace.slice(0, crash).filter(({ process }) => process === 'shop-a');
      expect(before).toHaveLength(nth);
      expect(unapplied).toEqual([]);
    }
  });

  it('lets all of a process forget before any of it starts to talk', () => {
    const cast = shop({ handlers: 1 });
    const withGreeter = cast.processes.map((process) =>
      process.id === 'shop-a'
        ? {
            ...process,
            actors: [{ id: 'shop-a.0', machine: greeter, input: null }, ...process.actors],
          }
        : process,
    );
    const { first, last } = run({ ...cast, processes: withGreeter, openings: [] }, [
      { kind: 'crash', process: 'shop', nth: 0 },
    ]);
    expect(statesOf(first)['shop-a.memory']?.context).toMatchObject({ notes: 1 });
    expect(statesOf(last)['shop-a.memory']?.context).toMatchObject({ notes: 1 });
  });

  it('is not a choice for what does not crash', () => {
    const { unapplied } = run(shop(), [{ kind: 'crash', process: 'note-book', nth: 0 }]);
    expect(unapplied).toHaveLength(1);
  });
});

// Helpers

/** Tells the memory of its process that it is there, as soon as it is. */
const greeter = setup({
  types: { emitted: {} as Effect },
  actions: {
    greet: emit({
      ...{ type: 'send', to: 'shop-a.memory', message: { type: 'note.made', intent: 'hello' } },
    }),
  },
}).createMachine({ id: 'greeter', entry: 'greet' });

interface Slow {
  readonly storeTicks?: number;
  readonly at?: string;
}

/** A shop whose only instance crashes after its `nth` event, perhaps with a store that is far away. */
function crashed(nth: number, { storeTicks = 0, at, ...plan }: Slow & Partial<ShopPlan> = {}) {
  const cast = shop(plan);
  const links = cast.links.map((link) =>
    link.between[1] === 'note-book'
      ? { ...link, usualTicks: storeTicks, latestTicks: storeTicks }
      : link,
  );
  const answered: readonly Directive[] =
    at === undefined ? [] : [{ kind: 'deliver', from: 'shop', to: 'note-book', nth: 1 }];
  return run({ ...cast, links }, [...answered, { kind: 'crash', process: 'shop', nth }]);
}
