import { defineScenario } from '@/lib/scenario/define-scenario';
import { INVOICE, invoiceService } from '@/simulations/actors/invoice-service';
import { CHARGE } from '@/simulations/effects';
import { code } from '@/simulations/scenarios/conditional-update/code';
import { captions, lesson } from '@/simulations/scenarios/conditional-update/lesson';
import { orders, payments } from '@/simulations/stages/backstage';
import { httpApi } from '@/simulations/stages/http-api';
import { retry } from '@/simulations/stages/parts';
import { DATABASE } from '@/simulations/words/database';
import { HTTP } from '@/simulations/words/http';
import { PAYMENTS } from '@/simulations/words/payments';
import { wordingOf } from '@/simulations/words/words';

const CONDITIONAL = { transition: 'conditional', charge: 'claimed-first' };
const SERIALIZABLE = { transition: 'serializable', charge: 'claimed-first' };
const VERSIONED = { transition: 'versioned', charge: 'claimed-first' };

export const conditionalUpdate = defineScenario({
  slug: 'conditional-update',
  stage: 'http-api',
  title: 'Only if it is still pending',
  question: 'An invoice is marked as paid only if it is still pending. Is it charged only once?',
  knobs: {
    transition: {
      kind: 'choice',
      label: 'How the row changes',
      help: 'What the UPDATE demands of the row before it changes it.',
      values: [
        {
          value: 'read-then-write',
          label: 'read, then write',
          help: 'The server has looked before. The UPDATE itself demands nothing.',
        },
        {
          value: 'conditional',
          label: 'only from the right state',
          help: 'WHERE status = …: the row must be in the state that it is to leave.',
        },
        {
          value: 'versioned',
          label: 'only from this version',
          help: 'WHERE version = …: nobody may have changed the row since it was read.',
        },
        {
          value: 'serializable',
          label: 'read, then write, serializable',
          help: 'Both in one transaction. If another one changed what it read, it fails with 40001.',
        },
      ],
    },
    charge: {
      kind: 'choice',
      label: 'When the card is charged',
      help: 'Before the row changes, or after the row was claimed for it.',
      values: [
        { value: 'before', label: 'before the row changes', help: 'Charge, then write “paid”.' },
        {
          value: 'claimed-first',
          label: 'after claiming the row',
          help: 'Write “processing”, charge, then write “paid”.',
        },
      ],
    },
  },
  cast: ({ transition, charge }) =>
    httpApi({
      client: { path: '/invoices/1/pay', retries: 2, key: 'none' },
      service: invoiceService,
      serviceInput: { transition, charge },
      instances: 1,
      handlers: 3,
      behind: [
        orders({ invoices: { unique: [['id']], fact: null, initial: [INVOICE] } }),
        payments(),
      ],
    }),
  meant: { intents: [{ id: 'A', label: 'Invoice A' }], effects: [CHARGE] },
  calmAttempt: retry('client'),
  script: 'delay.api-payments.1',
  bounds: { losses: 1, duplicates: 0, crashes: 0, retries: 2 },
  claims: [
    { when: { transition: 'read-then-write' }, over: 'run', then: 'duplicate' },
    { when: { transition: 'read-then-write' }, over: 'forAll', then: 'duplicate' },
    { when: { charge: 'claimed-first' }, over: 'forAll', then: 'duplicate' },
    { when: { transition: 'conditional' }, over: 'run', then: 'duplicate' },
    { when: { transition: 'conditional' }, over: 'forAll', then: 'duplicate' },
    { when: { transition: 'versioned' }, over: 'run', then: 'duplicate' },
    { when: { transition: 'versioned' }, over: 'forAll', then: 'duplicate' },
    // A transaction gives the loser’s row back, and not its charge.
    { when: { transition: 'serializable' }, over: 'run', then: 'duplicate' },
    { when: { transition: 'serializable' }, over: 'forAll', then: 'duplicate' },
    { when: CONDITIONAL, over: 'run', then: 'safe' },
    { when: CONDITIONAL, over: 'forAll', then: 'safe' },
    { when: VERSIONED, over: 'run', then: 'safe' },
    { when: VERSIONED, over: 'forAll', then: 'safe' },
    { when: SERIALIZABLE, over: 'run', then: 'safe' },
    { when: SERIALIZABLE, over: 'forAll', then: 'safe' },
    // What the bound “no crash” leaves out: a claim that outlives its claimant.
    { when: CONDITIONAL, over: 'run', script: 'crash.api.3', then: 'stuck' },
    { when: CONDITIONAL, over: 'forAll', bounds: { crashes: 1 }, then: 'stuck' },
    { when: VERSIONED, over: 'forAll', bounds: { crashes: 1 }, then: 'stuck' },
    { when: SERIALIZABLE, over: 'forAll', bounds: { crashes: 1 }, then: 'stuck' },
  ],
  wording: wordingOf(HTTP, DATABASE, PAYMENTS),
  captions,
  code,
  lesson,
  concepts: [132, 133, 134, 135, 136, 147],
});
