import { defineScenario } from '@/lib/scenario/define-scenario';
import { consumer } from '@/simulations/actors/consumer';
import { withInbox, withoutInbox } from '@/simulations/code/consumer';
import { SHIPMENT } from '@/simulations/effects';
import { COMMIT_ON_ITS_WAY } from '@/simulations/lesson-limits';
import { orders } from '@/simulations/stages/backstage';
import { INBOX, messageQueue } from '@/simulations/stages/message-queue';
import { retry } from '@/simulations/stages/parts';
import { DATABASE } from '@/simulations/words/database';
import { HTTP } from '@/simulations/words/http';
import { QUEUE } from '@/simulations/words/queue';
import { wordingOf } from '@/simulations/words/words';

/** As long as a message and its confirm may take, so that both can just be too late. With less there is too much to search. */
const CONFIRM_TICKS = 6;

export const redelivery = defineScenario({
  slug: 'redelivery',
  stage: 'message-queue',
  title: 'Redelivery',
  question: 'The work is done, but the acknowledgement is lost. What does the queue do?',
  knobs: {
    dedup: INBOX,
  },
  cast: ({ dedup }) =>
    messageQueue({
      producer: { retries: 2, timeoutTicks: CONFIRM_TICKS },
      consumer,
      consumerInput: { dedup },
      behind: [
        orders({
          ...(dedup === 'inbox' ? { inbox: { unique: [['message']], fact: null } } : {}),
          shipments: { unique: [], fact: SHIPMENT.fact },
        }),
      ],
    }),
  meant: { intents: [{ id: 'A', label: 'Order A' }], effects: [SHIPMENT] },
  calmAttempt: retry('producer'),
  script: 'lose.consumer-queue.1',
  bounds: { losses: 1, duplicates: 0, crashes: 1, retries: 2 },
  claims: [
    { when: { dedup: 'none' }, over: 'run', then: 'duplicate' },
    { when: { dedup: 'inbox' }, over: 'run', then: 'safe' },
    { when: { dedup: 'none' }, over: 'forAll', then: 'duplicate' },
    { when: { dedup: 'inbox' }, over: 'forAll', then: 'safe' },
    // As many losses as the queue has patience: the message is put aside, and nobody is told.
    {
      ...{ when: { dedup: 'inbox' }, over: 'forAll', then: 'stuck' },
      bounds: { losses: 4, crashes: 0 },
    },
  ],
  wording: wordingOf(HTTP, QUEUE, DATABASE),
  captions: [
    { at: 'order A wanted', text: 'A shop sells once. One parcel is expected.' },
    {
      at: 'lost: acknowledge',
      text: 'The parcel is shipped. The word of it does not reach the queue.',
    },
    {
      at: 'put aside',
      text: 'The queue has heard nothing and has tried often enough. It puts the message aside.',
    },
    {
      at: 'no acknowledgement in time',
      text: 'The queue has heard nothing. To it, a lost acknowledgement looks like a dead consumer.',
    },
    {
      at: 'deliver order-A, again',
      text: 'The same message once more. When it left, the queue had heard of no end of the work.',
    },
    {
      at: 'shipped again',
      text: 'The consumer does what the message says, and another parcel leaves.',
    },
    {
      at: 'INSERT inbox ON CONFLICT DO NOTHING',
      text: 'The consumer writes down which message it is dealing with.',
    },
    {
      at: 'Settled',
      after: 'shipped again',
      text: 'Now the queue knows. More than one parcel is on its way.',
    },
    {
      at: 'ROLLBACK',
      text: 'The id was there already: the work is done, so it only acknowledges.',
    },
  ],
  code: ({ dedup }) => (dedup === 'none' ? withoutInbox : withInbox),
  lesson: {
    intro: [
      'A queue hands out a message, hides it, and waits to be told that it was dealt with. If it hears nothing it must assume that the consumer died, and hand the message out again. That is what at least once means: no message is forgotten, and any message may come twice.',
      'The consumer can’t prevent the second delivery. It can make it harmless: write the message’s id and do the work in one transaction, under a unique constraint, and a delivery that finds its id already there has nothing left to do.',
    ],
    costs:
      'One row for each message, kept for as long as it may be redelivered, and a transaction around the work.',
    limits: `The work must live in the same database as the inbox. A producer that gives the same order two message ids gets two parcels all the same. ${COMMIT_ON_ITS_WAY}`,
    inPractice: {
      text: 'Amazon SQS standard queues deliver at least once; a message is hidden for its visibility timeout, 30 seconds unless told otherwise, and comes back if it was not deleted.',
      source:
        'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-visibility-timeout.html',
    },
    next: [
      { slug: 'when-to-ack', why: 'Acknowledge before the work, or after it?' },
      { slug: 'mark-first', why: 'Take note first, or do the work first?' },
      { slug: 'visibility-timeout', why: 'The work takes longer than the queue waits.' },
    ],
  },
  concepts: [32, 157, 158, 159, 164, 165, 166, 167, 168, 169, 171, 174],
});
