import type { Opening } from '@/lib/engine/model';
import { defineScenario } from '@/lib/scenario/define-scenario';
import { consumer } from '@/simulations/actors/consumer';
import { fifoQueue } from '@/simulations/actors/fifo-queue';
import { SHIPMENT } from '@/simulations/effects';
import { codeOf } from '@/simulations/scenarios/fifo-dedup/code';
import { SENDER, shop } from '@/simulations/scenarios/fifo-dedup/shop';
import { captions, lesson } from '@/simulations/scenarios/fifo-dedup/lesson';
import { orders } from '@/simulations/stages/backstage';
import { messageQueue } from '@/simulations/stages/message-queue';
import { participant, purchase, retry } from '@/simulations/stages/parts';
import { DATABASE } from '@/simulations/words/database';
import { HTTP } from '@/simulations/words/http';
import { QUEUE } from '@/simulations/words/queue';
import { wordingOf } from '@/simulations/words/words';

/** 1 tick = 30 s, so the five minutes are ten of them. */
const HOURS = { tickMs: 30_000, network: { usualTicks: 0, latestTicks: 1 } };
const QUEUE_INPUT = { visibilityTicks: 3, deliveriesMax: 4, dedupTicks: 10 };
const TIMEOUT_TICKS = { late: 12, soon: 2 } as const;
/** The item is added a minute after the order was placed. */
const ADDED_AT: Opening['atTicks'] = 2;
export const fifoDedup = defineScenario({
  slug: 'fifo-dedup',
  stage: 'message-queue',
  title: 'A queue that deduplicates',
  question: 'A FIFO queue throws copies away. Which ones?',
  knobs: {
    resend: {
      kind: 'choice',
      label: 'The shop sends again',
      help: 'When it does so if it hears nothing. The queue knows an id for five minutes.',
      values: [
        { value: 'late', label: 'after 6 minutes', help: 'It was offline, or has a slow outbox.' },
        { value: 'soon', label: 'after 1 minute', help: 'The queue still knows the id.' },
      ],
    },
    id: {
      kind: 'choice',
      label: 'Deduplication id',
      help: 'What the shop gives the queue to know a copy by.',
      values: [
        { value: 'per-event', label: 'of the event', help: 'placed-1 and added-1 differ.' },
        {
          value: 'per-order',
          label: 'of the order',
          help: 'Everything that happens to order 1 within five minutes counts as the same.',
        },
      ],
    },
    dedup: {
      kind: 'choice',
      label: 'Deduplication at the consumer',
      help: 'How the consumer knows a message that it has dealt with before.',
      values: [
        { value: 'none', label: 'none', help: 'It leaves that to the queue.' },
        {
          value: 'inbox',
          label: 'inbox table',
          help: 'The event’s id is written in the same transaction as the work.',
        },
      ],
    },
  },
  cast: ({ resend, id, dedup }) =>
    messageQueue({
      ...HOURS,
      producer: { retries: 2 },
      producers: [shop(TIMEOUT_TICKS[resend], id)],
      broker: participant('queue', 'queue', 'FIFO queue', fifoQueue, {
        ...{ consumer: 'consumer-1', ...QUEUE_INPUT },
      }),
      ...{ consumer, consumerInput: { dedup } },
      behind: [
        orders({
          ...(dedup === 'inbox' ? { inbox: { unique: [['message']], fact: null } } : {}),
          shipments: { unique: [], fact: SHIPMENT.fact },
        }),
      ],
      openings: [purchase(SENDER.A, 'A'), purchase(SENDER.B, 'B', ADDED_AT)],
    }),
  meant: {
    intents: [
      { id: 'A', label: 'Order A' },
      { id: 'B', label: 'Item B' },
    ],
    effects: [SHIPMENT],
  },
  calmAttempt: (intent) => retry(SENDER[intent === 'A' ? 'A' : 'B'])(intent),
  script: 'lose.queue-producer.1',
  bounds: { losses: 1, duplicates: 0, crashes: 1, retries: 2 },
  claims: [
    { when: { resend: 'late' }, over: 'run', then: 'duplicate' },
    { when: { resend: 'late' }, over: 'forAll', bounds: { crashes: 0 }, then: 'duplicate' },
    { when: { resend: 'soon' }, over: 'run', then: 'safe' },
    // The queue’s own end of the road: what it delivers, it may deliver again.
    { when: { resend: 'soon' }, over: 'run', script: 'lose.consumer-queue.1', then: 'duplicate' },
    { when: { resend: 'soon' }, over: 'forAll', then: 'duplicate' },
    { when: { resend: 'soon', dedup: 'inbox' }, over: 'run', then: 'safe' },
    { when: { resend: 'soon', dedup: 'inbox' }, over: 'forAll', then: 'safe' },
    { when: { resend: 'late', dedup: 'inbox' }, over: 'run', then: 'safe' },
    { when: { resend: 'late', dedup: 'inbox' }, over: 'forAll', then: 'safe' },
    // Two events, one id: no fault is needed, and no inbox can help with what never comes.
    { when: { id: 'per-order' }, over: 'run', script: '', then: 'swallowed' },
    { when: { id: 'per-order', resend: 'soon' }, over: 'run', then: 'swallowed' },
    { when: { id: 'per-order', dedup: 'inbox' }, over: 'forAll', then: 'swallowed' },
  ],
  wording: wordingOf(HTTP, QUEUE, DATABASE),
  captions,
  code: ({ id, dedup }) => codeOf(id, dedup),
  lesson,
  concepts: [163],
});
