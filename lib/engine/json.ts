/** What contexts, messages and facts are made of: data that survives being written down. */
export type Json = null | boolean | number | string | readonly Json[] | JsonRecord;
export interface JsonRecord {
  readonly [name: string]: Json;
}

/**
 * One text for equal data, whatever the order in which its fields were set.
 *
 * @example canonical({ b: 1, a: [true, null] }) === '{"a":[true,null],"b":1}'
 */
export function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null)
    return value === undefined ? 'null' : JSON.stringify(value);
  // Put together piece by piece: a search writes down thousands of these before it is warm.
  let text = '';
  if (Array.isArray(value)) {
    for (const item of value) text += `${text === '' ? '' : ','}${canonical(item)}`;
    return `[${text}]`;
  }
  const record = value as Readonly<Record<string, unknown>>;
  for (const name of Object.keys(record).sort()) {
    const field = record[name];
    if (field === undefined) continue;
    text += `${text === '' ? '' : ','}${JSON.stringify(name)}:${canonical(field)}`;
  }
  return `{${text}}`;
}
