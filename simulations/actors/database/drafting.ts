import type { StoredRow, Table } from '@/simulations/actors/database/tables';
import { givesUpKey } from '@/simulations/actors/database/uniqueness';
import type { Row } from '@/simulations/messages';

/** The row with a new draft; `row` null deletes it. */
export function redraft({ unique }: Table, stored: StoredRow, row: Row | null): StoredRow {
  const { row: last = null, intent = null, earlier = [] } = stored.draft ?? {};
  const kept = last && givesUpKey(unique, last, row) ? [...earlier, last] : earlier;
  return { ...stored, draft: { row, intent, earlier: kept } };
}

/** The row while its next version waits for a key: what it holds already is not free any more. */
export function rekeying(stored: StoredRow, row: Row, taken: Row): StoredRow {
  const { intent = null, earlier = [] } = stored.draft ?? {};
  return { ...stored, draft: { row, intent, earlier, taken } };
}

export function replaceRow(table: Table, old: StoredRow, next: StoredRow): Table {
  const rows = table.rows.map((stored) => (stored === old ? next : stored));
  return { ...table, rows };
}
