import { defineScenario } from '@/lib/scenario/define-scenario';
import { APPLIED } from '@/simulations/effects';
import { castOf, WATCHED } from '@/simulations/scenarios/webhooks/cast';
import { codeOf } from '@/simulations/scenarios/webhooks/code';
import { captions, lesson } from '@/simulations/scenarios/webhooks/lesson';
import { retry } from '@/simulations/stages/parts';
import { DATABASE } from '@/simulations/words/database';
import { HTTP } from '@/simulations/words/http';
import { WEBHOOKS } from '@/simulations/words/webhooks';
import { wordingOf } from '@/simulations/words/words';

const CALMLY = { over: 'run', script: '' } as const;
const TWICE_PAID = { subscriptions: '2', event: 'paid' } as const;

export const webhooks = defineScenario({
  slug: 'webhooks',
  stage: 'message-queue',
  title: 'Somebody calls you',
  question: 'A platform tells you of an event, perhaps twice. By what do you know that it is one?',
  knobs: {
    dedup: {
      ...{ kind: 'choice', label: 'The app compares' },
      help: 'How it knows that it has shipped a parcel for this before. For addresses this plays no part: they are written each time.',
      values: [
        { value: 'none', label: 'nothing' },
        { value: 'webhook-id', label: 'the webhook’s id', help: 'Names a delivery.' },
        { value: 'event-id', label: 'the event’s id', help: 'Names what happened.' },
      ],
    },
    subscriptions: {
      ...{ kind: 'choice', circumstance: true, label: 'Subscriptions' },
      help: 'How many of them ask to be told that an order is paid.',
      values: [
        { value: '1', label: '1' },
        { value: '2', label: '2', help: 'Two teams subscribed, and both point to the same app.' },
      ],
    },
    event: {
      ...{ kind: 'choice', circumstance: true, label: 'The event' },
      help: 'What the app is told of.',
      values: [
        { value: 'paid', label: 'an order is paid', help: 'A parcel is to be shipped, once.' },
        {
          value: 'address',
          label: 'an address has changed',
          help: 'And shortly before, it had changed as well. The latest is to be kept.',
        },
      ],
    },
    order: {
      ...{ kind: 'choice', label: 'The app keeps' },
      help: 'Which address it keeps when it is told of one.',
      values: [
        { value: 'as-it-comes', label: 'what came last' },
        { value: 'versioned', label: 'what is newest', help: 'Each state has a version.' },
      ],
    },
  },
  cast: castOf,
  meant: { intents: [{ id: 'A', label: 'Event A' }], effects: [APPLIED] },
  calmAttempt: retry(WATCHED),
  script: 'lose.app-platform.1',
  scriptFor: ({ event }) => (event === 'address' ? 'lose.platform-app.1' : 'lose.app-platform.1'),
  bounds: { losses: 1, duplicates: 0, crashes: 1, retries: 2 },
  claims: [
    { when: {}, over: 'run', then: 'duplicate' },
    { when: {}, over: 'forAll', then: 'duplicate' },
    { when: { dedup: 'webhook-id' }, over: 'run', then: 'safe' },
    { when: { dedup: 'webhook-id' }, over: 'forAll', then: 'safe' },
    // Two subscriptions need no fault to come twice.
    { ...CALMLY, when: { dedup: 'none', ...TWICE_PAID }, then: 'duplicate' },
    { ...CALMLY, when: { dedup: 'webhook-id', ...TWICE_PAID }, then: 'duplicate' },
    { when: { dedup: 'event-id' }, over: 'run', then: 'safe' },
    { when: { dedup: 'event-id' }, over: 'forAll', then: 'safe' },
    { ...CALMLY, when: { dedup: 'event-id', ...TWICE_PAID }, then: 'safe' },
    { when: { dedup: 'event-id', subscriptions: '2' }, over: 'forAll', then: 'safe' },
    { when: { event: 'address' }, over: 'run', then: 'lost' },
    { when: { dedup: 'event-id', event: 'address' }, over: 'forAll', then: 'lost' },
    { when: { event: 'address', order: 'versioned' }, over: 'run', then: 'safe' },
    { when: { event: 'address', order: 'versioned' }, over: 'forAll', then: 'safe' },
  ],
  wording: wordingOf(HTTP, DATABASE, WEBHOOKS),
  captions,
  code: codeOf,
  lesson,
  concepts: [175, 207],
});
