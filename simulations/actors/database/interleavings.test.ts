import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { startActor, stepActor } from '@/lib/engine/step-actor';
import { database } from '@/simulations/actors/database';
import {
  anyWhere,
  byId,
  type Heard,
  interleavings,
  type Means,
  Play,
  type Sent,
  TABLES,
  UNIQUE,
} from '@/simulations/actors/database/random-sessions';
import { type Answer, SqlServer } from '@/simulations/actors/database/sql-sessions';
import { sameKey } from '@/simulations/actors/database/uniqueness';
import type { DoUpdate, Row, Statement } from '@/simulations/messages';

const mixture: Means = {
  levels: [null, null, 'repeatable-read', 'serializable'],
  savepoints: true,
};
const mixed = interleavings(anyWhere, mixture);
const mixedById = interleavings(byId, mixture);

describe('database, under any interleaving of transactions', () => {
  it('never lets two committed rows break a unique constraint', () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(fc.oneof(interleavings(anyWhere), mixed), (moves) => {
        const play = new Play();
        for (const move of [...moves, null]) {
          if (move) play.make(move);
          else play.finish();
          expect(clashes(play.server.committed('things'))).toEqual([]);
        }
        count(seen, play);
      }),
      { numRuns: 500 },
    );
    expect(seen.get('23505')).toBeGreaterThan(100);
    expect(seen.get('25P02')).toBeGreaterThan(100);
    expect(seen.get('40P01')).toBeGreaterThan(5);
    expect(seen.get('waits')).toBeGreaterThan(300);
  });

  it('answers every statement once, in the order of its session, as soon as nothing blocks it', () => {
    fc.assert(
      fc.property(fc.oneof(interleavings(anyWhere), mixed), (moves) => {
        const play = new Play();
        moves.forEach((move) => play.make(move));
        play.finish();
        for (const { sent, answers } of play.connections) {
          expect(answers).toHaveLength(sent.length);
          answers.forEach(({ command, sqlstate }, index) => {
            const op = sent[index]?.statement.op;
            const carriedOut = op === 'commit' ? ['commit', 'rollback'] : [op];
            expect(sqlstate === null ? carriedOut : [null]).toContain(command);
          });
        }
      }),
    );
  });

  it('commits what a plain ledger, told of the answers alone, commits; and records it once', () => {
    let updatedInstead = 0;
    fc.assert(
      fc.property(fc.oneof(interleavings(byId), mixedById), (moves) => {
        const play = new Play();
        moves.forEach((move) => play.make(move));
        play.finish();
        const ledger = new Ledger(TABLES.things.initial, play.history);
        expect(byIdOrder(play.server.committed('things'))).toEqual(byIdOrder(ledger.rows()));
        expect(play.server.facts.map(({ intent }) => intent).toSorted()).toEqual(
          ledger.made.toSorted(),
        );
        updatedInstead += ledger.updatedInstead;
      }),
      { numRuns: 500 },
    );
    expect(updatedInstead).toBeGreaterThan(100);
  });

  it('has nothing left of transactions that ended, whatever they went through', () => {
    fc.assert(
      fc.property(fc.oneof(interleavings(anyWhere), mixed), (moves) => {
        const play = new Play();
        moves.forEach((move) => play.make(move));
        play.finish();
        const initial = play.server.committed('things');
        const fresh = new SqlServer({ things: { ...TABLES.things, initial } });
        expect(play.server.context).toEqual(fresh.context);
        expect(play.server.doing).toBe('idle');
      }),
    );
  });

  it('is stepped purely: the same state and event give the same, and nothing is written over', () => {
    fc.assert(
      fc.property(fc.oneof(interleavings(anyWhere), mixed), (moves) => {
        const play = new Play();
        moves.forEach((move) => play.make(move));
        let { snapshot } = startActor(database, { tables: TABLES });
        for (const event of play.events) {
          deepFreeze(snapshot.context);
          const [once, twice] = [1, 2].map(() => stepActor(database, snapshot, event));
          if (!once || !twice) throw new Error('unreachable');
          expect(once.effects).toEqual(twice.effects);
          expect(once.snapshot.context).toEqual(twice.snapshot.context);
          expect(once.snapshot.value).toEqual(twice.snapshot.value);
          snapshot = once.snapshot;
        }
        expect(snapshot.context).toEqual(play.server.context);
      }),
    );
  });
});

// Oracle

type Insert = Extract<Statement, { readonly op: 'insert' }>;
type Told = Extract<Heard, { readonly answer: Answer }>;

/**
 * Knows nothing of locks: it writes down what the server says it did, and carries transactions out one
 * after the other in the order in which they were said to commit. Rows are found by id alone.
 */
class Ledger {
  readonly made: string[] = [];
  /** How many rows an INSERT found in its way and changed. */
  updatedInstead = 0;
  readonly #rows = new Map<Row[string], { row: Row; label: string | null }>();
  readonly #open = new Map<string, Sent[]>();

  constructor(initial: readonly Row[], history: readonly Heard[]) {
    for (const row of initial) this.#rows.set(row['id'] ?? null, { row, label: null });
    for (const heard of history) {
      if (heard.sent) this.#note(heard);
      else this.#open.delete(heard.session);
    }
  }

  rows(): readonly Row[] {
    return [...this.#rows.values()].map(({ row }) => row);
  }

  #note({ session, sent, answer: { sqlstate, command, count } }: Told): void {
    const open = this.#open.get(session);
    if (sqlstate !== null) {
      // What failed is told to be rolled back in time; a COMMIT that fails is told no more.
      if (sent.statement.op === 'commit') this.#open.delete(session);
    } else if (command === 'begin') this.#open.set(session, open ?? []);
    else if (command === 'rollback') this.#open.delete(session);
    else if (command === 'commit') {
      this.#carryOut(open ?? []);
      this.#open.delete(session);
    } else if (isAtSavepoint(sent.statement)) {
      this.#open.set(session, atSavepoint(open ?? [], sent, sent.statement));
    } else if (count > 0) {
      if (open) open.push(sent);
      else this.#carryOut([sent]);
    }
  }

  #carryOut(work: readonly Sent[]): void {
    work.forEach((sent) => this.#apply(sent));
    const labels = work.map(({ label }) => label);
    const survivors = [...this.#rows.values()].filter(({ label }) => labels.includes(label ?? ''));
    this.made.push(...survivors.map(({ label }) => label ?? ''));
  }

  #apply({ statement, label }: Sent): void {
    if (statement.op === 'insert') this.#insert(statement, label);
    if (statement.op !== 'update' && statement.op !== 'delete') return;
    const id = statement.where['id'] ?? null;
    this.#change(id, statement.op === 'update' ? statement : { set: {} });
    if (statement.op === 'delete') this.#rows.delete(id);
  }

  #insert({ row, onConflict }: Insert, label: string): void {
    const id = row['id'] ?? null;
    if (typeof onConflict === 'string' || !this.#rows.has(id)) {
      this.#rows.set(id, { row, label });
      return;
    }
    this.updatedInstead += 1;
    this.#change(id, onConflict);
  }

  #change(id: Row[string], { set, add, where = {} }: DoUpdate): void {
    const old = this.#rows.get(id);
    if (!old) throw new Error(`The server changed row ${String(id)}, which is not there`);
    for (const [column, value] of Object.entries(where)) expect(old.row[column]).toBe(value);
    this.#rows.delete(id);
    const row: Row = { ...old.row, ...set, n: Number(old.row['n']) + (add?.['n'] ?? 0) };
    this.#rows.set(row['id'] ?? null, { ...old, row });
  }
}

type AtSavepoint = Extract<Statement, { readonly op: 'savepoint' | 'rollback-to' | 'release' }>;

const isAtSavepoint = (statement: Statement): statement is AtSavepoint & Statement =>
  ['savepoint', 'rollback-to', 'release'].includes(statement.op);

/** Savepoints stand among the work, each under its name. */
function atSavepoint(work: readonly Sent[], sent: Sent, { op, name }: AtSavepoint): Sent[] {
  if (op === 'savepoint') return [...work, sent];
  const last = work.findLastIndex(
    ({ statement }) => isAtSavepoint(statement) && statement.name === name,
  );
  if (op === 'rollback-to') return work.slice(0, last + 1);
  const since = work.slice(last).filter(({ statement }) => !isAtSavepoint(statement));
  return [...work.slice(0, last), ...since];
}

// Helpers

function clashes(committed: readonly Row[]): readonly (readonly Row[])[] {
  return UNIQUE.flatMap((columns) =>
    committed.flatMap((a, index) =>
      committed
        .slice(index + 1)
        .filter((b) => sameKey(columns, a, b))
        .map((b) => [a, b]),
    ),
  );
}

function count(seen: Map<string, number>, play: Play): void {
  const add = (name: string, times: number) => seen.set(name, (seen.get(name) ?? 0) + times);
  add('waits', play.waits);
  for (const { answer } of play.server.log) add(answer.sqlstate ?? 'fine', 1);
}

function byIdOrder(table: readonly Row[]): readonly Row[] {
  return table.toSorted((a, b) => Number(a['id']) - Number(b['id']));
}

function deepFreeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  Object.values(value).forEach(deepFreeze);
}
