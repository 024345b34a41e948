import type { StateTable } from '@/lib/projections/wording';
import type { Database } from '@/simulations/actors/database/state';
import type { StoredRow } from '@/simulations/actors/database/tables';
import type {
  RowCommitted,
  Statement,
  StatementAnswered,
  StatementSent,
  Value,
} from '@/simulations/messages';
import type { Words } from '@/simulations/words/words';

/** A relational database, and what its rows stand for. */
export const DATABASE: Words = {
  messages: {
    'statement.sent': ({ statement }: StatementSent) => sql(statement),
    'statement.answered': answered,
    'row.committed': ({ table }: RowCommitted) => `NOTIFY ${table}`,
  },
  replies: ['statement.answered'],
  facts: { 'order.created': { once: 'order created', again: 'created again' } },
  timers: { 'old ': 'the clean-up job deletes an old row', preparation: 'has prepared its answer' },
  tables: { database: tablesOf },
};

const DATA_COMMANDS: readonly Statement['op'][] = ['insert', 'update', 'delete', 'select'];
const LEVELS = {
  'repeatable-read': 'ISOLATION LEVEL REPEATABLE READ',
  serializable: 'ISOLATION LEVEL SERIALIZABLE',
};
const WAIT_POLICIES = { nowait: 'NOWAIT', 'skip-locked': 'SKIP LOCKED' };
/** What PostgreSQL calls its errors, where their numbers alone say too little. */
const ERRORS: Readonly<Record<string, string>> = {
  '25P01': 'no transaction',
  '40001': 'could not serialize',
  '55P03': 'lock not available',
  '3B001': 'no such savepoint',
};

function answered({ sqlstate, command, count, rows }: StatementAnswered): string {
  if (sqlstate !== null) return [`error ${sqlstate}`, ERRORS[sqlstate] ?? []].flat().join(': ');
  if (command === null || !DATA_COMMANDS.includes(command)) return 'done';
  const isNew = rows[0]?.['isNew'];
  const which = isNew === undefined ? '' : isNew ? ', new' : ', not new';
  return `${count} ${count === 1 ? 'row' : 'rows'}${which}`;
}

const onConflict = (does: Extract<Statement, { readonly op: 'insert' }>['onConflict']): string =>
  does === 'error' ? '' : ` ON CONFLICT DO ${does === 'nothing' ? 'NOTHING' : 'UPDATE'}`;

/** A statement as a reader of SQL would write it. */
export function sql(statement: Statement): string {
  switch (statement.op) {
    case 'begin':
      return statement.isolation ? `BEGIN ${LEVELS[statement.isolation]}` : 'BEGIN';
    case 'commit':
    case 'rollback':
      return statement.op.toUpperCase();
    case 'savepoint':
      return `SAVEPOINT ${statement.name}`;
    case 'rollback-to':
      return `ROLLBACK TO SAVEPOINT ${statement.name}`;
    case 'release':
      return `RELEASE SAVEPOINT ${statement.name}`;
    case 'insert':
      return `INSERT ${statement.table}${onConflict(statement.onConflict)}`;
    case 'update':
      return `UPDATE ${statement.table}${change(statement)}${conditionOf(statement.below)}`;
    case 'delete':
      return `DELETE ${statement.table}`;
    case 'select':
      return `SELECT ${statement.table}${statement.forUpdate ? lockingClause(statement) : ''}`;
  }
}

/** What a SELECT that locks ends with. */
export const lockingClause = ({
  waitPolicy,
}: Extract<Statement, { readonly op: 'select' }>): string =>
  [' FOR UPDATE', waitPolicy ? WAIT_POLICIES[waitPolicy] : []].flat().join(' ');

/** The first column that an UPDATE changes is what its reader wants to know. */
function change({ set, add = {} }: Extract<Statement, { readonly op: 'update' }>): string {
  const [value] = Object.entries(set);
  if (value) return ` SET ${value[0]}=${literal(value[1])}`;
  const [sum] = Object.entries(add);
  return sum ? ` SET ${sum[0]} + ${sum[1]}` : '';
}

const literal = (value: Value): string =>
  typeof value === 'string' ? `'${value}'` : value === null ? 'NULL' : String(value);

function conditionOf(below: Readonly<Record<string, number>> = {}): string {
  const conditions = Object.entries(below).map(([column, limit]) => `${column} < ${limit}`);
  return conditions.length === 0 ? '' : ` if ${conditions.join(', ')}`;
}

const isThere = ({ committed, draft }: StoredRow): boolean =>
  committed !== null || (draft !== null && draft.row !== null);

/** Committed rows, and those that only an open transaction sees yet. */
function tablesOf({ tables }: Database): readonly StateTable[] {
  return Object.entries(tables).map(([name, { rows }]) => {
    const columns = [
      ...new Set(
        rows.flatMap(({ committed, draft }) => Object.keys(draft?.row ?? committed ?? {})),
      ),
    ];
    return {
      title: name,
      columns: [...columns, 'state'],
      // Not those that were deleted and that only older snapshots see.
      rows: rows.filter(isThere).map(({ committed, draft }) => {
        const row = draft?.row ?? committed ?? {};
        const cells = columns.map((column) => String(row[column] ?? 'NULL'));
        return [...cells, draft ? 'not committed' : 'committed'];
      }),
      empty: 'No rows.',
    };
  });
}
