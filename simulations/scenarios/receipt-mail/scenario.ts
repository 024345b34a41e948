import { defineScenario } from '@/lib/scenario/define-scenario';
import { mailingService } from '@/simulations/actors/mailing-service';
import { MAIL, ORDER } from '@/simulations/effects';
import { code } from '@/simulations/scenarios/receipt-mail/code';
import { captions, lesson } from '@/simulations/scenarios/receipt-mail/lesson';
import { mails, orders } from '@/simulations/stages/backstage';
import { httpApi } from '@/simulations/stages/http-api';
import { RELAY, withMailRelay } from '@/simulations/stages/outbox';
import { retry } from '@/simulations/stages/parts';
import { DATABASE } from '@/simulations/words/database';
import { HTTP } from '@/simulations/words/http';
import { MAILS } from '@/simulations/words/mails';
import { wordingOf } from '@/simulations/words/words';

/** The relay dies when it has asked for the mail and not yet heard that it went out. */
const RELAY_DIES = 'crash.relay.3';

export const receiptMail = defineScenario({
  slug: 'receipt-mail',
  stage: 'http-api',
  title: 'A mail can’t be rolled back',
  question: 'The order is rolled back. What about the receipt that was mailed for it?',
  knobs: {
    mail: {
      kind: 'choice',
      label: 'How the receipt is mailed',
      help: 'The order is a transaction. The mail provider has no part in it.',
      values: [
        {
          value: 'inline',
          label: 'within the transaction',
          help: 'The server asks for the mail before it commits.',
        },
        {
          value: 'outbox',
          label: 'by an outbox',
          help: 'That a mail is due is a row of the transaction. A relay sends it afterwards.',
        },
        {
          value: 'outbox-keyed',
          label: 'by an outbox, with a key',
          help: 'The relay names the row with every attempt, and the provider mails it once.',
        },
      ],
    },
  },
  cast: ({ mail }) => {
    const tables = { orders: { unique: [['key']], fact: ORDER.fact } };
    const outbox = { unique: [['mail']], fact: null, notifies: RELAY };
    const isInline = mail === 'inline';
    const api = httpApi({
      client: { path: '/orders', retries: 2, key: 'per-intent' },
      service: mailingService,
      serviceInput: { mail: isInline ? 'inline' : 'outbox' },
      instances: 1,
      handlers: 2,
      behind: isInline ? [orders(tables), mails()] : [orders({ ...tables, outbox })],
    });
    return isInline ? api : withMailRelay(api, { keyed: mail === 'outbox-keyed' });
  },
  meant: { intents: [{ id: 'A', label: 'Order A' }], effects: [ORDER, MAIL] },
  calmAttempt: retry('client'),
  script: 'crash.api.3',
  bounds: { losses: 1, duplicates: 0, crashes: 1, retries: 2 },
  claims: [
    { when: { mail: 'inline' }, over: 'run', then: 'duplicate' },
    { when: { mail: 'inline' }, over: 'forAll', then: 'duplicate' },
    { when: { mail: 'inline' }, over: 'forAll', then: 'lost' },
    // The customer was mailed “done” for what was rolled back.
    {
      ...{ when: { mail: 'inline' }, over: 'run', then: 'lost' },
      script: 'crash.api.3~lose.client-api.2~lose.client-api.3',
    },
    // Where nothing is rolled back there is nothing to regret.
    { when: { mail: 'inline' }, over: 'forAll', bounds: { crashes: 0 }, then: 'safe' },
    { when: { mail: 'outbox' }, over: 'run', script: 'crash.api.3', then: 'safe' },
    { when: { mail: 'outbox' }, over: 'run', script: RELAY_DIES, then: 'duplicate' },
    { when: { mail: 'outbox' }, over: 'forAll', then: 'duplicate' },
    { when: { mail: 'outbox-keyed' }, over: 'run', script: RELAY_DIES, then: 'safe' },
    { when: { mail: 'outbox-keyed' }, over: 'forAll', then: 'safe' },
  ],
  wording: wordingOf(HTTP, DATABASE, MAILS),
  captions,
  code: ({ mail }) => code(mail),
  lesson,
  concepts: [39],
});
