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

export function withoutEntry<Value>(
  entries: Entries<Value> | undefined,
  key: string,
): Entries<Value> | undefined {
  return filled(Object.fromEntries(Object.entries(entries ?? {}).filter(([name]) => name !== key)));
}

export function filled<Value>(entries: Entries<Value>): Entries<Value> | undefined {
  return Object.keys(entries).length > 0 ? entries : undefined;
}
