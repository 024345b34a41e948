/** Every bound of a search that no question names, by name. Whoever hits one says so. */
export const EXPLORER_LIMITS = {
  /** Different states in one search; one that reaches it ends incomplete. */
  statesMax: 3_000_000,
  /** Processes with actors: their positions are kept in 8 bits. */
  processesMax: 256,
  /** Different states of one process: they are kept in 16 bits. */
  statesPerProcessMax: 65_536,
  /** Different things that the judge may have to remember: kept in 16 bits. */
  recollectionsMax: 65_536,
  /** Numbers of different messages, in which the time that each has left stands too: they are kept in 16 bits. */
  parcelsMax: 65_535,
  /** Messages on the wire at once; a search that would go beyond ends incomplete. */
  onTheWireMax: 255,
  /** States that a search without time may take before only one in time counts. */
  untimedStatesMax: 30_000,
  /** Moments tried when a way that was found without time is looked for in time. */
  triesMax: 20_000,
  /** Faults of a kind: each budget is kept in 4 bits. */
  faultsMax: 15,
} as const;
