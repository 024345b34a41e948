import { defineScenario } from '@/lib/scenario/define-scenario';
import { worker } from '@/simulations/actors/worker';
import { SHIPMENT } from '@/simulations/effects';
import { codeOf } from '@/simulations/scenarios/when-to-ack/code';
import { captions, lesson } from '@/simulations/scenarios/when-to-ack/lesson';
import { addresses, orders } from '@/simulations/stages/backstage';
import { INBOX, messageQueue, SQS } from '@/simulations/stages/message-queue';
import { retry } from '@/simulations/stages/parts';
import { DATABASE } from '@/simulations/words/database';
import { HTTP } from '@/simulations/words/http';
import { QUEUE } from '@/simulations/words/queue';
import { wordingOf } from '@/simulations/words/words';

export const whenToAck = defineScenario({
  slug: 'when-to-ack',
  stage: 'message-queue',
  title: 'When to acknowledge',
  question: 'The consumer dies at work. Has it told the queue already?',
  knobs: {
    ack: {
      kind: 'choice',
      label: 'Acknowledges',
      help: 'When the consumer tells the queue that a message is dealt with.',
      values: [
        {
          value: 'before',
          label: 'before the work',
          help: 'The queue forgets the message as soon as somebody has it.',
        },
        {
          value: 'after',
          label: 'after the work',
          help: 'The queue keeps the message until the work is committed.',
        },
      ],
    },
    dedup: INBOX,
  },
  cast: ({ ack, dedup }) =>
    messageQueue({
      ...SQS,
      producer: { retries: 2 },
      consumer: worker,
      consumerInput: { ack, dedup, checks: true },
      behind: [
        addresses(0, 0),
        orders({
          ...(dedup === 'inbox' ? { inbox: { unique: [['message']], fact: null } } : {}),
          shipments: { unique: [], fact: SHIPMENT.fact },
        }),
      ],
    }),
  meant: { intents: [{ id: 'A', label: 'Order A' }], effects: [SHIPMENT] },
  calmAttempt: retry('producer'),
  script: 'crash.consumer.1',
  bounds: { losses: 1, duplicates: 0, crashes: 1, retries: 2 },
  claims: [
    { when: { ack: 'before' }, over: 'run', then: 'lost' },
    { when: { ack: 'before' }, over: 'forAll', then: 'lost' },
    { when: { ack: 'before', dedup: 'inbox' }, over: 'run', then: 'lost' },
    { when: { ack: 'before', dedup: 'inbox' }, over: 'forAll', then: 'lost' },
    // Telling early is not at most once: what is told may be lost.
    { when: { ack: 'before' }, over: 'run', script: 'lose.consumer-queue.1', then: 'duplicate' },
    { when: { ack: 'after' }, over: 'run', then: 'safe' },
    { when: { ack: 'after' }, over: 'run', script: 'crash.consumer.2', then: 'duplicate' },
    { when: { ack: 'after' }, over: 'forAll', then: 'duplicate' },
    {
      ...{ when: { ack: 'after', dedup: 'inbox' }, over: 'run', then: 'safe' },
      script: 'crash.consumer.2',
    },
    { when: { ack: 'after', dedup: 'inbox' }, over: 'forAll', then: 'safe' },
    // As many losses as the queue has patience: the message is put aside, and nobody is told.
    {
      ...{ when: { ack: 'after', dedup: 'inbox' }, over: 'forAll', then: 'stuck' },
      bounds: { losses: 4, crashes: 0 },
    },
  ],
  wording: wordingOf(HTTP, QUEUE, DATABASE),
  captions,
  code: codeOf,
  lesson,
  concepts: [157, 170, 171, 172, 173],
});
