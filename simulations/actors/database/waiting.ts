import type { IntentId } from '@/lib/engine/model';
import type { DataStatement, Progress } from '@/simulations/actors/database/outcome';
import type { Session } from '@/simulations/actors/database/tables';
import type { StatementSent } from '@/simulations/messages';

export type QueuedStatement = Pick<
  StatementSent,
  'statement' | 'intent' | 'inTransaction' | 'knows'
>;

/** A statement that waits for another session's transaction to end, and what its session sent since. */
export interface Wait extends Progress {
  readonly session: Session;
  /** Whose transaction must end. Null once it has, until the statement runs on in the same step. */
  readonly on: Session | null;
  readonly statement: DataStatement;
  readonly intent: IntentId | null;
  readonly queued: readonly QueuedStatement[];
  readonly knows?: readonly IntentId[];
}

/** In the order in which the waits began, which is the order in which they end. */
export type Waiting = readonly Wait[];

export function waitOf(waiting: Waiting, session: Session): Wait | undefined {
  return waiting.find((wait) => wait.session === session);
}

/** Begins a wait. A statement that comes to the next locked row lines up behind those already there. */
export function putWait(waiting: Waiting, wait: Wait): Waiting {
  return [...dropWait(waiting, wait.session), wait];
}

/** A session's statements run in the order in which it sent them, so the next queues behind a wait. */
export function queueBehind(
  waiting: Waiting,
  session: Session,
  { statement, intent, inTransaction = false, knows }: QueuedStatement,
): Waiting {
  const next = { statement, intent, inTransaction, ...(knows && { knows }) };
  return waiting.map((wait) =>
    wait.session === session ? { ...wait, queued: [...wait.queued, next] } : wait,
  );
}

export function dropWait(waiting: Waiting, session: Session): Waiting {
  return waiting.filter((wait) => wait.session !== session);
}

/** A transaction has ended: who waited for it may run on. */
export function wake(waiting: Waiting, ended: Session): Waiting {
  return waiting.map((wait) => (wait.on === ended ? { ...wait, on: null } : wait));
}

/**
 * Whether everybody would wait in a circle if `session` began to wait for `holder`.
 *
 * PostgreSQL looks for circles only after `deadlock_timeout` (1 s), and whichever session looks first is
 * the victim. Here that is always the session that closes the circle, and at once: who loses is
 * arbitrary in PostgreSQL as well, and a second of standing still would teach nothing.
 */
export function closesCycle(waiting: Waiting, session: Session, holder: Session): boolean {
  let next: Session | null = holder;
  while (next !== null && next !== session) next = waitOf(waiting, next)?.on ?? null;
  return next === session;
}
