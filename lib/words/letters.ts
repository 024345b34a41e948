/** A sentence begins like this. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `Purchase A` → `purchase A`, within a sentence; but abbreviations stay: `API instances`. */
export const lowered = (text: string): string =>
  /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

/** `isTryLater` → `is try later` */
export const spaced = (name: string): string =>
  name.replaceAll(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`);
