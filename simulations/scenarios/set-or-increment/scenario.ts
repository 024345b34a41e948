import { defineScenario } from '@/lib/scenario/define-scenario';
import { DEPOSIT } from '@/simulations/effects';
import { cast } from '@/simulations/scenarios/set-or-increment/cast';
import { code } from '@/simulations/scenarios/set-or-increment/code';
import { captions, lesson } from '@/simulations/scenarios/set-or-increment/lesson';
import { retry } from '@/simulations/stages/parts';
import { DATABASE } from '@/simulations/words/database';
import { HTTP } from '@/simulations/words/http';
import { DEPOSITS, RESOURCES } from '@/simulations/words/resources';
import { wordingOf } from '@/simulations/words/words';

/** The other client’s write is held back until the client has read. */
const TOGETHER = 'delay.other-api.2';

export const setOrIncrement = defineScenario({
  slug: 'set-or-increment',
  stage: 'http-api',
  title: 'Set or increment',
  question: 'A deposit is sent once, twice, ten times. When is the balance right all the same?',
  knobs: {
    operation: {
      kind: 'choice',
      label: 'What a deposit does',
      help: 'How the server writes it down.',
      values: [
        {
          value: 'increment',
          label: 'increment',
          help: 'balance = balance + 100. Right whoever comes in between, wrong when repeated.',
        },
        {
          value: 'set',
          label: 'set',
          help: 'The balance as the client works it out: 100 more than what it had read.',
        },
        {
          value: 'set-once',
          label: 'set once',
          help: 'A row of its own under a name that the client gives it, inserted if it is new.',
        },
        {
          value: 'upsert',
          label: 'upsert',
          help: 'Makes the account’s row or replaces its balance: a set that needs no row yet.',
        },
      ],
    },
    times: {
      kind: 'count',
      label: 'Times',
      help: 'How often the request is sent in all, once its first answer did not come.',
      ...{ initial: 2, min: 1, max: 10 },
    },
  },
  cast,
  meant: {
    intents: [
      { id: 'A', label: 'Deposit A' },
      { id: 'B', label: 'Deposit B' },
    ],
    effects: [DEPOSIT],
  },
  calmAttempt: (intent) => retry(intent === 'A' ? 'client' : 'other')(intent),
  script: 'lose.api-client.2',
  bounds: { losses: 1, duplicates: 0, crashes: 0, retries: 2 },
  retriesFor: ({ times }) => times - 1,
  claims: [
    { when: { operation: 'increment' }, over: 'run', then: 'duplicate' },
    { when: { operation: 'increment' }, over: 'forAll', then: 'duplicate' },
    { when: { times: 10 }, over: 'run', then: { count: 11, of: DEPOSIT.fact } },
    { when: { times: 1 }, over: 'run', then: 'unknown' },
    { when: { operation: 'set' }, over: 'run', then: 'safe' },
    { when: { operation: 'set', times: 10 }, over: 'run', then: 'safe' },
    { when: { operation: 'set-once' }, over: 'run', then: 'safe' },
    { when: { operation: 'set-once', times: 10 }, over: 'run', then: 'safe' },
    { when: { operation: 'upsert' }, over: 'run', then: 'safe' },
    { when: { operation: 'upsert', times: 10 }, over: 'run', then: 'safe' },
    // Two different ones at the same time: of two sets one is lost, of two rows none.
    { when: { operation: 'set' }, over: 'run', script: TOGETHER, then: 'lost' },
    { when: { operation: 'upsert' }, over: 'run', script: TOGETHER, then: 'lost' },
    { when: { operation: 'set-once' }, over: 'run', script: TOGETHER, then: 'safe' },
    { when: { operation: 'set' }, over: 'forAll', then: 'lost' },
    { when: { operation: 'upsert' }, over: 'forAll', then: 'lost' },
    { when: { operation: 'set-once' }, over: 'forAll', then: 'safe' },
    // Whose request died with the server asks once more, and is answered.
    { when: { operation: 'set-once' }, over: 'forAll', bounds: { crashes: 1 }, then: 'safe' },
  ],
  wording: wordingOf(HTTP, DATABASE, RESOURCES, DEPOSITS),
  captions,
  code: ({ operation }) => code(operation),
  lesson,
  concepts: [2, 4, 5, 6, 7, 8, 9, 10, 11, 128, 129, 130, 131, 137],
});
