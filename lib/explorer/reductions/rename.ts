/** New names for actors: old name to new name, one to one. */
export type Renaming = ReadonlyMap<string, string>;

/**
 * Data with actors' names replaced wherever they stand, as values or as keys. A name inside a longer
 * text would be missed and the result be wrong, so that is refused.
 */
export function rename(data: unknown, names: Renaming): unknown {
  if (typeof data === 'string') return renameText(data, names);
  if (Array.isArray(data)) return data.map((item) => rename(item, names));
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [renameText(key, names), rename(value, names)]),
  );
}

/** Whether any of the names stands in data that is written down. */
export function mentions(text: string, names: Iterable<string>): boolean {
  for (const name of names) if (text.includes(name)) return true;
  return false;
}

function renameText(text: string, names: Renaming): string {
  const renamed = names.get(text);
  if (renamed !== undefined) return renamed;
  for (const name of names.keys()) {
    if (text.includes(name)) {
      throw new Error(
        `"${text}" holds the name of an actor, "${name}". Keep names whole in contexts and messages, so that actors who are alike can be told to be.`,
      );
    }
  }
  return text;
}
