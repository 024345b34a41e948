import { defineScenario } from '@/lib/scenario/define-scenario';
import { consumer } from '@/simulations/actors/consumer';
import { operator } from '@/simulations/actors/operator';
import { SHIPMENT } from '@/simulations/effects';
import { codeOf } from '@/simulations/scenarios/dedup-window/code';
import { captions, lesson } from '@/simulations/scenarios/dedup-window/lesson';
import { orders } from '@/simulations/stages/backstage';
import { messageQueue, SQS } from '@/simulations/stages/message-queue';
import { participant, reliable, retry } from '@/simulations/stages/parts';
import { DATABASE } from '@/simulations/words/database';
import { HTTP } from '@/simulations/words/http';
import { QUEUE } from '@/simulations/words/queue';
import { wordingOf } from '@/simulations/words/words';

/** The queue waits 6 ticks for each delivery. It gives up after so many of them. */
const DELIVERIES_MAX = { broker: 4, 'dead-letter': 2 } as const;
/**
 * The last delivery of one copy is 18 after it came to the queue. Where it is put aside, 12 after, a person is told and
 * answers within 36 more, and then it goes on to 6 later. `broker` outlasts the former and `long` the latter, by little:
 * a copy that the shop publishes again, up to 10 later, may come after them. That takes a fault more than the bounds allow.
 */
const WINDOW_TICKS = { short: 5, broker: 20, long: 60 } as const;
const OPERATOR = reliable('operator', 'queue', 12, 18);

export const dedupWindow = defineScenario({
  slug: 'dedup-window',
  stage: 'message-queue',
  title: 'The deduplication window',
  question: 'An inbox can’t remember for ever. What comes back after it has forgotten?',
  knobs: {
    window: {
      kind: 'choice',
      label: 'The inbox remembers',
      help: 'How long a clean-up job leaves the row of a message in the inbox.',
      values: [
        {
          value: 'short',
          label: '25 s',
          help: 'Shorter than the queue waits for an acknowledgement.',
        },
        {
          value: 'broker',
          label: '100 s',
          help: 'Longer than the queue goes on delivering one copy. The shop may publish another meanwhile.',
        },
        { value: 'long', label: '5 min', help: 'Longer than a person takes, too.' },
      ],
    },
    redrive: {
      kind: 'choice',
      label: 'Delivered again by',
      help: 'Who brings a message back that was not acknowledged.',
      values: [
        { value: 'broker', label: 'the queue', help: 'Every 30 seconds, at most four times.' },
        {
          value: 'dead-letter',
          label: 'the queue, then a person',
          help: 'After two deliveries it is put aside, and somebody moves it back within 3 minutes.',
        },
      ],
      circumstance: true,
    },
  },
  cast: ({ window, redrive }) => {
    const hasOperator = redrive === 'dead-letter';
    const stage = messageQueue({
      ...SQS,
      queue: {
        ...{ ...SQS.queue, deliveriesMax: DELIVERIES_MAX[redrive] },
        ...(hasOperator ? { operator: 'operator' } : {}),
      },
      producer: { retries: 2 },
      ...{ consumer, consumerInput: { dedup: 'inbox' } },
      behind: [
        orders({
          inbox: { unique: [['message']], fact: null, keptTicks: WINDOW_TICKS[window] },
          shipments: { unique: [], fact: SHIPMENT.fact },
        }),
      ],
    });
    if (!hasOperator) return stage;
    const person = participant('operator', 'person', 'person on duty', operator);
    const [customer, shop, ...others] = stage.processes;
    return {
      ...stage,
      processes: [customer, shop, person, ...others].filter((process) => process !== undefined),
      links: [...stage.links, OPERATOR],
    };
  },
  meant: { intents: [{ id: 'A', label: 'Order A' }], effects: [SHIPMENT] },
  calmAttempt: retry('producer'),
  script: 'lose.consumer-queue.1',
  scriptFor: ({ redrive }) =>
    redrive === 'broker' ? 'lose.consumer-queue.1' : 'lose.consumer-queue.1~lose.consumer-queue.2',
  bounds: { losses: 2, duplicates: 0, crashes: 1, retries: 2 },
  claims: [
    { when: { window: 'short' }, over: 'run', then: 'duplicate' },
    { when: { window: 'short' }, over: 'forAll', then: 'duplicate' },
    { when: { window: 'broker' }, over: 'run', then: 'safe' },
    { when: { window: 'broker' }, over: 'forAll', then: 'safe' },
    { when: { window: 'broker', redrive: 'dead-letter' }, over: 'run', then: 'duplicate' },
    { when: { window: 'broker', redrive: 'dead-letter' }, over: 'forAll', then: 'duplicate' },
    { when: { window: 'long', redrive: 'dead-letter' }, over: 'run', then: 'safe' },
    { when: { window: 'long' }, over: 'forAll', then: 'safe' },
    { when: { window: 'long', redrive: 'dead-letter' }, over: 'forAll', then: 'safe' },
    // A copy that is published once more begins its deliveries anew: one fault more, and it comes too late.
    { when: { window: 'broker' }, over: 'forAll', bounds: { losses: 3 }, then: 'duplicate' },
    // Put aside twice, it comes back after any window that was made for once.
    {
      ...{ when: { window: 'long', redrive: 'dead-letter' }, over: 'forAll', then: 'duplicate' },
      bounds: { losses: 4, crashes: 0 },
    },
  ],
  wording: wordingOf(HTTP, QUEUE, DATABASE),
  captions,
  code: ({ window }) => codeOf(window),
  lesson,
  concepts: [118, 125],
});
