import { describe, expect, it } from 'vitest';
import { assign, setup } from 'xstate';

import { shop } from '@/lib/engine/toy-casts';
import { EXPLORER_LIMITS } from '@/lib/explorer/limits';
import type { Question } from '@/lib/explorer/question';
import { Search, type SearchLimits } from '@/lib/explorer/search/search';
import { Tables } from '@/lib/explorer/tables/tables';

const LATE_TICKS = 1_000;
const STATES = 30;

describe('a search', () => {
  it('that would have more messages on the wire than may be ends, and is not complete', () => {
    const { onTheWireMax } = EXPLORER_LIMITS;
    const [calm, doubled] = [searched(asked(onTheWireMax, 0)), searched(asked(onTheWireMax, 1))];
    expect(calm.states.size).toBeGreaterThanOrEqual(STATES);
    expect(doubled.states.size).toBeLessThan(STATES);
    expect(doubled.advance()).toBe(true);
    expect(doubled.complete).toBe(false);
  });

  it('that begins with more than that is refused', () => {
    const question = asked(EXPLORER_LIMITS.onTheWireMax + 1, 0);
    expect(() => searched(question)).toThrow('256 messages on the wire');
  });

  it('that has found more than it may before it looks at them ends, and is not complete', () => {
    const question = asked(2, 1);
    const whole = searched(question, { statesMax: Infinity });
    const widest = searched(question, { statesMax: Infinity, frontierMax: whole.states.size });
    const narrow = searched(question, { statesMax: Infinity, frontierMax: 3 });
    expect(whole.complete).toBe(true);
    expect(widest.complete).toBe(true);
    expect(narrow.complete).toBe(false);
    expect(narrow.states.size).toBeLessThan(whole.states.size);
    expect(narrow.advance()).toBe(true);
  });

  it.each([{ statesMax: 5 }, { statesMax: Infinity, frontierMax: 3 }])(
    'that has hit %j goes on where it was once it may',
    (limits) => {
      const question = asked(2, 1);
      const whole = searched(question, { statesMax: Infinity });
      const goingOn = searched(question, limits);
      expect(goingOn.complete).toBe(false);
      goingOn.allow({ statesMax: Infinity });
      expect(goingOn.advance()).toBe(true);
      expect(goingOn.complete).toBe(true);
      expect(goingOn.transitions).toBe(whole.transitions);
      expect(rowsOf(goingOn)).toEqual(rowsOf(whole));
    },
  );

  it('of a machine whose states have no end ends at a limit, and is not complete', () => {
    const counter = setup({ delays: { tick: 1 } }).createMachine({
      id: 'counter',
      context: { count: 0 },
      initial: 'counting',
      states: {
        counting: {
          after: {
            tick: {
              ...{ target: 'counting', reenter: true },
              actions: assign({ count: ({ context }) => Number(context['count']) + 1 }),
            },
          },
        },
      },
    });
    const question = asked(1, 0);
    const [first] = question.cast.processes;
    const process = {
      ...{ id: 'counter', group: 'counter', label: 'counter', kind: 'service' as const },
      ...{ crashes: false, actors: [{ id: 'counter', machine: counter, input: null }] },
    };
    const cast = { ...question.cast, processes: [...(first ? [first] : []), process] };
    const endless = searched({ ...question, cast: { ...cast, openings: [] } }, { statesMax: 1e6 });
    expect(endless.complete).toBe(false);
    expect(endless.states.size).toBeGreaterThan(1_000);
    // There is nothing that other limits would change.
    endless.allow({ statesMax: 2e6 });
    expect(endless.advance()).toBe(true);
    expect(endless.complete).toBe(false);
  });

  it('of more processes than a move can name is refused', () => {
    const question = asked(1, 0);
    const { processes } = question.cast;
    const peopled = processes.filter(({ actors }) => actors.length > 0);
    const more = Array.from({ length: EXPLORER_LIMITS.processesMax }, (_, n) =>
      peopled.slice(0, 1).map(({ actors, ...process }) => ({
        ...{ ...process, id: `more-${n}`, group: `more-${n}` },
        actors: actors.map((actor) => ({ ...actor, id: `more-${n}.${actor.id}` })),
      })),
    );
    const cast = { ...question.cast, processes: [...processes, ...more.flat()] };
    expect(() => searched({ ...question, cast })).toThrow('more than 256 processes');
  });
});

// Helpers

const rowsOf = ({ states }: Search): readonly string[] =>
  Array.from({ length: states.size }, (_, index) => states.row(index).join());

function searched(question: Question, limits: SearchLimits = { statesMax: STATES }): Search {
  const search = new Search(new Tables(question, { timed: true }), question, {
    ...{ ...limits, isStuck: () => false },
  });
  search.advance();
  return search;
}

/** So many wishes on their way from the start, the first at once and the others much later. */
function asked(wishes: number, duplicates: number): Question {
  return {
    cast: shop({ openings: Array.from({ length: wishes }, (_, n) => (n === 0 ? 0 : LATE_TICKS)) }),
    meant: {
      intents: [{ id: 'work-1', label: 'Work 1' }],
      effects: [{ fact: 'note.written', noun: 'notes', did: 'noted' }],
    },
    bounds: { losses: 0, duplicates, crashes: 0, retries: 0 },
    calmAttempt: (intent) => ({
      ...{ from: 'person', to: 'asker', message: { type: 'work.wanted', intent } },
    }),
  };
}
