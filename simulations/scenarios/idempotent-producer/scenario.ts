import { defineScenario } from '@/lib/scenario/define-scenario';
import { SHIPMENT } from '@/simulations/effects';
import { castOf } from '@/simulations/scenarios/idempotent-producer/cast';
import { codeOf } from '@/simulations/scenarios/idempotent-producer/code';
import { captions, lesson } from '@/simulations/scenarios/idempotent-producer/lesson';
import { retry } from '@/simulations/stages/parts';
import { DATABASE } from '@/simulations/words/database';
import { HTTP } from '@/simulations/words/http';
import { LOG } from '@/simulations/words/log';
import { wordingOf } from '@/simulations/words/words';

const ANSWER_IS_LOST = 'lose.log-producer.1';
/** With idempotence the first answer is the producer’s id. */
const SECOND_IS_LOST = 'lose.log-producer.2';

export const idempotentProducer = defineScenario({
  slug: 'idempotent-producer',
  stage: 'message-queue',
  title: 'A producer that counts',
  question: 'The log knows a record by its number. Who gives it the number?',
  knobs: {
    idempotence: {
      ...{ kind: 'choice', label: 'Idempotent producer' },
      help: 'Whether records carry producer id, epoch and sequence number.',
      values: [
        { value: 'off', label: 'off', help: 'The log appends whatever comes.' },
        { value: 'on', label: 'on', help: 'What the log knows by its number it does not append.' },
      ],
    },
    resend: {
      ...{ kind: 'choice', circumstance: true, label: 'Sent again' },
      help: 'By whom, when the log does not answer.',
      values: [
        { value: 'by-client', label: 'by the library', help: 'The same record once more.' },
        {
          value: 'by-application',
          label: 'by the application',
          help: 'The library has given up, and the application calls send() again.',
        },
        {
          value: 'after-restart',
          label: 'after a restart',
          help: 'The shop may die. It finds the order in its book, not crossed out.',
        },
      ],
    },
  },
  cast: castOf,
  meant: { intents: [{ id: 'A', label: 'Order A' }], effects: [SHIPMENT] },
  calmAttempt: retry('producer'),
  script: ANSWER_IS_LOST,
  scriptFor: ({ idempotence, resend }) =>
    resend === 'after-restart'
      ? idempotence === 'on'
        ? 'crash.producer.2'
        : 'crash.producer.1'
      : idempotence === 'on'
        ? SECOND_IS_LOST
        : ANSWER_IS_LOST,
  bounds: { losses: 1, duplicates: 0, crashes: 1, retries: 2 },
  claims: [
    { when: {}, over: 'run', then: 'duplicate' },
    { when: {}, over: 'forAll', then: 'duplicate' },
    { when: { resend: 'by-application' }, over: 'run', then: 'duplicate' },
    { when: { resend: 'after-restart' }, over: 'run', then: 'duplicate' },
    { when: { idempotence: 'on' }, over: 'run', then: 'safe' },
    { when: { idempotence: 'on' }, over: 'forAll', then: 'safe' },
    { when: { idempotence: 'on' }, over: 'forAll', bounds: { losses: 2 }, then: 'safe' },
    // The network’s own copies carry the number as well.
    { when: { idempotence: 'on' }, over: 'forAll', bounds: { duplicates: 1 }, then: 'safe' },
    { when: { idempotence: 'on', resend: 'by-application' }, over: 'run', then: 'duplicate' },
    // The request itself was lost: what the application sends again is the first that comes.
    {
      ...{ when: { idempotence: 'on', resend: 'by-application' }, over: 'run', then: 'safe' },
      script: 'lose.producer-log.2',
    },
    { when: { idempotence: 'on', resend: 'by-application' }, over: 'forAll', then: 'duplicate' },
    { when: { idempotence: 'on', resend: 'after-restart' }, over: 'run', then: 'duplicate' },
    { when: { idempotence: 'on', resend: 'after-restart' }, over: 'forAll', then: 'duplicate' },
    {
      ...{ when: { idempotence: 'on', resend: 'after-restart' }, over: 'forAll', then: 'safe' },
      bounds: { crashes: 0 },
    },
  ],
  wording: wordingOf(HTTP, DATABASE, LOG),
  captions,
  code: codeOf,
  lesson,
  concepts: [160],
});
