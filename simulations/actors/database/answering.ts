import type { Effect, IntentId } from '@/lib/engine/model';
import { NOBODY } from '@/lib/engine/network';
import { type Database, isWaiting } from '@/simulations/actors/database/state';
import type { Session } from '@/simulations/actors/database/tables';
import type { StatementAnswered } from '@/simulations/messages';

/** What a session is told of its statement. A dead one is told nothing. */
export function answer(
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

/** Statements of dead senders have nothing to do with one another, so each is a session of its own. */
export function unusedNobody(database: Database, number = 1): Session {
  const name = number === 1 ? NOBODY : `${NOBODY} ${number}`;
  return isWaiting(database, name) ? unusedNobody(database, number + 1) : name;
}

function isNobody(session: Session): boolean {
  return session === NOBODY || session.startsWith(`${NOBODY} `);
}
