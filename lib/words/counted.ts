/** `12,345`, whatever the reader's locale. Rounded to a whole number. */
export const counted = (count: number): string =>
  String(Math.round(count)).replaceAll(/\B(?=(\d{3})+$)/g, ',');
