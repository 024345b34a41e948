import { defineScenario } from '@/lib/scenario/define-scenario';
import type { ProcessId, ProcessSpec } from '@/lib/engine/model';
import { client, type ClientInput } from '@/simulations/actors/client';
import { keyedService } from '@/simulations/actors/keyed-service';
import { CHARGE } from '@/simulations/effects';
import { code } from '@/simulations/scenarios/who-makes-the-key/code';
import { captions, lesson } from '@/simulations/scenarios/who-makes-the-key/lesson';
import { keys, payments } from '@/simulations/stages/backstage';
import { clientInput, httpApi } from '@/simulations/stages/http-api';
import { purchase, retry } from '@/simulations/stages/parts';
import { HTTP } from '@/simulations/words/http';
import { KEYED_SERVICE } from '@/simulations/words/keyed-service';
import { KEYS } from '@/simulations/words/keys';
import { PAYMENTS } from '@/simulations/words/payments';
import { wordingOf } from '@/simulations/words/words';

/** The second purchase is wanted when the first one is over, even if it had to be tried again. */
const SECOND_AT_TICKS = 10;
const RETRIES = 1;

type Maker = 'per-attempt' | 'server-made' | 'timestamp' | 'per-page' | 'per-intent';

/** What the client of a purchase is told about keys. */
function keyInput(
  key: Maker,
  purchase: 1 | 2,
  page: number,
): Pick<ClientInput, 'key' | 'givenKey'> {
  switch (key) {
    case 'server-made':
      return { key: 'none' };
    case 'timestamp':
      return { key, givenKey: purchase === 1 ? '12:00:0' : '12:00:1' };
    case 'per-page':
      return { key: 'given', givenKey: `page-${page}` };
    default:
      return { key };
  }
}

/** One customer’s program: it makes two purchases, one after the other. */
const program = (servers: readonly ProcessId[], key: Maker, pages: 1 | 2): ProcessSpec => ({
  ...{ id: 'client', group: 'client', label: 'client', kind: 'client', crashes: false },
  actors: ([1, 2] as const).map((nth) => ({
    id: `client.${nth}`,
    machine: client,
    input: clientInput(servers, {
      ...{ path: '/charges', retries: RETRIES },
      ...keyInput(key, nth, pages === 1 ? 1 : nth),
    }),
  })),
});

export const whoMakesTheKey = defineScenario({
  slug: 'who-makes-the-key',
  stage: 'http-api',
  title: 'Who makes the key',
  question: 'A key is sent with everything. Why is the card still charged twice, or not at all?',
  knobs: {
    key: {
      kind: 'choice',
      label: 'The key is made',
      help: 'Where and when: that decides what it is the name of.',
      values: [
        {
          value: 'per-attempt',
          label: 'for each attempt',
          help: 'Inside the retry loop. It names the attempt, so no two attempts are ever the same.',
        },
        {
          value: 'server-made',
          label: 'by the server',
          help: 'Where none came, the server makes one. It can’t know that two requests are one wish.',
        },
        {
          value: 'timestamp',
          label: 'from the clock',
          help: 'The retry is sent later, so its key is another one.',
        },
        {
          value: 'per-page',
          label: 'when the page is loaded',
          help: 'Once, for whatever is bought on this page.',
        },
        {
          value: 'per-intent',
          label: 'for each purchase',
          help: 'Before its first attempt, and kept until it has an answer.',
        },
      ],
    },
    purchases: {
      kind: 'choice',
      label: 'Purchases on one page',
      help: 'Whether the second purchase is made on the same page, or after it was loaded again.',
      values: [
        { value: '1', label: '1' },
        { value: '2', label: '2' },
      ],
      circumstance: true,
    },
  },
  cast: ({ key, purchases }) =>
    httpApi({
      client: { path: '/charges', retries: RETRIES, key: 'none' },
      clients: (servers) => [program(servers, key, purchases === '2' ? 1 : 2)],
      service: keyedService,
      serviceInput: { missing: key === 'server-made' ? 'generate' : 'refuse' },
      instances: 1,
      handlers: 3,
      network: { latestTicks: 2 },
      behind: [keys(), payments(2)],
      openings: [
        purchase('client.1', 'A'),
        purchase('client.2', 'B', SECOND_AT_TICKS, 'customer', 250),
      ],
    }),
  meant: {
    intents: [
      { id: 'A', label: 'Purchase A' },
      { id: 'B', label: 'Purchase B' },
    ],
    effects: [CHARGE],
  },
  calmAttempt: (intent) => retry(intent === 'A' ? 'client.1' : 'client.2')(intent),
  script: 'lose.api-client.1',
  bounds: { losses: 1, duplicates: 0, crashes: 0, retries: RETRIES },
  claims: [
    { when: { key: 'per-attempt' }, over: 'run', then: 'duplicate' },
    { when: { key: 'server-made' }, over: 'run', then: 'duplicate' },
    { when: { key: 'timestamp' }, over: 'run', then: 'duplicate' },
    { when: { key: 'per-page' }, over: 'run', then: 'safe' },
    { when: { key: 'per-page', purchases: '2' }, over: 'run', then: 'swallowed' },
    { when: { key: 'per-intent' }, over: 'run', then: 'safe' },
    { when: { key: 'per-intent', purchases: '2' }, over: 'run', then: 'safe' },
    // This one needs no fault at all.
    { when: { key: 'per-page', purchases: '2' }, over: 'run', script: '', then: 'swallowed' },
    { when: { key: 'per-page', purchases: '2' }, over: 'run', script: '', then: 'wrongReply' },
    { when: { key: 'per-attempt' }, over: 'forAll', then: 'duplicate' },
    { when: { key: 'server-made' }, over: 'forAll', then: 'duplicate' },
    { when: { key: 'timestamp' }, over: 'forAll', then: 'duplicate' },
    { when: { key: 'per-page', purchases: '2' }, over: 'forAll', then: 'swallowed' },
    { when: { key: 'per-intent' }, over: 'forAll', then: 'safe' },
    { when: { key: 'per-intent', purchases: '2' }, over: 'forAll', then: 'safe' },
    // What the bound “no crash” leaves out: a claim that outlives its claimant.
    { when: { key: 'per-intent' }, over: 'forAll', bounds: { crashes: 1 }, then: 'stuck' },
  ],
  wording: wordingOf(HTTP, KEYS, PAYMENTS, KEYED_SERVICE),
  captions,
  code,
  lesson,
  concepts: [86, 87, 88, 90, 92, 93, 95, 200],
});
