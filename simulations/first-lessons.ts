/**
 * For tests and benchmarks: the scenarios to begin with. Between them they have every kind of link, so they stand for
 * all where all would take too long.
 */
export const FIRST_LESSONS: readonly string[] = [
  ...['lost-response', 'check-then-act', 'crash-window', 'redelivery'],
];
