import type { Effect, IntentId, Received } from '@/lib/engine/model';
import { NOBODY } from '@/lib/engine/network';
import { unreachable } from '@/lib/engine/unreachable';
import {
  historyOf,
  noteWrite,
  refuseUnnoted,
  withHistory,
} from '@/simulations/actors/database/ghosts';
import { type Database, isWaiting, type Step } from '@/simulations/actors/database/state';
import {
  type DataStatement,
  type Outcome,
  resumeStatement,
  runStatement,
} from '@/simulations/actors/database/statements';
import type { Session } from '@/simulations/actors/database/tables';
import {
  commitDrafts,
  factsOf,
  noticesOf,
  undoDrafts,
  withoutTransaction,
  withTransaction,
} from '@/simulations/actors/database/transactions';
import {
  closesCycle,
  dropWait,
  putWait,
  queueBehind,
  type QueuedStatement,
  type Wait,
  wake,
} from '@/simulations/actors/database/waiting';
import type { Statement, StatementAnswered, StatementSent } from '@/simulations/messages';

type ControlStatement = Exclude<Statement, DataStatement>;

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
    (before, session) => ({
      ...undo({ ...before, waiting: dropWait(before.waiting, session) }, session),
      transactions: withoutTransaction(before.transactions, session),
    }),
    database,
  );
  return runWoken({ database: closed, effects: [] });
}

function run(database: Database, session: Session, message: QueuedStatement): Step {
  const { statement, intent, inTransaction = false, knows } = message;
  if (!isDataStatement(statement)) return control(database, session, statement, intent);
  const transaction = database.transactions[session];
  if ((transaction !== undefined) !== inTransaction) {
    const where = transaction === undefined ? 'outside of' : 'in';
    throw new Error(`${session} sent ${statement.op} ${where} a transaction and says otherwise`);
  }
  if (transaction === 'aborted') {
    return { database, effects: answer(session, intent, { sqlstate: '25P02' }) };
  }
  const table = database.tables[statement.table];
  if (!table) throw new Error(`There is no table "${statement.table}"`);
  const begun = { session, on: null, statement, intent, queued: [], count: 0, rows: [] };
  const wait = { ...begun, ...(knows && { knows }) };
  return conclude(database, wait, runStatement(table, session, statement, intent));
}

/** begin, commit and rollback never fail: out of place they only earn a warning. */
function control(
  database: Database,
  session: Session,
  { op }: ControlStatement,
  intent: IntentId | null,
): Step {
  const isAborted = database.transactions[session] === 'aborted';
  if (op === 'begin') {
    if (isAborted) return { database, effects: answer(session, intent, { sqlstate: '25P02' }) };
    const transactions = withTransaction(database.transactions, session, 'open');
    const effects = answer(session, intent, { command: 'begin' });
    return { database: { ...database, transactions }, effects };
  }
  const command = isAborted ? 'rollback' : op;
  const told = command === 'commit' ? commitEffects(database, session) : [];
  const ended = command === 'commit' ? commit(database, session) : undo(database, session);
  const transactions = withoutTransaction(database.transactions, session);
  return {
    database: { ...ended, transactions },
    effects: [...told, ...answer(session, intent, { command })],
  };
}

/** Draws the consequences of how far a statement came. */
function conclude(database: Database, wait: Wait, outcome: Outcome): Step {
  const { session, statement, intent } = wait;
  if (outcome.kind === 'failed') return fail(database, wait, outcome.sqlstate);
  const { table, count, rows } = outcome;
  const tables = { ...database.tables, [statement.table]: table };
  switch (outcome.kind) {
    case 'blocked': {
      const on = outcome.holder;
      if (closesCycle(database.waiting, session, on)) return fail(database, wait, '40P01');
      const waiting = putWait(database.waiting, { ...wait, on, count, rows });
      return { database: { ...database, tables, waiting }, effects: [] };
    }
    case 'done': {
      const after = { ...database, tables, waiting: dropWait(database.waiting, session) };
      const history = statement.op === 'select' ? historyOf(table) : {};
      const effects = answer(session, intent, { command: statement.op, count, rows, ...history });
      if (after.transactions[session] === 'open') {
        refuseUnnoted(table, statement);
        return runQueued({ database: after, effects }, wait);
      }
      const told = commitEffects(after, session);
      const noted = noteWrite(table, wait, count);
      const next = withHistory(commit(after, session), statement.table, noted.history);
      const facts = noted.facts.map((fact): Effect => ({ type: 'record', fact }));
      return runQueued({ database: next, effects: [...told, ...facts, ...effects] }, wait);
    }
    default:
      return unreachable(outcome);
  }
}

/** An error undoes the whole transaction at once, locks and all; only its name lives on as aborted. */
function fail(database: Database, wait: Wait, sqlstate: string): Step {
  const { session, intent } = wait;
  const { transactions, waiting } = database;
  const undone = undo({ ...database, waiting: dropWait(waiting, session) }, session);
  const failed =
    transactions[session] === 'open'
      ? { ...undone, transactions: withTransaction(transactions, session, 'aborted') }
      : undone;
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

function commit(database: Database, session: Session): Database {
  const tables = commitDrafts(database.tables, session);
  return { ...database, tables, waiting: wake(database.waiting, session) };
}

function undo(database: Database, session: Session): Database {
  const tables = undoDrafts(database.tables, session);
  return { ...database, tables, waiting: wake(database.waiting, session) };
}

/** What becomes known in the instant of a commit. */
function commitEffects({ tables }: Database, session: Session): readonly Effect[] {
  const facts = factsOf(tables, session).map((fact): Effect => ({ type: 'record', fact }));
  return [...facts, ...noticesOf(tables, session)];
}

function answer(
  session: Session,
  intent: IntentId | null,
  fields: Partial<Pick<StatementAnswered, 'sqlstate' | 'command' | 'count' | 'rows' | 'history'>>,
): readonly Effect[] {
  if (isNobody(session)) return [];
  const message = {
    ...{ type: 'statement.answered', intent, sqlstate: null, command: null, count: 0, rows: [] },
    ...fields,
  } satisfies StatementAnswered;
  return [{ type: 'send', to: session, message }];
}

function isDataStatement(statement: Statement): statement is DataStatement & Statement {
  return statement.op !== 'begin' && statement.op !== 'commit' && statement.op !== 'rollback';
}

/** Statements of dead senders have nothing to do with one another, so each is a session of its own. */
function unusedNobody(database: Database, number = 1): Session {
  const name = number === 1 ? NOBODY : `${NOBODY} ${number}`;
  return isWaiting(database, name) ? unusedNobody(database, number + 1) : name;
}

function isNobody(session: Session): boolean {
  return session === NOBODY || session.startsWith(`${NOBODY} `);
}
