import { defineScenario } from '@/lib/scenario/define-scenario';
import { EFFECT } from '@/simulations/effects';
import { cast } from '@/simulations/scenarios/methods/cast';
import { code } from '@/simulations/scenarios/methods/code';
import { captions, lesson } from '@/simulations/scenarios/methods/lesson';
import { retry } from '@/simulations/stages/parts';
import { DATABASE } from '@/simulations/words/database';
import { HTTP } from '@/simulations/words/http';
import { METHODS, RESOURCES } from '@/simulations/words/resources';
import { wordingOf } from '@/simulations/words/words';

/** The first copy comes when the other client is done, or its answer never. With If-Match a GET goes before it. */
const LATE = 'delay.client-api.1';
const LATE_MATCHED = 'delay.client-api.2';
const AGAIN = 'lose.api-client.1';
const AGAIN_MATCHED = 'lose.api-client.2';
/**
 * So many copies are searched to the end. Of more, two retries are: with a fourth there are up to a million states, too
 * many to wait for. A search says where it left off.
 */
const SEARCHED_COPIES = 4;
const SEARCHED_RETRIES = 2;
const CAN_MATCH: readonly string[] = ['PUT', 'DELETE', 'PATCH-relative', 'PATCH-absolute'];

export const methods = defineScenario({
  slug: 'methods',
  stage: 'http-api',
  title: 'Methods',
  question: 'A request arrives again, or very late. For which methods does it matter?',
  knobs: {
    method: {
      kind: 'choice',
      label: 'Method',
      help: 'What the client asks for. The other client always changes the user’s name later.',
      values: [
        { value: 'POST', label: 'POST', help: 'Makes a new order.' },
        { value: 'PUT', label: 'PUT', help: 'Says what the user is to be: Alice.' },
        { value: 'DELETE', label: 'DELETE', help: 'The user is to be gone.' },
        { value: 'GET', label: 'GET', help: 'Reads the user.' },
        { value: 'HEAD', label: 'HEAD', help: 'Asks about the user without being sent it.' },
        { value: 'PATCH-relative', label: 'PATCH, +100', help: 'Adds to the user’s points.' },
        { value: 'PATCH-absolute', label: 'PATCH, name', help: 'Sets the user’s name: Alice.' },
      ],
    },
    times: {
      kind: 'count',
      label: 'Times',
      help: 'How often the request is sent in all, once its first answer did not come.',
      ...{ initial: 3, min: 1, max: 100 },
    },
    ifMatch: {
      kind: 'choice',
      label: 'If-Match',
      help: 'Whether a change demands that the resource is still what its sender has read.',
      values: [
        { value: 'off', label: 'none', help: 'The server carries out what arrives.' },
        {
          value: 'on',
          label: 'what was read',
          help: 'A GET first; then the change is made to exactly that, or answered 412.',
        },
      ],
    },
  },
  cast,
  meant: {
    intents: [
      { id: 'A', label: 'Change A' },
      { id: 'B', label: 'Change B' },
    ],
    effects: [EFFECT],
  },
  calmAttempt: (intent) => retry(intent === 'A' ? 'client' : 'other')(intent),
  script: AGAIN,
  scriptFor: ({ method, ifMatch }) =>
    ifMatch === 'on' && CAN_MATCH.includes(method) ? AGAIN_MATCHED : AGAIN,
  bounds: { losses: 1, duplicates: 0, crashes: 0, retries: 2 },
  retriesFor: ({ times }) => (times > SEARCHED_COPIES ? SEARCHED_RETRIES : times - 1),
  claims: [
    { when: { method: 'POST' }, over: 'run', then: 'duplicate' },
    { when: { method: 'POST' }, over: 'forAll', then: 'duplicate' },
    { when: { method: 'POST', times: 100 }, over: 'run', then: { count: 101, of: EFFECT.fact } },
    { when: { method: 'PATCH-relative' }, over: 'run', then: 'duplicate' },
    { when: { method: 'PATCH-relative' }, over: 'forAll', then: 'duplicate' },
    // The others may be sent any number of times …
    { when: { method: 'PUT' }, over: 'run', then: 'safe' },
    { when: { method: 'PUT', times: 100 }, over: 'run', then: 'safe' },
    { when: { method: 'DELETE' }, over: 'run', then: 'safe' },
    { when: { method: 'GET' }, over: 'run', then: 'safe' },
    { when: { method: 'HEAD' }, over: 'run', then: 'safe' },
    { when: { method: 'PATCH-absolute' }, over: 'run', then: 'safe' },
    { when: { method: 'GET' }, over: 'forAll', then: 'safe' },
    { when: { method: 'HEAD' }, over: 'forAll', then: 'safe' },
    // (Whose request died with the server asks once more, and is answered.)
    { when: { method: 'GET' }, over: 'forAll', bounds: { crashes: 1 }, then: 'safe' },
    // … but not late: an older copy undoes what is newer.
    { when: { method: 'PUT' }, over: 'run', script: LATE, then: 'lost' },
    { when: { method: 'DELETE' }, over: 'run', script: LATE, then: 'lost' },
    { when: { method: 'PATCH-absolute' }, over: 'run', script: LATE, then: 'lost' },
    { when: { method: 'PUT' }, over: 'forAll', then: 'lost' },
    // With If-Match a copy that comes late, or again, is refused or has nothing left to do.
    { when: { method: 'PUT', ifMatch: 'on' }, over: 'run', script: LATE_MATCHED, then: 'safe' },
    { when: { method: 'PUT', ifMatch: 'on' }, over: 'run', then: 'safe' },
    { when: { method: 'DELETE', ifMatch: 'on' }, over: 'run', then: 'safe' },
    { when: { method: 'PATCH-absolute', ifMatch: 'on' }, over: 'run', then: 'safe' },
    { when: { method: 'PATCH-relative', ifMatch: 'on' }, over: 'run', then: 'unknown' },
    { when: { method: 'DELETE', ifMatch: 'on' }, over: 'run', script: LATE_MATCHED, then: 'safe' },
    { when: { method: 'PUT', ifMatch: 'on' }, over: 'forAll', then: 'safe' },
    { when: { method: 'DELETE', ifMatch: 'on' }, over: 'forAll', then: 'safe' },
    { when: { method: 'PATCH-absolute', ifMatch: 'on' }, over: 'forAll', then: 'safe' },
    { when: { method: 'PATCH-relative', ifMatch: 'on' }, over: 'forAll', then: 'safe' },
  ],
  wording: wordingOf(HTTP, DATABASE, RESOURCES, METHODS),
  captions,
  code: ({ method, ifMatch }) => code(method, ifMatch),
  lesson,
  concepts: [63, 64, 65, 66, 67, 68, 69, 70, 71, 72, 73, 74, 75, 76, 77, 205],
});
