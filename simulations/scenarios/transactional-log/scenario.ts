import { defineScenario } from '@/lib/scenario/define-scenario';
import { CHARGE } from '@/simulations/effects';
import { castOf } from '@/simulations/scenarios/transactional-log/cast';
import { codeOf } from '@/simulations/scenarios/transactional-log/code';
import { captions, lesson } from '@/simulations/scenarios/transactional-log/lesson';
import { retry } from '@/simulations/stages/parts';
import { DATABASE } from '@/simulations/words/database';
import { HTTP } from '@/simulations/words/http';
import { LOG } from '@/simulations/words/log';
import { PAYMENTS } from '@/simulations/words/payments';
import { TRANSACTIONS } from '@/simulations/words/transactions';
import { wordingOf } from '@/simulations/words/words';

/** The worker’s record is in the log, and its transaction not yet committed, when it dies. */
const WORKER_DIES = 'crash.worker.4';
const APPENDED_IS_LOST = 'lose.log-worker.3';
const COMMITTED_IS_LOST = 'lose.log-worker.5';
/** The last thing that it asks for an order, however often it does. */
const UNANSWERED = 'lose.worker-log.5~lose.worker-log.6~lose.worker-log.7';
const INSIDE = { offsets: 'inside', isolation: 'committed' } as const;

export const transactionalLog = defineScenario({
  slug: 'transactional-log',
  stage: 'message-queue',
  title: 'The offset in the transaction',
  question: 'A worker reads from one log and writes to another. What if it dies in between?',
  knobs: {
    offsets: {
      kind: 'choice',
      label: 'Its offset is committed',
      help: 'How far the worker has read: whether that is part of the transaction in which it writes.',
      values: [
        { value: 'outside', label: 'after the transaction', help: 'By the consumer, on its own.' },
        {
          value: 'inside',
          label: 'in the transaction',
          help: 'By sendOffsetsToTransaction: output and offset count together, or not at all.',
        },
      ],
    },
    isolation: {
      kind: 'choice',
      label: 'Billing reads',
      help: 'The isolation level of whoever reads what the worker writes. Needs the charge as a record in the log.',
      values: [
        {
          value: 'uncommitted',
          label: 'everything',
          help: 'As Kafka’s Java consumer does by default.',
        },
        {
          value: 'committed',
          label: 'what is committed',
          help: 'It waits until a transaction has ended, and is not shown what was aborted.',
        },
      ],
    },
    effect: {
      kind: 'choice',
      circumstance: true,
      label: 'The charge is',
      help: 'What the worker does for an order.',
      values: [
        { value: 'log', label: 'a record in the log', help: 'Billing acts on it.' },
        {
          value: 'external',
          label: 'a call to the card provider',
          help: 'The worker makes it in the middle of its transaction.',
        },
      ],
    },
  },
  cast: castOf,
  meant: { intents: [{ id: 'A', label: 'Order A' }], effects: [CHARGE] },
  calmAttempt: retry('source'),
  script: WORKER_DIES,
  bounds: { losses: 1, duplicates: 0, crashes: 1, retries: 2 },
  claims: [
    { when: {}, over: 'run', then: 'duplicate' },
    { when: {}, over: 'forAll', then: 'duplicate' },
    { when: { isolation: 'committed' }, over: 'run', then: 'duplicate' },
    { when: { isolation: 'committed' }, over: 'forAll', then: 'duplicate' },
    // It had sent its offset, which arrives although it is dead.
    { when: {}, over: 'run', script: 'crash.worker.5', then: 'safe' },
    // One loss is made good by asking again.
    { when: {}, over: 'forAll', bounds: { crashes: 0 }, then: 'safe' },
    { when: { offsets: 'inside' }, over: 'run', then: 'duplicate' },
    { when: { offsets: 'inside' }, over: 'forAll', then: 'duplicate' },
    { when: INSIDE, over: 'run', then: 'safe' },
    { when: INSIDE, over: 'run', script: 'crash.worker.5', then: 'safe' },
    { when: INSIDE, over: 'run', script: APPENDED_IS_LOST, then: 'safe' },
    { when: INSIDE, over: 'run', script: COMMITTED_IS_LOST, then: 'safe' },
    { when: INSIDE, over: 'forAll', then: 'safe' },
    { when: INSIDE, over: 'forAll', bounds: { losses: 0, crashes: 2 }, then: 'safe' },
    { when: INSIDE, over: 'forAll', bounds: { losses: 2, crashes: 0 }, then: 'safe' },
    { when: INSIDE, over: 'forAll', bounds: { losses: 2 }, then: 'safe' },
    // Told nothing as often as it asks, it is started again, which to the log is a crash.
    { when: {}, over: 'run', script: UNANSWERED, then: 'duplicate' },
    { when: {}, over: 'forAll', bounds: { losses: 3, crashes: 0 }, then: 'duplicate' },
    { when: INSIDE, over: 'run', script: UNANSWERED, then: 'safe' },
    { when: INSIDE, over: 'forAll', bounds: { losses: 3 }, then: 'safe' },
    { when: { effect: 'external' }, over: 'run', then: 'duplicate' },
    { when: { ...INSIDE, effect: 'external' }, over: 'run', then: 'duplicate' },
    { when: { ...INSIDE, effect: 'external' }, over: 'forAll', then: 'duplicate' },
    {
      ...{ when: { ...INSIDE, effect: 'external' }, over: 'forAll', then: 'safe' },
      bounds: { crashes: 0 },
    },
  ],
  wording: wordingOf(HTTP, DATABASE, PAYMENTS, LOG, TRANSACTIONS),
  captions,
  code: codeOf,
  lesson,
  concepts: [160, 172, 173],
});
