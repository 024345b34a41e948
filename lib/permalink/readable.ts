/** Percent-encoded, but for what a query may hold as it is and people like to read. */
export const readable = (value: string): string => encodeURIComponent(value).replaceAll('%2C', ',');
