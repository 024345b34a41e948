import { describe, expect, it } from 'vitest';

import type { Cast, Fact, Opening } from '@/lib/engine/model';
import { shop } from '@/lib/engine/toy-casts';
import { bruteForce } from '@/lib/explorer/brute-force';
import {
  box,
  castOf,
  crier,
  herald,
  linked,
  player,
  puppet,
  reader,
} from '@/lib/explorer/casts/pieces';
import type { Bounds, Question } from '@/lib/explorer/question';
import type { Meant } from '@/lib/outcomes/meant';

describe('a letter on the wire', () => {
  // On the wire; read.
  it('arrives', () => {
    expect(counted(letter({ lossy: false }))).toEqual({ states: 2, transitions: 1 });
  });

  // On the wire; read; lost.
  it('arrives or is lost', () => {
    expect(counted(letter(), { losses: 1 })).toEqual({ states: 3, transitions: 2 });
  });

  // Not within these bounds, or not on this link.
  it('is not lost where nothing may be', () => {
    expect(counted(letter())).toEqual({ states: 2, transitions: 1 });
    expect(counted(letter({ lossy: false }), { losses: 1 }).states).toBe(2);
  });

  // One; two; then one read and none, one read and one, two read. The two are equal, so one choice.
  it('arrives once or twice if it may be doubled', () => {
    expect(counted(letter(), { duplicates: 1 })).toEqual({ states: 5, transitions: 4 });
  });

  it('arrives once or not at all on one connection', () => {
    const line = letter({ doubles: false });
    expect(counted(line, { duplicates: 1 })).toEqual({ states: 2, transitions: 1 });
    expect(counted(line, { losses: 1, duplicates: 1 })).toEqual({ states: 3, transitions: 2 });
  });

  // 3 hours on the wire, waiting from each to the next; read from each.
  it('arrives at any hour up to its latest, whatever is usual', () => {
    for (const usualTicks of [0, 1, 2]) {
      expect(counted(letter({ usualTicks, latestTicks: 2 }))).toEqual({
        states: 4,
        transitions: 5,
      });
    }
  });

  it('is never later than usual where the latest is sooner', () => {
    expect(counted(letter({ usualTicks: 2, latestTicks: 0 }))).toEqual({
      states: 4,
      transitions: 5,
    });
  });

  it('needs no hour where there is no time', () => {
    const { states } = bruteForce(ask(letter({ latestTicks: 2 })), { statesMax: 99, timed: false });
    expect(states).toBe(2);
  });

  it('is told from others by the order in which they are read, unless only the sum counts', () => {
    // Neither read; either; both, in either order: what was said in which order tells them apart.
    const cast = castOf(
      ['b', 'c'].map(aBox),
      [],
      ['b', 'c'].map((to) => opening(to, { type: 'letter.sent', intent: to })),
    );
    expect(counted(cast)).toEqual({ states: 5, transitions: 4 });
    const summed = bruteForce(ask(cast), { statesMax: 99, summary: true });
    expect(summed.states).toBe(4);
  });

  it('is looked for no further than it is told', () => {
    expect(bruteForce(ask(letter({ latestTicks: 2 })), { statesMax: 3 })).toMatchObject({
      ...{ states: 3, complete: false },
    });
    expect(bruteForce(ask(letter({ latestTicks: 2 })), { statesMax: 4 }).complete).toBe(true);
  });
});

describe('time', () => {
  it.each([
    { latestTicks: 1, ticks: 2, orders: ['read rung'] },
    { latestTicks: 2, ticks: 2, orders: ['read rung', 'rung read'] },
    { latestTicks: 3, ticks: 2, orders: ['read rung', 'rung read'] },
  ])('passes while nothing is overdue: $latestTicks against $ticks', ({ orders, ...times }) => {
    expect(ordersOf(letter(times, times.ticks))).toEqual(orders);
  });

  it.each([
    { atTicks: 1, ticks: 2, orders: ['read rung'] },
    { atTicks: 2, ticks: 2, orders: ['read rung', 'rung read'] },
    { atTicks: 3, ticks: 2, orders: ['rung read'] },
  ])('brings what comes from outside at its hour: $atTicks against $ticks', (it) => {
    const toBox = opening('box', { type: 'letter.sent', intent: null }, it.atTicks);
    const cast = castOf(
      [ringer(it.ticks), aBox('box'), player('void', [])],
      [linked(['ringer', 'void'])],
      [toBox],
    );
    expect(ordersOf(cast)).toEqual(it.orders);
  });
});

describe('a crash', () => {
  it('may come at any moment, even after everything', () => {
    // Each time the desk is as before, but for how often it may still crash.
    const cast = castOf([aDesk(true)], []);
    expect(counted(cast, { crashes: 2 })).toEqual({ states: 3, transitions: 2 });
  });

  it('is not for what does not crash', () => {
    expect(counted(castOf([aDesk(false)], []), { crashes: 2 }).states).toBe(1);
  });
});

describe('the bound on retries', () => {
  it.each([0, 1, 2])('lets nobody ask more often: %i', (retries) => {
    const cast = shop({ ...TINY, retries: 2, patienceTicks: 1, latestTicks: 0 });
    const attempts = new Set<unknown>();
    bruteForce(ask(cast, { retries, losses: 3 }), {
      statesMax: 5000,
      visit: ({ wire }) => wire.forEach(({ message }) => attempts.add(message['attempt'] ?? 0)),
    });
    expect(Math.max(...[...attempts].map(Number))).toBe(retries + 1);
  });

  it('makes no end of where the next attempt would lie outside', () => {
    // All is lost: who may not ask again never comes to the end of its patience.
    const stuck = (retries: number) =>
      bruteForce(ask(SHOP_OF_NONE, { retries }, WORK), { statesMax: 999 }).outcomes.stuck;
    expect(stuck(0)).toBeNull();
    // Wanted, asked in vain, again in vain, given up; both questions are thrown away outside.
    expect(stuck(1)).toBe(5);
  });
});

describe('the five outcomes', () => {
  const did = { name: 'card.charged', intent: 'A', id: 'a' };
  const didOther = { name: 'card.charged', intent: 'B', id: 'b' };
  const saidDone = { name: 'answer.heard', intent: 'A', says: 'done' };
  const done = { name: 'answer.heard', intent: 'B', says: 'done' };

  it('are found where they are, at their fewest steps', () => {
    expect(outcomesOf([[did], [saidDone, done, didOther]])).toEqual(NONE);
    expect(outcomesOf([[did, saidDone], [did], [done, didOther]])).toEqual({
      ...NONE,
      duplicate: 2,
    });
    expect(outcomesOf([[saidDone], [done, didOther]])).toEqual({ ...NONE, lost: 2 });
    expect(outcomesOf([[did], [done, didOther]])).toEqual({ ...NONE, stuck: 2 });
    expect(
      outcomesOf([[did, saidDone], [{ ...saidDone, says: 'failed' }], [done, didOther]]),
    ).toEqual({
      ...{ ...NONE, wrongReply: 2 },
    });
    const discarded = { name: 'duplicate.discarded', intent: 'A', of: 'B' };
    expect(outcomesOf([[discarded], [saidDone], [done, didOther]])).toEqual({
      ...{ ...NONE, swallowed: 3 },
    });
  });

  it('are not found where something may still come', () => {
    // What is said first would be lost, were it the end.
    expect(outcomesOf([[saidDone], [did, done, didOther]])).toEqual(NONE);
  });

  it('hold that nobody is stuck whom one more attempt answers', () => {
    expect(outcomesOf([[did], [done, didOther]], [saidDone])).toEqual(NONE);
    expect(outcomesOf([[did], [done, didOther]], [done])).toEqual({ ...NONE, stuck: 2 });
  });

  it('are found by the shortest of many ways', () => {
    // Wanted, asked (doubled or asked again), both delivered, both worked on, both noted.
    const cast = shop({ ...TINY, handlers: 2, retries: 1, patienceTicks: 1, latestTicks: 1 });
    for (const bounds of [{ duplicates: 1 }, { retries: 1 }, { duplicates: 1, retries: 1 }]) {
      const { outcomes, complete } = bruteForce(ask(cast, bounds, WORK), { statesMax: 20_000 });
      expect(complete).toBe(true);
      expect(outcomes.duplicate).toBe(8);
    }
    const { outcomes } = bruteForce(ask(cast, {}, WORK), { statesMax: 20_000 });
    expect(outcomes.duplicate).toBeNull();
  });
});

// Helpers

const NONE = { duplicate: null, lost: null, stuck: null, wrongReply: null, swallowed: null };

const NO_FAULTS: Bounds = { losses: 0, duplicates: 0, crashes: 0, retries: 0 };

const NOTHING: Meant = { intents: [], effects: [] };
const WORK: Meant = {
  intents: [{ id: 'work-1', label: 'The work' }],
  effects: [{ fact: 'note.written', noun: 'note', did: 'noted' }],
};

const TINY = { instances: 1, handlers: 1, memory: false, workTicks: 0, usualTicks: 0 } as const;

const wantedAgain: Omit<Opening, 'atTicks'> = {
  ...{ from: 'person', to: 'asker', message: { type: 'work.wanted', intent: 'work-1' } },
};

const ask = (cast: Cast, bounds: Partial<Bounds> = {}, meant = NOTHING): Question => ({
  ...{ cast, meant, bounds: { ...NO_FAULTS, ...bounds }, calmAttempt: () => wantedAgain },
});

function counted(cast: Cast, bounds: Partial<Bounds> = {}) {
  const { states, transitions } = bruteForce(ask(cast, bounds), { statesMax: 999 });
  return { states, transitions };
}

/** A shop whose only instance is not played by anybody: what is asked of it is thrown away. */
const SHOP_OF_NONE: Cast = (() => {
  const cast = shop({ ...TINY, retries: 1, patienceTicks: 1, latestTicks: 0 });
  const processes = cast.processes.map((it) => (it.id === 'shop-a' ? { ...it, actors: [] } : it));
  return { ...cast, processes };
})();

const opening = (to: string, message: Opening['message'], atTicks = 0): Opening => ({
  ...{ from: 'person', to, message, atTicks },
});

const aBox = (id: string) => player(id, [{ id, machine: box, input: null }]);

const aDesk = (crashes: boolean) =>
  player('desk', [{ id: 'desk.1', machine: reader, input: { ticks: 0 } }], { crashes });

const ringer = (ticks: number) =>
  player('ringer', [{ id: 'ringer', machine: crier, input: { to: 'void', ticks } }]);

/** A letter to a box, and perhaps an alarm of whoever sent it. */
function letter(link: Parameters<typeof linked>[1] = {}, ticks: number | null = null): Cast {
  const crying =
    ticks === null
      ? { id: 'crier', machine: herald, input: { to: 'box' } }
      : { id: 'crier', machine: crier, input: { to: 'box', ticks } };
  return castOf(
    [player('crier', [crying]), aBox('box')],
    [linked(['crier', 'box'], { lossy: true, ...link })],
  );
}

/** In which orders the letter is read and the alarm rings. */
function ordersOf(cast: Cast): readonly string[] {
  const orders = new Set<string>();
  bruteForce(ask(cast), {
    statesMax: 999,
    visit: ({ facts }) => {
      if (facts.length === 2) orders.add(facts.map(({ name }) => name.split('.')[1]).join(' '));
    },
  });
  return [...orders].sort();
}

/** What is found where these facts are recorded hour by hour, and those if one tries again. */
function outcomesOf(hours: readonly (readonly Fact[])[], calm: readonly Fact[] = []) {
  const tell = (facts: readonly Fact[], atTicks = 0): Opening =>
    opening('puppet', { type: 'facts.told', intent: null, facts }, atTicks);
  const question: Question = {
    cast: castOf(
      [player('puppet', [{ id: 'puppet', machine: puppet, input: null }])],
      [],
      hours.map(tell),
    ),
    meant: {
      intents: ['A', 'B'].map((id) => ({ id, label: id })),
      effects: [{ fact: 'card.charged', noun: 'charge', did: 'charged' }],
    },
    bounds: NO_FAULTS,
    calmAttempt: () => tell(calm),
  };
  return bruteForce(question, { statesMax: 999 }).outcomes;
}
