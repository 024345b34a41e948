/** The same entries but one, if it is there. */
export const withoutEntry = <Value>(
  entries: Readonly<Record<string, Value>>,
  key: string,
): Readonly<Record<string, Value>> =>
  Object.fromEntries(Object.entries(entries).filter(([name]) => name !== key));
