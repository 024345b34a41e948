/** A line of a TypeScript sample at which whoever is in this state stands; how it is read: lib/projections/code.ts. */
export const inTypeScript = (line: string, state: string): string => `${line} //@ ${state}`;

/** The same in SQL. */
export const inSql = (line: string, state: string): string => `${line} --@ ${state}`;
