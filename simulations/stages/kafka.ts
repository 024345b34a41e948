/** The hours of Kafka’s library as it comes: it waits for an answer for 30 seconds. 1 tick = 10 s. */
export const KAFKA = { tickMs: 10_000, timeoutTicks: 3, retries: 2 } as const;
