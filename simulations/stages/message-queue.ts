import type { AnyStateMachine } from 'xstate';

import type { Cast, Opening, ProcessId, ProcessSpec, Ticks } from '@/lib/engine/model';
import type { ChoiceKnob } from '@/lib/scenario/knobs';
import { producer, type ProducerInput } from '@/simulations/actors/producer';
import { queue, type QueueInput } from '@/simulations/actors/queue';
import type { Backstage } from '@/simulations/stages/backstage';
import { CUSTOMER, participant, purchase, server, unreliable } from '@/simulations/stages/parts';

/** 1 tick = 200 ms. */
const TICK_MS = 200;
const NETWORK = { usualTicks: 1, latestTicks: 3 };
const CONFIRM_TICKS = 5;
const VISIBILITY_TICKS = 8;
const DELIVERIES_MAX = 4;

/**
 * The hours of Amazon SQS as it comes: a message is hidden for 30 seconds. 1 tick = 5 s, so what travels takes
 * no time to speak of, or a tick when it is slow.
 */
export const SQS = {
  tickMs: 5_000,
  network: { usualTicks: 0, latestTicks: 1 },
  queue: { visibilityTicks: 6 },
} satisfies Partial<MessageQueue>;

/** The knob of a consumer that may have an inbox. */
export const INBOX = {
  kind: 'choice',
  label: 'Deduplication',
  help: 'How the consumer knows a message that it has dealt with before.',
  values: [
    { value: 'none', label: 'none', help: 'Every delivery is worked on as if it were the first.' },
    {
      value: 'inbox',
      label: 'inbox table',
      help: 'The message’s id is written in the same transaction as the work.',
    },
  ],
} as const satisfies ChoiceKnob;

export interface MessageQueue {
  readonly producer: Partial<ProducerInput> & Pick<ProducerInput, 'retries'>;
  /** Who publishes, if not one producer alone. */
  readonly producers?: readonly ProcessSpec[];
  /** What is between, if not a queue with these settings. Its process is called `queue`. */
  readonly broker?: ProcessSpec;
  readonly queue?: Partial<QueueInput>;
  readonly consumer: AnyStateMachine;
  readonly consumerInput: unknown;
  /** How many consumer processes there are; `consumer-1` and so on. Left out: one. */
  readonly consumers?: number;
  /** How many messages each of them can deal with at once. Left out: two. */
  readonly handlers?: number;
  /** What stands behind the consumers. */
  readonly behind: readonly Backstage[];
  /** Left out: one order, at once. */
  readonly openings?: readonly Opening[];
  readonly tickMs?: number;
  /** How long a message takes between shop, queue and consumers, and at the latest. */
  readonly network?: { readonly usualTicks: Ticks; readonly latestTicks: Ticks };
  /** Whether a message may be doubled on its way there. Left out: it may. */
  readonly doubles?: boolean;
}

/** Producer, queue, consumers, and what stands behind them. */
export function messageQueue(stage: MessageQueue): Cast {
  const names = Array.from(
    { length: stage.consumers ?? 1 },
    (_, index): ProcessId => `consumer-${index + 1}`,
  );
  const producers = stage.producers ?? [
    participant('producer', 'client', 'shop', producer, {
      ...{ queue: 'queue', timeoutTicks: CONFIRM_TICKS },
      ...stage.producer,
    }),
  ];
  const broker =
    stage.broker ??
    participant('queue', 'queue', 'queue', queue, {
      consumers: names,
      ...{ visibilityTicks: VISIBILITY_TICKS, deliveriesMax: DELIVERIES_MAX },
      ...stage.queue,
    });
  const consumers = names.map((id) => {
    const label = names.length === 1 ? 'consumer' : id.replace('-', ' ');
    return server(
      // A delivery comes on the consumer’s own connection, be it the answer to its asking, and dies with it.
      { id, group: 'consumer', label, kind: 'consumer', connects: true },
      stage.handlers ?? 2,
      stage.consumer,
      stage.consumerInput,
    );
  });
  const { usualTicks, latestTicks } = stage.network ?? NETWORK;
  const { doubles = true } = stage;
  const link = (a: ProcessId, b: ProcessId) => ({
    ...unreliable(a, b, usualTicks, latestTicks),
    doubles,
  });
  return {
    tickMs: stage.tickMs ?? TICK_MS,
    processes: [
      CUSTOMER,
      ...producers,
      broker,
      ...consumers,
      ...stage.behind.map(({ process }) => process),
    ],
    links: [
      ...producers.map(({ id }) => link(id, broker.id)),
      ...names.flatMap((name) => [
        link(broker.id, name),
        ...stage.behind.map(({ process, lossy = false, ...ticks }) => ({
          ...{ between: [name, process.id] as const, lossy },
          ...{ usualTicks: ticks.usualTicks, latestTicks: ticks.latestTicks },
        })),
      ]),
    ],
    openings: stage.openings ?? [purchase('producer', 'A')],
  };
}
