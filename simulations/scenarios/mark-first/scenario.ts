import { defineScenario } from '@/lib/scenario/define-scenario';
import { consumer } from '@/simulations/actors/consumer';
import { markingConsumer } from '@/simulations/actors/marking-consumer';
import { codeOf } from '@/simulations/code/marking-consumer';
import { withInbox } from '@/simulations/code/consumer';
import { SHIPMENT } from '@/simulations/effects';
import { captions, lesson } from '@/simulations/scenarios/mark-first/lesson';
import { keys, orders } from '@/simulations/stages/backstage';
import { messageQueue, SQS } from '@/simulations/stages/message-queue';
import { retry } from '@/simulations/stages/parts';
import { DATABASE } from '@/simulations/words/database';
import { HTTP } from '@/simulations/words/http';
import { KEYS } from '@/simulations/words/keys';
import { MARKS } from '@/simulations/words/marks';
import { QUEUE } from '@/simulations/words/queue';
import { wordingOf } from '@/simulations/words/words';

/** Shorter than the queue waits, so that a redelivery finds the lease of a dead consumer run out. */
const LEASE_TICKS = 4;
const SHIPMENTS = { unique: [], fact: SHIPMENT.fact };

export const markFirst = defineScenario({
  slug: 'mark-first',
  stage: 'message-queue',
  title: 'Mark first, or work first',
  question: 'The consumer writes down which messages it has seen. Before the work, or after it?',
  knobs: {
    mark: {
      kind: 'choice',
      label: 'The mark is set',
      help: 'When the consumer notes that it has seen a message. Work and mark are in two systems, or in one.',
      values: [
        { value: 'first', label: 'before the work', help: 'One command. Whoever sets it works.' },
        { value: 'after', label: 'after the work', help: 'Look, work, then set the mark.' },
        {
          value: 'two-state',
          label: 'before as begun, after as done',
          help: 'What is begun may be begun again when its 20 seconds are over.',
        },
        {
          value: 'inbox',
          label: 'with the work',
          help: 'A row in the database of the work, in the same transaction.',
        },
      ],
    },
  },
  cast: ({ mark }) => {
    const stage = { ...SQS, producer: { retries: 2 } };
    return mark === 'inbox'
      ? messageQueue({
          ...{ ...stage, consumer, consumerInput: { dedup: 'inbox' } },
          behind: [orders({ inbox: { unique: [['message']], fact: null }, shipments: SHIPMENTS })],
        })
      : messageQueue({
          ...{ ...stage, consumer: markingConsumer },
          consumerInput: { mark, lease: 'with-mark', leaseTicks: LEASE_TICKS },
          behind: [keys(), orders({ shipments: SHIPMENTS })],
        });
  },
  meant: { intents: [{ id: 'A', label: 'Order A' }], effects: [SHIPMENT] },
  calmAttempt: retry('producer'),
  script: 'crash.consumer.1',
  bounds: { losses: 1, duplicates: 0, crashes: 1, retries: 2 },
  claims: [
    { when: { mark: 'first' }, over: 'run', then: 'lost' },
    { when: { mark: 'first' }, over: 'forAll', then: 'lost' },
    { when: { mark: 'after' }, over: 'run', then: 'safe' },
    { when: { mark: 'after' }, over: 'run', script: 'crash.consumer.2', then: 'duplicate' },
    { when: { mark: 'after' }, over: 'forAll', then: 'duplicate' },
    { when: { mark: 'two-state' }, over: 'run', then: 'safe' },
    // The seam of two states is where that of “after” is: the work is done, and nothing says so.
    { when: { mark: 'two-state' }, over: 'run', script: 'crash.consumer.2', then: 'duplicate' },
    { when: { mark: 'two-state' }, over: 'forAll', then: 'duplicate' },
    { when: { mark: 'inbox' }, over: 'run', then: 'safe' },
    { when: { mark: 'inbox' }, over: 'run', script: 'crash.consumer.2', then: 'safe' },
    { when: { mark: 'inbox' }, over: 'forAll', then: 'safe' },
    { when: { mark: 'inbox' }, over: 'forAll', bounds: { crashes: 2 }, then: 'safe' },
  ],
  wording: wordingOf(HTTP, QUEUE, DATABASE, KEYS, MARKS),
  captions,
  code: ({ mark }) => (mark === 'inbox' ? withInbox : codeOf(mark, 'with-mark')),
  lesson,
  concepts: [161, 166, 167, 168],
});
