import { defineScenario } from '@/lib/scenario/define-scenario';
import { receiptService } from '@/simulations/actors/receipt-service';
import { MAIL, ORDER } from '@/simulations/effects';
import { code } from '@/simulations/scenarios/unique-constraint/code';
import { captions, lesson } from '@/simulations/scenarios/unique-constraint/lesson';
import { mails, orders } from '@/simulations/stages/backstage';
import { httpApi } from '@/simulations/stages/http-api';
import { retry } from '@/simulations/stages/parts';
import { DATABASE } from '@/simulations/words/database';
import { HTTP } from '@/simulations/words/http';
import { MAILS } from '@/simulations/words/mails';
import { wordingOf } from '@/simulations/words/words';

const REREAD = { constraint: 'on', onConflict: 'reread' };

export const uniqueConstraint = defineScenario({
  slug: 'unique-constraint',
  stage: 'http-api',
  title: 'The database refuses the second row',
  question: 'A unique constraint lets only one row in. Is what comes after the row done once, too?',
  knobs: {
    constraint: {
      kind: 'choice',
      label: 'Unique constraint',
      help: 'Whether two rows of the table may have the same key.',
      values: [
        { value: 'off', label: 'none', help: 'Every INSERT makes a row.' },
        {
          value: 'on',
          label: 'on the key',
          help: 'INSERT … ON CONFLICT DO NOTHING makes a row or makes none, and says which.',
        },
      ],
    },
    onConflict: {
      kind: 'choice',
      label: 'When no row was inserted',
      help: 'What the server does when the database says “0 rows”. Needs the constraint.',
      values: [
        { value: 'ignore', label: 'go on', help: 'It does not look at the number of rows.' },
        { value: 'stop', label: 'report an error', help: 'It answers 400: there is one already.' },
        {
          value: 'reread',
          label: 'read the row',
          help: 'It reads the row that is there and answers as it did the first time.',
        },
      ],
    },
    nullKey: {
      kind: 'choice',
      label: 'The key',
      help: 'What stands in the column that the constraint is on.',
      values: [
        { value: 'off', label: 'always there', help: 'Each attempt sends the order’s key.' },
        {
          value: 'on',
          label: 'missing: NULL',
          help: 'The client sends none. NULL equals nothing.',
        },
      ],
      circumstance: true,
    },
  },
  cast: ({ constraint, onConflict, nullKey }) =>
    httpApi({
      client: { path: '/orders', retries: 2, key: nullKey === 'on' ? 'none' : 'per-intent' },
      service: receiptService,
      serviceInput: { constraint, onConflict },
      instances: 1,
      handlers: 3,
      behind: [
        orders({ orders: { unique: constraint === 'on' ? [['key']] : [], fact: ORDER.fact } }),
        mails(),
      ],
    }),
  meant: { intents: [{ id: 'A', label: 'Order A' }], effects: [ORDER, MAIL] },
  calmAttempt: retry('client'),
  script: 'lose.api-client.1',
  bounds: { losses: 1, duplicates: 0, crashes: 0, retries: 2 },
  claims: [
    { when: { constraint: 'off' }, over: 'run', then: 'duplicate' },
    { when: { constraint: 'off' }, over: 'forAll', then: 'duplicate' },
    { when: { constraint: 'off', onConflict: 'reread' }, over: 'forAll', then: 'duplicate' },
    { when: { constraint: 'on' }, over: 'run', then: 'duplicate' },
    { when: { constraint: 'on' }, over: 'run', then: { count: 1, of: 'order.created' } },
    { when: { constraint: 'on' }, over: 'run', then: { count: 2, of: 'mail.sent' } },
    { when: { constraint: 'on', onConflict: 'stop' }, over: 'run', then: 'wrongReply' },
    { when: REREAD, over: 'run', then: 'safe' },
    { when: REREAD, over: 'forAll', then: 'safe' },
    { when: { ...REREAD, nullKey: 'on' }, over: 'run', then: 'duplicate' },
    { when: { ...REREAD, nullKey: 'on' }, over: 'forAll', then: 'duplicate' },
    // A row is its own memory, so more losses do no harm either …
    { when: REREAD, over: 'forAll', bounds: { losses: 2 }, then: 'safe' },
    // … but what the bound “no crash” leaves out is a receipt that nobody sends any more.
    { when: REREAD, over: 'run', script: 'crash.api.1', then: 'lost' },
    { when: REREAD, over: 'forAll', bounds: { crashes: 1 }, then: 'lost' },
  ],
  wording: wordingOf(HTTP, DATABASE, MAILS),
  captions,
  code: ({ constraint, onConflict }) => code(constraint, onConflict),
  lesson,
  concepts: [39, 138, 139, 140, 141, 142, 143, 144, 145, 146],
});
