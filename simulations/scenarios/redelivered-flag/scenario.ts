import { defineScenario } from '@/lib/scenario/define-scenario';
import { rabbitQueue } from '@/simulations/actors/rabbit-queue';
import { worker } from '@/simulations/actors/worker';
import { workerCode } from '@/simulations/code/worker';
import { SHIPMENT } from '@/simulations/effects';
import { captions, lesson } from '@/simulations/scenarios/redelivered-flag/lesson';
import { addresses, orders } from '@/simulations/stages/backstage';
import { messageQueue, SQS } from '@/simulations/stages/message-queue';
import { participant, retry } from '@/simulations/stages/parts';
import { DATABASE } from '@/simulations/words/database';
import { HTTP } from '@/simulations/words/http';
import { QUEUE } from '@/simulations/words/queue';
import { wordingOf } from '@/simulations/words/words';

const { tickMs, network } = SQS;
/** The consumer has the message, and dies before it has written anything. */
const RECEIVED_AND_DIED = 'crash.consumer.1';
/** The consumer dies before the message has come to it. */
const SENT_AND_DIED = 'delay.queue-consumer.1~crash.consumer.0';

export const redeliveredFlag = defineScenario({
  slug: 'redelivered-flag',
  stage: 'message-queue',
  title: 'The redelivered flag',
  question: 'The broker marks what it delivers again. Can the consumer go by that mark?',
  knobs: {
    trust: {
      kind: 'choice',
      label: 'The consumer goes by',
      help: 'How it decides that it has dealt with a message before.',
      values: [
        {
          value: 'flag',
          label: 'the flag',
          help: 'What is marked “redelivered” is skipped, all else is worked on.',
        },
        {
          value: 'message-id',
          label: 'the message’s id',
          help: 'The id is written in the same transaction as the work.',
        },
      ],
    },
  },
  cast: ({ trust }) =>
    messageQueue({
      // Shop and consumer each hold one connection to the broker, and on one connection nothing is doubled.
      ...{ tickMs, network, doubles: false },
      producer: { retries: 2, hasChannel: true },
      broker: participant('queue', 'queue', 'queue', rabbitQueue, {
        ...{ consumer: 'consumer-1', heartbeatTicks: 3 },
      }),
      consumer: worker,
      consumerInput: { ack: 'after', dedup: trust === 'flag' ? 'flag' : 'inbox', checks: true },
      behind: [
        // It asks somebody before it writes, so that it can die between receipt and work.
        addresses(0, 0),
        orders({
          ...(trust === 'message-id' ? { inbox: { unique: [['message']], fact: null } } : {}),
          shipments: { unique: [], fact: SHIPMENT.fact },
        }),
      ],
    }),
  meant: { intents: [{ id: 'A', label: 'Order A' }], effects: [SHIPMENT] },
  calmAttempt: retry('producer'),
  script: 'lose.queue-producer.1',
  bounds: { losses: 1, duplicates: 0, crashes: 1, retries: 2 },
  claims: [
    { when: { trust: 'flag' }, over: 'run', then: 'duplicate' },
    { when: { trust: 'flag' }, over: 'run', script: 'lose.queue-consumer.1', then: 'lost' },
    // Received, and not yet worked on: no message needs to be lost.
    { when: { trust: 'flag' }, over: 'run', script: RECEIVED_AND_DIED, then: 'lost' },
    { when: { trust: 'flag' }, over: 'forAll', bounds: { losses: 0 }, then: 'lost' },
    // The same of a delivery that was still on its way: it dies with the connection.
    { when: { trust: 'flag' }, over: 'run', script: SENT_AND_DIED, then: 'lost' },
    // What the flag is good for: the work was done, and only the acknowledgement is missing.
    { when: { trust: 'flag' }, over: 'run', script: 'lose.consumer-queue.1', then: 'safe' },
    { when: { trust: 'flag' }, over: 'forAll', then: 'duplicate' },
    { when: { trust: 'flag' }, over: 'forAll', then: 'lost' },
    { when: { trust: 'message-id' }, over: 'run', then: 'safe' },
    {
      ...{ when: { trust: 'message-id' }, over: 'run', then: 'safe' },
      script: 'lose.queue-consumer.1',
    },
    { when: { trust: 'message-id' }, over: 'run', script: RECEIVED_AND_DIED, then: 'safe' },
    { when: { trust: 'message-id' }, over: 'forAll', then: 'safe' },
    { when: { trust: 'message-id' }, over: 'forAll', bounds: { losses: 2 }, then: 'safe' },
  ],
  wording: wordingOf(HTTP, QUEUE, DATABASE),
  captions,
  code: ({ trust }) =>
    trust === 'flag'
      ? workerCode(
          { ack: 'after', dedup: 'flag', checks: true },
          'The flag says that a message may have been seen. The code reads that it was done.',
        )
      : workerCode(
          { ack: 'after', dedup: 'inbox', checks: true },
          'The id says which message it is. Whether it was done, the consumer’s own table says.',
        ),
  lesson,
  concepts: [164],
});
