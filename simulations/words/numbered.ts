import type { StateTable } from '@/lib/projections/wording';

interface Numbered extends Pick<StateTable, 'title' | 'empty'> {
  readonly column: string;
  /** What stands before the number of each. */
  readonly name: string;
  readonly count: number;
  /** Which of them was made under each key that is known. */
  readonly seen: Readonly<Record<string, string>>;
}

/** What a provider has made so far, and under which keys, if it was given any. */
export function numbered({ title, empty, column, name, count, seen }: Numbered): StateTable {
  const keys = new Map(Object.entries(seen).map(([key, made]) => [made, key]));
  const ids = Array.from({ length: count }, (_, index) => `${name}-${index + 1}`);
  return {
    ...{ title, empty },
    columns: keys.size > 0 ? [column, 'key'] : [column],
    rows: ids.map((id) => (keys.size > 0 ? [id, keys.get(id) ?? '–'] : [id])),
  };
}
