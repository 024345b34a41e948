import { defineScenario } from '@/lib/scenario/define-scenario';
import { ORDER, SHIPMENT } from '@/simulations/effects';
import { castOf } from '@/simulations/scenarios/dual-write/cast';
import { codeOf } from '@/simulations/scenarios/dual-write/code';
import { captions, lesson } from '@/simulations/scenarios/dual-write/lesson';
import { retry } from '@/simulations/stages/parts';
import { DATABASE } from '@/simulations/words/database';
import { HTTP } from '@/simulations/words/http';
import { QUEUE } from '@/simulations/words/queue';
import { wordingOf } from '@/simulations/words/words';

/** The relay has published, and dies before it hears that the queue has the message. */
const RELAY_DIES = 'crash.relay.3';
/** The shop dies when its first write is on its way: before it hears of it, and before its second. */
const SHOP_DIES = 'crash.shop.1';

export const dualWrite = defineScenario({
  slug: 'dual-write',
  stage: 'message-queue',
  title: 'Two stores, no transaction',
  question: 'An order goes to the database and to the queue. Which of them first?',
  knobs: {
    write: {
      kind: 'choice',
      label: 'The shop writes',
      help: 'In which order it stores the order and publishes the message.',
      values: [
        { value: 'database-first', label: 'database, then queue' },
        { value: 'broker-first', label: 'queue, then database' },
        {
          value: 'outbox',
          label: 'database only, with an outbox',
          help: 'That a message is due is a row of the order’s transaction. A relay publishes it.',
        },
      ],
    },
    dedup: {
      kind: 'choice',
      label: 'Deduplication at the warehouse',
      help: 'How it knows a message that it has dealt with before.',
      values: [
        { value: 'none', label: 'none', help: 'Every delivery is taken for the first one.' },
        {
          value: 'inbox',
          label: 'inbox table',
          help: 'The message’s id is written in the same transaction as the work.',
        },
      ],
    },
    stock: {
      ...{ kind: 'choice', circumstance: true, label: 'The book' },
      help: 'There is one copy, and a unique constraint sees to it that it is sold once.',
      values: [
        { value: 'there', label: 'is there' },
        {
          value: 'sold',
          label: 'has just been sold',
          help: 'The database refuses the order.',
        },
      ],
    },
  },
  cast: castOf,
  meant: { intents: [{ id: 'A', label: 'Order A' }], effects: [ORDER, SHIPMENT] },
  calmAttempt: retry('client'),
  script: SHOP_DIES,
  scriptFor: ({ write, stock }) =>
    stock === 'sold' ? '' : write === 'outbox' ? RELAY_DIES : SHOP_DIES,
  bounds: { losses: 1, duplicates: 0, crashes: 1, retries: 2 },
  claims: [
    { when: {}, over: 'run', then: 'lost' },
    { when: {}, over: 'forAll', then: 'lost' },
    { when: { dedup: 'inbox' }, over: 'forAll', then: 'lost' },
    { when: { write: 'broker-first' }, over: 'run', then: 'duplicate' },
    // The retry mends what the crash tore, as long as somebody retries and nobody refuses.
    { when: { write: 'broker-first', dedup: 'inbox' }, over: 'forAll', then: 'safe' },
    {
      ...{ when: { write: 'broker-first', stock: 'sold' }, over: 'run', script: '' },
      then: 'wrongReply',
    },
    {
      ...{ when: { write: 'broker-first', dedup: 'inbox', stock: 'sold' }, over: 'forAll' },
      then: 'wrongReply',
    },
    { when: { stock: 'sold' }, over: 'forAll', then: 'safe' },
    { when: { write: 'outbox' }, over: 'run', script: SHOP_DIES, then: 'safe' },
    { when: { write: 'outbox' }, over: 'run', then: 'duplicate' },
    { when: { write: 'outbox' }, over: 'forAll', then: 'duplicate' },
    { when: { write: 'outbox', dedup: 'inbox' }, over: 'run', then: 'safe' },
    { when: { write: 'outbox', dedup: 'inbox' }, over: 'forAll', then: 'safe' },
    { when: { write: 'outbox', dedup: 'inbox', stock: 'sold' }, over: 'forAll', then: 'safe' },
  ],
  wording: wordingOf(HTTP, QUEUE, DATABASE),
  captions,
  code: ({ write }) => codeOf(write),
  lesson,
  concepts: [173],
});
