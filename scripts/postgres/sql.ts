import { unreachable } from '@/lib/engine/unreachable';
import { isDataStatement } from '@/simulations/actors/database/outcome';
import type { DoUpdate, Row, Statement, Value } from '@/simulations/messages';
import { lockingClause, sql } from '@/simulations/words/database';

type Update = Extract<Statement, { readonly op: 'update' }>;

/** A statement as PostgreSQL reads it. `key` is what ON CONFLICT DO UPDATE is about. */
export function toSql(statement: Statement, key: string): string {
  // A reader is shown these whole.
  if (!isDataStatement(statement)) return sql(statement);
  switch (statement.op) {
    case 'insert':
      return `${insert(statement, key)}${statement.returning ? ' RETURNING (xmax = 0) AS "isNew"' : ''}`;
    case 'update':
      return `UPDATE ${statement.table} SET ${changes(statement)}${where(statement.where, statement.table, statement.below)}`;
    case 'delete':
      return `DELETE FROM ${statement.table}${where(statement.where, statement.table)}`;
    case 'select': {
      const { table, forUpdate } = statement;
      const lock = forUpdate ? lockingClause(statement) : '';
      return `SELECT * FROM ${table}${where(statement.where, table)}${lock}`;
    }
    default:
      return unreachable(statement);
  }
}

function insert(
  { table, row, onConflict }: Extract<Statement, { readonly op: 'insert' }>,
  key: string,
): string {
  const values = Object.values(row).map(literal).join(', ');
  const start = `INSERT INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${values})`;
  if (onConflict === 'error') return start;
  if (onConflict === 'nothing') return `${start} ON CONFLICT DO NOTHING`;
  return `${start} ON CONFLICT (${key}) DO UPDATE SET ${changes(onConflict, table)}${where(onConflict.where, table)}`;
}

const literal = (value: Value): string =>
  typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value);

function changes({ set, add = {} }: DoUpdate | Update, table = ''): string {
  const of = table ? `${table}.` : '';
  return [
    ...Object.entries(set).map(([column, value]) => `${column} = ${literal(value)}`),
    ...Object.entries(add).map(([column, amount]) => `${column} = ${of}${column} + ${amount}`),
  ].join(', ');
}

function where(values: Row = {}, table: string, below: Readonly<Record<string, number>> = {}) {
  const conditions = [
    ...Object.entries(values).map(([column, value]) =>
      value === null ? `${table}.${column} IS NULL` : `${table}.${column} = ${literal(value)}`,
    ),
    ...Object.entries(below).map(([column, limit]) => `${table}.${column} < ${limit}`),
  ];
  return conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : '';
}
