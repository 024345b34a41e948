import { defineScenario } from '@/lib/scenario/define-scenario';
import { transferService } from '@/simulations/actors/transfer-service';
import { CREDIT, DEBIT } from '@/simulations/effects';
import { code } from '@/simulations/scenarios/transactions-or-keys/code';
import { captions, lesson } from '@/simulations/scenarios/transactions-or-keys/lesson';
import { orders } from '@/simulations/stages/backstage';
import { httpApi } from '@/simulations/stages/http-api';
import { retry } from '@/simulations/stages/parts';
import { DATABASE } from '@/simulations/words/database';
import { HTTP } from '@/simulations/words/http';
import { TRANSFERS } from '@/simulations/words/transfers';
import { wordingOf } from '@/simulations/words/words';

const KEY = { transaction: 'off', key: 'on' };
const BOTH = { transaction: 'on', key: 'on' };

/** The process dies after the debit, and no retry gets through. */
const HALF = 'crash.api.2~lose.client-api.2~lose.client-api.3';

export const transactionsOrKeys = defineScenario({
  slug: 'transactions-or-keys',
  stage: 'http-api',
  title: 'Transactions or keys?',
  question: 'A transaction does all or nothing. A key does it once. Which of the two do you need?',
  knobs: {
    transaction: {
      kind: 'choice',
      label: 'Transaction',
      help: 'Whether all statements of a request are one transaction.',
      values: [
        { value: 'off', label: 'none', help: 'Each statement is committed by itself.' },
        {
          value: 'on',
          label: 'around all of it',
          help: 'BEGIN before the first, COMMIT after the last.',
        },
      ],
    },
    key: {
      kind: 'choice',
      label: 'Idempotency key',
      help: 'Whether the server writes down which transfers it has seen.',
      values: [
        {
          value: 'off',
          label: 'none',
          help: 'The client sends none, and the server looks for none.',
        },
        {
          value: 'on',
          label: 'one per transfer',
          help: 'Its row is inserted before the work begins.',
        },
      ],
    },
    claim: {
      kind: 'choice',
      label: 'How the key’s row is inserted',
      help: 'And so, how the server hears that the row is there already. Needs the key.',
      values: [
        {
          value: 'do-nothing',
          label: 'ON CONFLICT DO NOTHING',
          help: '0 rows say that it is there.',
        },
        {
          value: 'catch',
          label: 'catch the error',
          help: 'A plain INSERT fails with 23505. The server catches that and reads the row.',
        },
        {
          value: 'savepoint',
          label: 'behind a savepoint',
          help: 'The same, but the transaction goes back to where it was before the INSERT.',
        },
      ],
    },
  },
  cast: ({ transaction, key, claim }) =>
    httpApi({
      client: { path: '/transfers', retries: 2, key: key === 'on' ? 'per-intent' : 'none' },
      service: transferService,
      serviceInput: { transaction, key, claim, convertTicks: 1 },
      instances: 1,
      handlers: 3,
      behind: [
        orders({
          ...(key === 'on' ? { keys: { unique: [['key']], fact: null } } : {}),
          debits: { unique: [], fact: DEBIT.fact },
          credits: { unique: [], fact: CREDIT.fact },
        }),
      ],
    }),
  meant: { intents: [{ id: 'A', label: 'Transfer A' }], effects: [DEBIT, CREDIT] },
  calmAttempt: retry('client'),
  script: 'crash.api.2',
  bounds: { losses: 1, duplicates: 0, crashes: 1, retries: 2 },
  claims: [
    { when: { transaction: 'off' }, over: 'run', then: 'duplicate' },
    { when: { transaction: 'off' }, over: 'forAll', then: 'duplicate' },
    // Half of it is written; without a key a retry would write all of it again, so it stays a half only if none comes.
    {
      ...{ when: { transaction: 'off' }, over: 'run', script: HALF },
      then: { count: 1, of: DEBIT.fact },
    },
    {
      ...{ when: { transaction: 'off' }, over: 'run', script: HALF },
      then: { count: 0, of: CREDIT.fact },
    },
    { when: { transaction: 'off' }, over: 'run', script: HALF, then: 'unknown' },
    {
      ...{ when: { transaction: 'on' }, over: 'run', then: 'duplicate' },
      script: 'lose.api-client.1',
    },
    { when: { transaction: 'on' }, over: 'forAll', then: 'duplicate' },
    { when: KEY, over: 'run', script: 'crash.api.3', then: 'lost' },
    { when: KEY, over: 'forAll', then: 'lost' },
    { when: KEY, over: 'run', script: 'lose.api-client.1', then: 'safe' },
    { when: BOTH, over: 'run', script: 'crash.api.4', then: 'safe' },
    { when: BOTH, over: 'forAll', then: 'safe' },
    // An error inside of a transaction is more than an answer: after it, there is none to be had …
    {
      ...{ when: { ...BOTH, claim: 'catch' }, over: 'run', then: 'stuck' },
      script: 'lose.api-client.1',
    },
    { when: { ...BOTH, claim: 'catch' }, over: 'forAll', then: 'stuck' },
    { when: { ...KEY, claim: 'catch' }, over: 'run', script: 'lose.api-client.1', then: 'safe' },
    // … unless it goes back to before the error.
    {
      ...{ when: { ...BOTH, claim: 'savepoint' }, over: 'run', then: 'safe' },
      script: 'lose.api-client.1',
    },
    { when: { ...BOTH, claim: 'savepoint' }, over: 'forAll', then: 'safe' },
    // Neither is worn out by a second crash.
    { when: BOTH, over: 'forAll', bounds: { crashes: 2 }, then: 'safe' },
  ],
  wording: wordingOf(HTTP, DATABASE, TRANSFERS),
  captions,
  code: ({ transaction, key, claim }) => code(transaction, key, claim),
  lesson,
  concepts: [148, 149, 150],
});
