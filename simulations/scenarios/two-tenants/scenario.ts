import { defineScenario } from '@/lib/scenario/define-scenario';
import { CHARGE } from '@/simulations/effects';
import { code, serviceOf } from '@/simulations/scenarios/two-tenants/code';
import { captions, lesson } from '@/simulations/scenarios/two-tenants/lesson';
import {
  aliceAndBob,
  keyedApi,
  retryOfTheirs,
  TWO_PURCHASES,
} from '@/simulations/stages/keyed-api';
import { purchase } from '@/simulations/stages/parts';
import { HTTP } from '@/simulations/words/http';
import { KEYED_SERVICE } from '@/simulations/words/keyed-service';
import { KEYS } from '@/simulations/words/keys';
import { PAYMENTS } from '@/simulations/words/payments';
import { wordingOf } from '@/simulations/words/words';

/** When Alice has her answer, even if it had to be asked for again. */
const BOB_AT_TICKS = 10;
/** Being sent to log in takes Bob’s client one attempt more. */
const RETRIES = 2;

export const twoTenants = defineScenario({
  slug: 'two-tenants',
  stage: 'http-api',
  title: 'Two tenants, one key',
  question: 'Two customers send the same key. Whose receipt does the second one get?',
  knobs: {
    scope: {
      kind: 'choice',
      label: 'A key is one of',
      help: 'Among whose keys the server looks for it.',
      values: [
        { value: 'key', label: 'all keys', help: 'Whoever sends it, the key is the whole name.' },
        {
          value: 'tenant',
          label: 'its tenant’s keys',
          help: 'The account is part of the name under which a key is kept.',
        },
      ],
    },
    check: {
      kind: 'choice',
      label: 'The key is looked up',
      help: 'Before or after the server has checked who is asking.',
      values: [
        {
          value: 'before-auth',
          label: 'before the login',
          help: 'All it has then is the account that the request says it is for.',
        },
        {
          value: 'after-auth',
          label: 'after the login',
          help: 'Then it knows whose account it is, and strangers get no further.',
        },
      ],
    },
  },
  cast: (settings) =>
    keyedApi({
      service: serviceOf(settings),
      clients: aliceAndBob(
        {
          ...{ retries: 1, givenKey: 'page-7', says: { account: 'alice', login: 'alice' } },
        },
        {
          // The page that Alice left open: her account, her key, and nobody logged in any more.
          ...{ retries: RETRIES, givenKey: 'page-7', says: { account: 'alice', login: null } },
          mends: { 401: { says: { account: 'bob', login: 'bob' } } },
        },
      ),
      handlers: 3,
      openings: [
        purchase('client-a', 'A'),
        purchase('client-b', 'B', BOB_AT_TICKS, 'customer', 250),
      ],
    }),
  meant: { intents: TWO_PURCHASES, effects: [CHARGE] },
  calmAttempt: retryOfTheirs,
  script: '',
  bounds: { losses: 1, duplicates: 0, crashes: 0, retries: RETRIES },
  claims: [
    { when: { scope: 'key' }, over: 'run', script: '', then: 'wrongReply' },
    { when: { scope: 'key' }, over: 'run', script: '', then: 'swallowed' },
    // Scoped by an account that nobody has checked yet: it is whichever the request says.
    {
      ...{ when: { scope: 'tenant', check: 'before-auth' }, over: 'run', script: '' },
      then: 'wrongReply',
    },
    {
      ...{ when: { scope: 'tenant', check: 'before-auth' }, over: 'run', script: '' },
      then: 'swallowed',
    },
    { when: { scope: 'tenant', check: 'after-auth' }, over: 'run', script: '', then: 'safe' },
    {
      ...{ when: { scope: 'tenant', check: 'after-auth' }, over: 'run', then: 'safe' },
      script: 'lose.api-client.1',
    },
    { when: { scope: 'key', check: 'after-auth' }, over: 'forAll', then: 'swallowed' },
    { when: { scope: 'tenant', check: 'after-auth' }, over: 'forAll', then: 'safe' },
    // What the bound “no crash” leaves out: a claim that outlives its claimant.
    {
      ...{ when: { scope: 'tenant', check: 'after-auth' }, over: 'forAll', then: 'stuck' },
      bounds: { crashes: 1 },
    },
  ],
  wording: wordingOf(HTTP, KEYS, PAYMENTS, KEYED_SERVICE),
  captions,
  code,
  lesson,
  concepts: [91],
});
