import { defineScenario } from '@/lib/scenario/define-scenario';
import { CHARGE } from '@/simulations/effects';
import { cast, RETRIES } from '@/simulations/scenarios/weak-key/cast';
import { code } from '@/simulations/scenarios/weak-key/code';
import { captions, lesson } from '@/simulations/scenarios/weak-key/lesson';
import { retryOfTheirs, TWO_PURCHASES } from '@/simulations/stages/keyed-api';
import { HTTP } from '@/simulations/words/http';
import { KEY_MAKER } from '@/simulations/words/key-maker';
import { KEYED_SERVICE } from '@/simulations/words/keyed-service';
import { KEYS } from '@/simulations/words/keys';
import { PAYMENTS } from '@/simulations/words/payments';
import { wordingOf } from '@/simulations/words/words';

export const weakKey = defineScenario({
  slug: 'weak-key',
  stage: 'http-api',
  title: 'The weak key',
  question: 'Two customers draw their keys by chance. What if they draw the same one?',
  knobs: {
    keyspace: {
      kind: 'choice',
      label: 'A key is',
      help: 'How many keys there are to draw from.',
      values: [
        {
          value: 'six-chars',
          label: 'six characters',
          help: 'Letters and digits. A clash is as likely as not after 55,000 keys.',
        },
        {
          value: 'milliseconds',
          label: 'the time in ms',
          help: 'At 38 requests a second, two fall into the same millisecond every other second.',
        },
        {
          value: 'uuid',
          label: 'a random UUID',
          help: '122 random bits: after a billion keys a clash has a chance of 1 in 10¹⁹. Not played.',
        },
      ],
    },
    scope: {
      kind: 'choice',
      label: 'A key is one of',
      help: 'Among whose keys the server looks for it.',
      values: [
        { value: 'key', label: 'all keys', help: 'Whoever sends it, the key is the whole name.' },
        {
          value: 'tenant',
          label: 'its tenant’s keys',
          help: 'Then only keys of one tenant can clash, and there are fewer of them.',
        },
      ],
    },
    customers: {
      kind: 'choice',
      label: 'The two customers',
      help: 'Whether they belong to two tenants or to one.',
      values: [
        { value: 'apart', label: 'of two tenants' },
        { value: 'together', label: 'of one tenant' },
      ],
      circumstance: true,
    },
  },
  cast,
  meant: { intents: TWO_PURCHASES, effects: [CHARGE] },
  calmAttempt: retryOfTheirs,
  script: 'fire.client-b.chance.2',
  scriptFor: ({ keyspace }) =>
    keyspace === 'uuid' ? 'lose.api-client.1' : 'fire.client-b.chance.2',
  bounds: { losses: 1, duplicates: 0, crashes: 0, retries: RETRIES },
  claims: [
    { when: { keyspace: 'six-chars' }, over: 'run', then: 'swallowed' },
    { when: { keyspace: 'six-chars' }, over: 'run', then: 'wrongReply' },
    { when: { keyspace: 'milliseconds' }, over: 'run', then: 'swallowed' },
    { when: { keyspace: 'milliseconds' }, over: 'run', then: 'wrongReply' },
    { when: { keyspace: 'uuid' }, over: 'run', then: 'safe' },
    { when: { keyspace: 'six-chars', scope: 'tenant' }, over: 'run', then: 'safe' },
    { when: { keyspace: 'milliseconds', scope: 'tenant' }, over: 'run', then: 'safe' },
    { when: { keyspace: 'six-chars' }, over: 'forAll', then: 'swallowed' },
    { when: { keyspace: 'six-chars', scope: 'tenant' }, over: 'forAll', then: 'safe' },
    { when: { keyspace: 'milliseconds', scope: 'tenant' }, over: 'forAll', then: 'safe' },
    { when: { keyspace: 'uuid' }, over: 'forAll', then: 'safe' },
    // A scope keeps tenants apart, and not the customers of one.
    {
      ...{ when: { keyspace: 'six-chars', scope: 'tenant', customers: 'together' }, over: 'run' },
      then: 'swallowed',
    },
    // What the bound “no crash” leaves out: a claim that outlives its claimant.
    { when: { keyspace: 'uuid' }, over: 'forAll', bounds: { crashes: 1 }, then: 'stuck' },
  ],
  wording: wordingOf(HTTP, KEYS, PAYMENTS, KEYED_SERVICE, KEY_MAKER),
  captions,
  code,
  lesson,
  concepts: [87, 88, 89, 90, 91],
});
