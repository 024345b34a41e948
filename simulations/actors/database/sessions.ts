import type { Effect, Received } from '@/lib/engine/model';
import { NOBODY } from '@/lib/engine/network';
import { unreachable } from '@/lib/engine/unreachable';
import { answer, unusedNobody } from '@/simulations/actors/database/answering';
import { control } from '@/simulations/actors/database/control';
import { abort, commit, commitEffects, undo } from '@/simulations/actors/database/ending';
import {
  historyOf,
  noteWrite,
  refuseUnnoted,
  withHistory,
} from '@/simulations/actors/database/ghosts';
import { type Database, isWaiting, type Step } from '@/simulations/actors/database/state';
import { isDataStatement, type Outcome } from '@/simulations/actors/database/outcome';
import { resumeStatement, runStatement } from '@/simulations/actors/database/statements';
import type { Session } from '@/simulations/actors/database/tables';
import { statusOf } from '@/simulations/actors/database/transactions';
import {
  closesCycle,
  dropWait,
  putWait,
  queueBehind,
  type QueuedStatement,
  type Wait,
} from '@/simulations/actors/database/waiting';
import { sqlstateOf, withOwnSnapshot, withWork } from '@/simulations/actors/database/work';
import type { StatementSent } from '@/simulations/messages';

/** Whether a statement still means anything: of a dead sender's, only what stands alone does. */
export function isHeeded({ from, statement, inTransaction }: Received<StatementSent>): boolean {
  return from !== NOBODY || (isDataStatement(statement) && inTransaction !== true);
}

/** Whether a statement must queue, since the one that its session sent before still waits. */
export function mustQueue(database: Database, { from }: Received<StatementSent>): boolean {
  return from !== NOBODY && isWaiting(database, from);
}

/** Keeps a statement until the one that its session sent before has run. */
export function queueStatement(database: Database, sent: Received<StatementSent>): Database {
  return { ...database, waiting: queueBehind(database.waiting, sent.from, sent) };
}

/** Runs a statement as far as it comes, and then whatever that sets free. */
export function runSent(database: Database, sent: Received<StatementSent>): Step {
  const session = sent.from === NOBODY ? unusedNobody(database) : sent.from;
  return runWoken(run(database, session, sent));
}

/** Whether any of these sessions has left something open. */
export function hasOpenWork(database: Database, sessions: readonly Session[]): boolean {
  return sessions.some(
    (session) => database.transactions[session] !== undefined || isWaiting(database, session),
  );
}

/**
 * These connections are gone: what they had open is undone. A statement that waits is dropped too, as
 * when a session is terminated. (PostgreSQL notices that a client has vanished only when it next talks
 * to it, unless `client_connection_check_interval` is set.)
 */
export function closeSessions(database: Database, sessions: readonly Session[]): Step {
  // All of them before anybody runs on, so that no lock passes to a connection that is gone as well.
  const closed = sessions.reduce<Database>(
    (before, session) => undo({ ...before, waiting: dropWait(before.waiting, session) }, session),
    database,
  );
  return runWoken({ database: closed, effects: [] });
}

function run(database: Database, session: Session, message: QueuedStatement): Step {
  const { statement, intent, inTransaction = false, knows } = message;
  if (!isDataStatement(statement)) return control(database, session, statement, intent);
  const status = statusOf(database.transactions, session);
  if ((status !== undefined) !== inTransaction) {
    const where = status === undefined ? 'outside of' : 'in';
    throw new Error(`${session} sent ${statement.op} ${where} a transaction and says otherwise`);
  }
  if (status === 'aborted') {
    return { database, effects: answer(session, intent, { sqlstate: '25P02' }) };
  }
  const table = database.tables[statement.table];
  if (!table) throw new Error(`There is no table "${statement.table}"`);
  const begun = { session, on: null, statement, intent, queued: [], count: 0, rows: [] };
  const wait = { ...begun, ...(knows && { knows }) };
  const outcome = runStatement(table, session, statement, intent);
  return conclude(withOwnSnapshot(database, session), wait, outcome);
}

/** Draws the consequences of how far a statement came. */
function conclude(database: Database, wait: Wait, outcome: Outcome): Step {
  const { session, statement, intent } = wait;
  if (outcome.kind === 'failed') return fail(database, wait, sqlstateOf(database, wait, outcome));
  const after = withWork(database, wait, outcome.table);
  if (!after) return fail(database, wait, '40001');
  const { table, count, rows } = outcome;
  switch (outcome.kind) {
    case 'blocked': {
      const on = outcome.holder;
      if (closesCycle(database.waiting, session, on)) return fail(database, wait, '40P01');
      const waiting = putWait(database.waiting, { ...wait, on, count, rows });
      return { database: { ...after, waiting }, effects: [] };
    }
    case 'done': {
      const ready = { ...after, waiting: dropWait(database.waiting, session) };
      const history = statement.op === 'select' ? historyOf(table) : {};
      const effects = answer(session, intent, { command: statement.op, count, rows, ...history });
      if (ready.transactions[session] !== undefined) {
        refuseUnnoted(table, statement);
        return runQueued({ database: ready, effects }, wait);
      }
      const told = commitEffects(ready, session);
      const noted = noteWrite(table, wait, count);
      const next = withHistory(commit(ready, session), statement.table, noted.history);
      const facts = noted.facts.map((fact): Effect => ({ type: 'record', fact }));
      return runQueued({ database: next, effects: [...told, ...facts, ...effects] }, wait);
    }
    default:
      return unreachable(outcome);
  }
}

function fail(database: Database, wait: Wait, sqlstate: string): Step {
  const { session, intent } = wait;
  const failed = abort({ ...database, waiting: dropWait(database.waiting, session) }, session);
  return runQueued({ database: failed, effects: answer(session, intent, { sqlstate }) }, wait);
}

/** Lets every statement whose wait is over run on, first come first served, until none can. */
function runWoken(step: Step): Step {
  let { database, effects } = step;
  for (;;) {
    const woken = database.waiting.find(({ on }) => on === null);
    if (!woken) return { database, effects };
    const { session, statement, intent } = woken;
    const table = database.tables[statement.table];
    if (!table) throw new Error(`There is no table "${statement.table}"`);
    const outcome = resumeStatement(table, session, statement, intent, woken);
    const next = conclude(database, woken, outcome);
    database = next.database;
    effects = [...effects, ...next.effects];
  }
}

/** Runs what a session sent while its statement waited, up to the next that must wait. */
function runQueued(step: Step, { session, queued }: Wait): Step {
  return queued.reduce(({ database, effects }, message) => {
    if (isWaiting(database, session)) {
      const waiting = queueBehind(database.waiting, session, message);
      return { database: { ...database, waiting }, effects };
    }
    const next = run(database, session, message);
    return { database: next.database, effects: [...effects, ...next.effects] };
  }, step);
}
