import { withoutEntry } from '@/simulations/actors/without-entry';

/**
 * Records that are left out of a state while nothing is in them: what doesn't use them is as if they weren't there, and
 * equal states stay equal.
 */
type Entries<Value> = Readonly<Record<string, Value>>;

export function withEntry<Value>(
  entries: Entries<Value> | undefined,
  key: string,
  value: Value,
): Entries<Value> {
  return { ...entries, [key]: value };
}

export const leftWithout = <Value>(
  entries: Entries<Value> | undefined,
  key: string,
): Entries<Value> | undefined => filled(withoutEntry(entries ?? {}, key));

export function filled<Value>(entries: Entries<Value>): Entries<Value> | undefined {
  return Object.keys(entries).length > 0 ? entries : undefined;
}
