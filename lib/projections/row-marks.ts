import type { StateTable } from '@/lib/projections/wording';

type Rows = StateTable['rows'];
export type RowMark = 'new' | 'changed';

/**
 * What a step did to each row of a table: nothing, or it is new, or its place holds another than before. Rows may be
 * alike, as a duplicate is, so one of before stands for one of now and no more.
 */
export function rowMarks(rows: Rows, before: Rows): readonly (RowMark | null)[] {
  const gone: (string | null)[] = before.map(written);
  const stays = rows.map((row) => {
    const place = gone.indexOf(written(row));
    if (place >= 0) gone[place] = null;
    return place >= 0;
  });
  return stays.map((isKept, index) => {
    if (isKept) return null;
    return typeof gone[index] === 'string' ? 'changed' : 'new';
  });
}

const written = (row: readonly string[]): string => row.join('\n');
