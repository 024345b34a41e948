import { defineScenario } from '@/lib/scenario/define-scenario';
import { checkout } from '@/simulations/actors/checkout';
import { client } from '@/simulations/actors/client';
import { sagaStep } from '@/simulations/actors/saga-step';
import { PARCEL } from '@/simulations/effects';
import { codeOf } from '@/simulations/scenarios/checkout-saga/code';
import { captions, lesson } from '@/simulations/scenarios/checkout-saga/lesson';
import { participant, reliable, retry, server } from '@/simulations/stages/parts';
import { printer } from '@/simulations/stages/printer';
import { serviceChain } from '@/simulations/stages/service-chain';
import { CHAIN } from '@/simulations/words/chain';
import { HTTP } from '@/simulations/words/http';
import { wordingOf } from '@/simulations/words/words';

const TICK_MS = 200;
const RETRIES = 2;
const PATIENCE = { timeoutTicks: 5, backoffTicks: 2 };
const OUTAGE_TICKS = 8;

const STEPS = [
  { id: 'payment', does: 'card.charged', undoes: 'card.refunded', leansOn: null },
  { id: 'inventory', does: 'stock.reserved', undoes: 'stock.released', leansOn: null },
  { id: 'shipping', does: 'parcel.booked', undoes: null, leansOn: 'printer' },
] as const;

export const checkoutSaga = defineScenario({
  slug: 'checkout-saga',
  stage: 'service-chain',
  title: 'The checkout',
  question: 'An order is three steps at three services. What if somebody starts it all over?',
  knobs: {
    steps: {
      ...{ kind: 'choice', label: 'Steps' },
      help: 'Whether each step carries a key that is made from the order’s.',
      values: [
        {
          value: 'unkeyed',
          label: 'without keys',
          help: 'A step is done as often as it is asked.',
        },
        { value: 'keyed', label: 'with keys', help: 'A step is done once, or refused once.' },
      ],
    },
    compensation: {
      ...{ kind: 'choice', label: 'When a step is refused' },
      help: 'What becomes of the steps before it.',
      values: [
        {
          value: 'none',
          label: 'log it',
          help: 'The refusal is logged, and the order goes through.',
        },
        {
          value: 'naive',
          label: 'undo',
          help: 'What was done is taken back, as often as it is asked.',
        },
        {
          value: 'idempotent',
          label: 'undo with keys',
          help: 'Each undoing carries a key and names the step that it undoes: a no-op where no such step was done. A step without a key has no name, so it is never undone.',
        },
      ],
    },
  },
  cast: ({ steps, compensation }) => {
    const services = STEPS.map(({ id, ...step }) =>
      participant(id, 'service', id, sagaStep, { ...step, outageTicks: OUTAGE_TICKS }),
    );
    const cast = serviceChain({
      ...{ tickMs: TICK_MS, lossyFrom: ['client'], usualTicks: 1, latestTicks: 6 },
      chain: [
        participant('client', 'client', 'client', client, {
          ...{ method: 'POST', path: '/orders', servers: ['order'], key: 'per-intent' },
          ...{ retries: RETRIES, ...PATIENCE },
        }),
        server(
          { id: 'order', group: 'order', label: 'order', kind: 'service' },
          RETRIES + 2,
          checkout,
          { keyed: steps === 'keyed', compensation },
        ),
      ],
      beside: services.map((process) => ({ process, to: 'order' })),
    });
    // The printer stands behind shipping, which alone notices when it goes away.
    return {
      ...cast,
      processes: [...cast.processes, printer],
      links: [...cast.links, reliable('shipping', printer.id)],
    };
  },
  meant: {
    intents: [{ id: 'A', label: 'Order A' }],
    effects: [
      { fact: 'card.charged', noun: 'charges', did: 'charged', undoneBy: 'card.refunded' },
      { fact: 'stock.reserved', noun: 'reservations', did: 'reserved', undoneBy: 'stock.released' },
      PARCEL,
      // A second charge has its own refund, and a second reservation its own release.
      {
        ...{ fact: 'card.refunded', noun: 'refunds', did: 'refunded', optional: true },
        undoneBy: 'card.charged',
      },
      {
        ...{ fact: 'stock.released', noun: 'releases', did: 'released', optional: true },
        undoneBy: 'stock.reserved',
      },
    ],
  },
  calmAttempt: retry('client'),
  script: 'lose.order-client.1',
  bounds: { losses: 1, duplicates: 0, crashes: 1, retries: 2 },
  claims: [
    { when: {}, over: 'run', then: 'duplicate' },
    { when: { steps: 'keyed' }, over: 'run', then: 'safe' },
    { when: { steps: 'keyed' }, over: 'run', script: 'crash.printer.0', then: 'lost' },
    {
      ...{ when: { steps: 'keyed', compensation: 'naive' }, over: 'run', then: 'duplicate' },
      script: 'crash.printer.0~lose.order-client.1',
    },
    // The stock was released once more, and then the order service died: no second refund.
    {
      ...{ when: { steps: 'keyed', compensation: 'naive' }, over: 'run', then: 'duplicate' },
      script: 'crash.printer.0~lose.order-client.1~crash.order.10~lose.client-order.3',
    },
    { when: {}, over: 'forAll', then: 'duplicate' },
    { when: { steps: 'keyed' }, over: 'forAll', then: 'lost' },
    { when: { steps: 'keyed', compensation: 'naive' }, over: 'forAll', then: 'duplicate' },
    { when: { steps: 'keyed', compensation: 'idempotent' }, over: 'forAll', then: 'safe' },
  ],
  wording: wordingOf(HTTP, CHAIN),
  captions,
  code: codeOf,
  lesson,
  concepts: [40, 41, 42, 46, 53],
});
