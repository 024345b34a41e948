/** The default of every switch over a union: a new member then fails to compile wherever it is forgotten. */
export function unreachable(value: never): never {
  throw new Error(`Not handled: ${JSON.stringify(value)}`);
}
