import { defineScenario } from '@/lib/scenario/define-scenario';
import { markingConsumer } from '@/simulations/actors/marking-consumer';
import { codeOf } from '@/simulations/code/marking-consumer';
import { SHIPMENT } from '@/simulations/effects';
import { captions, lesson } from '@/simulations/scenarios/forgotten-expiry/lesson';
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

export const forgottenExpiry = defineScenario({
  slug: 'forgotten-expiry',
  stage: 'message-queue',
  title: 'The forgotten expiry',
  question: 'The mark is set, and then it is given an end. What if “then” never comes?',
  knobs: {
    claim: {
      kind: 'choice',
      label: 'Mark and lease',
      help: 'How the mark “begun” gets the time after which another consumer may begin.',
      values: [
        {
          value: 'setnx-expire',
          label: 'SETNX, then PEXPIRE',
          help: 'Two commands. Each is atomic, the two together are not.',
        },
        {
          value: 'set-nx-px',
          label: 'SET … NX PX',
          help: 'One command sets the mark and its end, or neither.',
        },
      ],
    },
  },
  cast: ({ claim }) =>
    messageQueue({
      ...SQS,
      producer: { retries: 2 },
      consumer: markingConsumer,
      consumerInput: {
        ...{ mark: 'two-state', leaseTicks: LEASE_TICKS },
        lease: claim === 'setnx-expire' ? 'after-mark' : 'with-mark',
      },
      behind: [keys(), orders({ shipments: { unique: [], fact: SHIPMENT.fact } })],
    }),
  meant: { intents: [{ id: 'A', label: 'Order A' }], effects: [SHIPMENT] },
  calmAttempt: retry('producer'),
  script: 'crash.consumer.1',
  bounds: { losses: 1, duplicates: 0, crashes: 1, retries: 2 },
  claims: [
    { when: { claim: 'setnx-expire' }, over: 'run', then: 'stuck' },
    { when: { claim: 'setnx-expire' }, over: 'forAll', then: 'stuck' },
    { when: { claim: 'setnx-expire' }, over: 'forAll', bounds: { crashes: 0 }, then: 'safe' },
    { when: { claim: 'set-nx-px' }, over: 'run', then: 'safe' },
    { when: { claim: 'set-nx-px' }, over: 'forAll', bounds: { crashes: 0 }, then: 'safe' },
    // What one command does not cure: the work is done, and nothing says so.
    { when: { claim: 'set-nx-px' }, over: 'run', script: 'crash.consumer.2', then: 'duplicate' },
    { when: { claim: 'set-nx-px' }, over: 'forAll', then: 'duplicate' },
  ],
  wording: wordingOf(HTTP, QUEUE, DATABASE, KEYS, MARKS),
  captions,
  code: ({ claim }) => codeOf('two-state', claim === 'setnx-expire' ? 'after-mark' : 'with-mark'),
  lesson,
  concepts: [154, 161, 208],
});
