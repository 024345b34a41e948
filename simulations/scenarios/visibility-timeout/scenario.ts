import { defineScenario } from '@/lib/scenario/define-scenario';
import { worker } from '@/simulations/actors/worker';
import { SHIPMENT } from '@/simulations/effects';
import { codeOf } from '@/simulations/scenarios/visibility-timeout/code';
import { captions, lesson } from '@/simulations/scenarios/visibility-timeout/lesson';
import { addresses, orders } from '@/simulations/stages/backstage';
import { INBOX, messageQueue } from '@/simulations/stages/message-queue';
import { retry } from '@/simulations/stages/parts';
import { DATABASE } from '@/simulations/words/database';
import { HTTP } from '@/simulations/words/http';
import { QUEUE } from '@/simulations/words/queue';
import { wordingOf } from '@/simulations/words/words';

/** 1 tick = 10 s: three of them are the 30 s that Amazon SQS hides a message for. Between shop, queue and consumer no time passes. */
const HOURS = {
  tickMs: 10_000,
  network: { usualTicks: 0, latestTicks: 0 },
  queue: { visibilityTicks: 3, deliveriesMax: 5 },
};
/** How long each way to the address service takes, usually and at the latest. */
const WORK = { slow: addresses(1, 2), quick: addresses(0, 1) } as const;

export const visibilityTimeout = defineScenario({
  slug: 'visibility-timeout',
  stage: 'message-queue',
  title: 'The visibility timeout',
  question: 'The work takes longer than the queue waits. Who does it then?',
  knobs: {
    work: {
      kind: 'choice',
      label: 'Work',
      help: 'How long the work can take, against the 30 seconds that the queue waits.',
      values: [
        { value: 'slow', label: 'slow', help: 'On a bad day it takes 40 seconds.' },
        { value: 'quick', label: 'quick', help: 'It takes 20 seconds at most.' },
      ],
      circumstance: true,
    },
    heartbeat: {
      kind: 'choice',
      label: 'Heartbeat',
      help: 'Whether the consumer asks for more time while it is still at work.',
      values: [
        { value: 'off', label: 'off', help: 'The queue hears nothing until the work is done.' },
        {
          value: 'on',
          label: 'on',
          help: 'Every 10 seconds the consumer has the message hidden for 30 more.',
        },
      ],
    },
    dedup: INBOX,
  },
  cast: ({ work, heartbeat, dedup }) =>
    messageQueue({
      ...HOURS,
      producer: { retries: 2 },
      consumer: worker,
      consumerInput: {
        ...{ ack: 'after', dedup, checks: true },
        ...(heartbeat === 'on' ? { beatTicks: 1 } : {}),
      },
      behind: [
        WORK[work],
        orders({
          ...(dedup === 'inbox' ? { inbox: { unique: [['message']], fact: null } } : {}),
          shipments: { unique: [], fact: SHIPMENT.fact },
        }),
      ],
    }),
  meant: { intents: [{ id: 'A', label: 'Order A' }], effects: [SHIPMENT] },
  calmAttempt: retry('producer'),
  script: 'delay.consumer-addresses.1~delay.addresses-consumer.1',
  bounds: { losses: 1, duplicates: 0, crashes: 1, retries: 2 },
  claims: [
    { when: {}, over: 'run', then: 'duplicate' },
    { when: {}, over: 'forAll', bounds: { losses: 0, crashes: 0 }, then: 'duplicate' },
    { when: { heartbeat: 'on' }, over: 'run', then: 'safe' },
    {
      ...{ when: { heartbeat: 'on' }, over: 'forAll', then: 'safe' },
      bounds: { losses: 0, crashes: 0 },
    },
    // The heart stops with the consumer, and an acknowledgement can be lost all the same.
    { when: { heartbeat: 'on' }, over: 'forAll', bounds: { losses: 0 }, then: 'duplicate' },
    { when: { heartbeat: 'on' }, over: 'forAll', bounds: { crashes: 0 }, then: 'duplicate' },
    { when: { work: 'quick' }, over: 'run', then: 'safe' },
    { when: { work: 'quick' }, over: 'forAll', then: 'duplicate' },
    // Where nobody dies and every acknowledgement comes, quick work is always in time.
    {
      ...{ when: { work: 'quick' }, over: 'forAll', then: 'safe' },
      bounds: { losses: 0, crashes: 0 },
    },
    { when: { dedup: 'inbox' }, over: 'run', then: 'safe' },
    { when: { dedup: 'inbox' }, over: 'forAll', then: 'safe' },
    { when: { heartbeat: 'on', dedup: 'inbox' }, over: 'forAll', then: 'safe' },
    // One loss more, and every acknowledgement may come too late: the message is put aside, though it is done.
    { when: { dedup: 'inbox' }, over: 'forAll', bounds: { losses: 2 }, then: 'stuck' },
  ],
  wording: wordingOf(HTTP, QUEUE, DATABASE),
  captions,
  code: codeOf,
  lesson,
  concepts: [163, 165],
});
