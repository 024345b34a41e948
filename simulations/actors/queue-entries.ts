import type { JsonRecord } from '@/lib/engine/json';
import type { Effect, Fact, IntentId, Received } from '@/lib/engine/model';
import type { MessageDelivered, MessagePublished, PublishConfirmed } from '@/simulations/messages';

/** One copy of a message, as brokers keep it. */
export interface Entry extends JsonRecord {
  /** Counts arrivals, so that two copies of one message can be told apart. */
  readonly copy: number;
  readonly id: string;
  readonly intent: IntentId | null;
  readonly deliveries: number;
  readonly aside: boolean;
}

/** Names one delivery of one copy. */
export const receiptOf = ({ copy, deliveries }: Entry): string => `r${copy}.${deliveries}`;

/** The copy that a receipt of its latest delivery speaks of, unless it was put aside. */
export const heldBy = <E extends Entry>(entries: readonly E[], receipt: string): E | undefined =>
  entries.find((entry) => receiptOf(entry) === receipt && !entry.aside);

export const newEntry = (copy: number, { id, intent }: Pick<Entry, 'id' | 'intent'>): Entry => ({
  ...{ copy, id, intent, deliveries: 0, aside: false },
});

export const replaced = <E extends Entry>(entries: readonly E[], old: E, next: E): readonly E[] =>
  entries.map((entry) => (entry === old ? next : entry));

export const deliveryOf = (entry: Entry): MessageDelivered => ({
  ...{ type: 'message.delivered', intent: entry.intent, id: entry.id },
  ...{ receipt: receiptOf(entry), redelivered: entry.deliveries > 1 },
});

/** Tells a publisher that the broker has what it published. */
export const confirmationOf = ({ from, intent, attempt }: Received<MessagePublished>): Effect => ({
  type: 'send',
  to: from,
  message: { type: 'publish.confirmed', intent, attempt } satisfies PublishConfirmed,
});

/** The broker has delivered a message often enough, and does so no more. */
export const puttingAsideOf = ({ intent }: Entry): Fact => ({
  ...{ name: 'message.put-aside', intent: intent ?? '' },
});

/** The broker was told that a message is dealt with, and forgets it. */
export const settlementOf = ({ intent }: Entry, isAnswer = true): Fact => ({
  ...{ name: 'message.settled', intent: intent ?? '' },
  ...(isAnswer && { says: 'done', body: null }),
});
