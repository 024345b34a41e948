import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { plans, questionOf } from '@/lib/explorer/casts-arbitrary';
import {
  answered,
  counted,
  suspected,
  waited,
  wokenByClock,
  wokenByCrash,
  wokenByItself,
  wokenLater,
} from '@/lib/explorer/casts/watched';
import type { Question } from '@/lib/explorer/question';
import { Futures } from '@/lib/explorer/reductions/futures';
import { PROCESSES } from '@/lib/explorer/search/row';
import { Search } from '@/lib/explorer/search/search';
import { NEVER, type ProcessTable } from '@/lib/explorer/tables/process-table';
import { NOTHING } from '@/lib/explorer/tables/reactions';
import { Tables } from '@/lib/explorer/tables/tables';

const WORLDS = 120;
const SEED = 5;
const STATES_MAX = 1_500;

const questions = [
  ...[wokenByClock, wokenByCrash, wokenByItself, wokenLater, counted, answered, suspected, waited],
  ...fc.sample(plans, { numRuns: WORLDS, seed: SEED }).map(questionOf),
];

describe('what may become of a client', () => {
  it('holds whatever becomes of it in time', () => {
    const wrong: string[] = [];
    let inert = 0;
    let forgotten = 0;
    for (const client of questions.flatMap(clientsOf)) {
      const { tables, at, states, futures } = client;
      const { parcels } = tables;
      for (const state of states) {
        const after = closure(tables, at, state);
        const timeless = futures.timeless(state);
        for (let kind = 0; kind < parcels.kindsOf(at); kind += 1) {
          const sample = parcels.sampleOf(at, kind);
          const matters = after.some((each) => isMoved(tables, at, each, sample));
          const mayMatter = futures.mayMatter(timeless, kind);
          if (matters && !mayMatter) wrong.push(`${client.name} ${state} ${kind}`);
          if (!mayMatter) inert += 1;
          // What comes from outside has its hour, and keeps who it is from.
          if (!parcels.hasLeft(sample)) continue;
          const unsigned = parcels.unsigned(sample);
          if (unsigned === sample || !futures.doTheSame(timeless, sample, unsigned)) continue;
          forgotten += 1;
          const alike = after.every((each) => areAlike(tables, at, each, [sample, unsigned]));
          if (!alike) wrong.push(`${client.name} ${state} ${kind} unsigned`);
        }
      }
    }
    expect(wrong).toEqual([]);
    // A few are, so that there is something to be wrong about.
    expect(inert).toBeGreaterThan(10);
    expect(forgotten).toBeGreaterThan(10);
  });
});

// Helpers

interface Client {
  readonly name: string;
  readonly tables: Tables;
  /** The position of its process, of which it is the only actor. */
  readonly at: number;
  /** What it was met in. */
  readonly states: ReadonlySet<number>;
  readonly futures: Futures;
}

function clientsOf(question: Question, world: number): readonly Client[] {
  const tables = new Tables(question, { timed: true });
  const search = new Search(tables, question, { statesMax: STATES_MAX, isStuck: () => false });
  search.advance();
  return tables.processes.flatMap(({ id, actors }, at) => {
    const actor = tables.system.actorNamed(id);
    if (actors.length !== 1 || actor?.process.kind !== 'client') return [];
    const states = new Set<number>();
    for (let index = 0; index < search.states.size; index += 1) {
      states.add(search.states.row(index)[PROCESSES + at] as number);
    }
    return [
      { name: `${world} ${id}`, tables, at, states, futures: new Futures(tables, at, actor) },
    ];
  });
}

/** Every state that it may come into, tick by tick. */
function closure(tables: Tables, at: number, from: number): readonly number[] {
  const { parcels, processes, reactions } = tables;
  const table = processes[at] as ProcessTable;
  const crashing = processes.filter(({ crashes }) => crashes);
  const found = new Set([from]);
  for (const state of found) {
    const soonest = table.soonest(state);
    if (soonest > 0 && soonest < NEVER) found.add(table.aged(state));
    const kinds = Array.from({ length: parcels.kindsOf(at) }, (_, kind) => kind);
    const done = [
      ...kinds.map((kind) => table.receive(state, parcels.sampleOf(at, kind))),
      ...(soonest === 0 ? table.fires(state) : []),
      ...crashing.map((other) => (other === table ? table.restart : table.closing(state, other))),
    ];
    for (const reaction of done) if (reaction !== NOTHING) found.add(reactions.next(reaction));
  }
  return [...found];
}

function isMoved({ processes, reactions }: Tables, at: number, state: number, parcel: number) {
  const reaction = (processes[at] as ProcessTable).receive(state, parcel);
  return (
    reactions.next(reaction) !== state ||
    reactions.sends(reaction) !== 0 ||
    reactions.facts(reaction) !== 0
  );
}

function areAlike(
  { processes, reactions }: Tables,
  at: number,
  state: number,
  messages: readonly [number, number],
): boolean {
  const table = processes[at] as ProcessTable;
  const [one, other] = messages.map((parcel) => table.receive(state, parcel));
  return reactions.areAlike(one as number, other as number);
}
