import { respond, toKeys } from '@/simulations/actors/asking';
import { handler, type Saying } from '@/simulations/actors/handler';
import {
  type Asking,
  fingerprintOf,
  isNobody,
  isUnkeyed,
  type KeyedServiceInput,
  lookUp,
} from '@/simulations/actors/keyed-service/asking';
import type {
  ChargeAccepted,
  ChargeDeclined,
  ChargeRequested,
  HelpAnswered,
  HelpRequested,
  KeyAnswered,
  RequestSent,
  ResponseSent,
} from '@/simulations/messages';

interface Notes {
  readonly charge: string | null;
}

const save = (asking: Asking, body: string | null, code?: number): Saying =>
  toKeys({
    ...{ type: 'key.saved', ...lookUp(asking), body },
    ...(code !== undefined && { code }),
    ...fingerprintOf(asking),
  });

const refuse =
  (status: number, reason?: NonNullable<ResponseSent['reason']>) =>
  ({ request }: Asking): Saying =>
    respond(request, { status, body: null, ...(reason && { reason }) });

type Answer = KeyAnswered | ChargeAccepted | ChargeDeclined | HelpAnswered;

/**
 * One request handler of an API that charges cards and keeps idempotency keys, with every decision about
 * them an input. It claims a key with one command before it does anything.
 */
export const keyedService = handler<KeyedServiceInput, RequestSent, Answer, Notes>({
  id: 'keyed-service',
  takes: ['request.sent'],
  notes: { charge: null },
  guards: {
    asksForLogin: ({ input, request }) => input.login === 'first' && isNobody(request),
    asksForKey: ({ input, request }) =>
      request.key === null && (input.missing ?? 'refuse') === 'refuse',
    runsUnkeyed: ({ input, request }) => isUnkeyed({ input, request }),
    makesKey: ({ input, request }) => request.key === null && input.missing === 'generate',
    looksBeforeLogin: ({ input }) => input.login === 'last',
    isSeen: ({ event }) => event.type === 'key.answered' && event.found !== null,
    isStranger: ({ input, request }) => input.login === 'last' && isNobody(request),
    isClaimed: ({ event }) => event.type === 'key.answered' && event.ok,
    isOtherBody: ({ input, request, event }) =>
      event.type === 'key.answered' &&
      event.found?.fingerprint !== fingerprintOf({ input, request }).fingerprint,
    isDone: ({ event }) => event.type === 'key.answered' && event.found?.status === 'done',
    needsHelpBefore: ({ input }) => input.help === 'before',
    needsHelpAfter: ({ input }) => input.help === 'after',
    isItsHelp: ({ request, event }) =>
      event.type === 'help.answered' &&
      event.client === request.from &&
      event.attempt === request.attempt,
    remembersAllErrors: ({ input }) => input.errors === 'all',
    judgesByEffect: ({ input, notes }) => input.errors === 'by-effect' && notes.charge !== null,
  },
  keeps: {
    keepCharge: ({ event }) => (event.type === 'charge.accepted' ? { charge: event.charge } : {}),
  },
  records: {
    noteOwnKey: ({ request }) => ({ name: 'key.made', intent: request.intent ?? '' }),
  },
  sends: {
    readKey: (asking) => toKeys({ type: 'key.read', ...lookUp(asking) }),
    claimKey: (asking) =>
      toKeys({ type: 'key.claimed', ...lookUp(asking), ...fingerprintOf(asking) }),
    saveCharge: (moment) => save(moment, moment.notes.charge),
    saveError: (moment) => save(moment, null, 500),
    saveDecline: (moment) => save(moment, null, 402),
    forgetKey: (asking) => toKeys({ type: 'key.deleted', ...lookUp(asking) }),
    askForHelp: ({ input, request: { intent, from, attempt } }) => ({
      to: 'helper',
      message: {
        ...{ type: 'help.requested', intent, client: from, attempt },
        task: input.help === 'before' ? 'check for fraud' : 'print a receipt',
      } satisfies HelpRequested,
    }),
    requestCharge: ({ request: { intent, amount, card } }) => ({
      to: 'payments',
      message: {
        ...{ type: 'charge.requested', intent, amount, key: null },
        ...(card !== undefined && { card }),
      } satisfies ChargeRequested,
    }),
    replyCreated: ({ request, notes }) => respond(request, { status: 201, body: notes.charge }),
    replyAgain: ({ input, request, event }) => {
      const found = event.type === 'key.answered' ? event.found : null;
      const body = found?.body ?? null;
      switch (input.replay ?? 'original') {
        case 'original':
          return respond(request, { status: found?.code ?? 201, body, replayed: true });
        case 'always-200':
          return respond(request, { status: 200, body, replayed: true });
        case 'already-processed':
          return refuse(400, 'already processed')({ input, request });
      }
    },
    replyConflict: refuse(409),
    replyOtherBody: refuse(422),
    replyNoKey: refuse(400, 'no key'),
    replyNoLogin: refuse(401, 'no login'),
    replyDeclined: refuse(402, 'declined'),
    replyFailed: refuse(500),
  },
  delays: { help: ({ input }) => input.helpTicks ?? 1 },
  begins: [
    { guard: 'asksForLogin', target: 'idle', actions: 'replyNoLogin' },
    { guard: 'asksForKey', target: 'idle', actions: 'replyNoKey' },
    { guard: 'runsUnkeyed', target: 'charging' },
    { guard: 'makesKey', target: 'charging', actions: 'noteOwnKey' },
    { guard: 'looksBeforeLogin', target: 'looking' },
    { target: 'claiming' },
  ],
  states: {
    looking: {
      entry: 'readKey',
      on: {
        'key.answered': [
          { guard: 'isDone', target: 'idle', actions: 'replyAgain' },
          { guard: 'isSeen', target: 'idle', actions: 'replyConflict' },
          { guard: 'isStranger', target: 'idle', actions: 'replyNoLogin' },
          { target: 'claiming' },
        ],
      },
    },
    claiming: {
      entry: 'claimKey',
      on: {
        'key.answered': [
          { guard: 'isClaimed', target: 'starting' },
          { guard: 'isOtherBody', target: 'idle', actions: 'replyOtherBody' },
          { guard: 'isDone', target: 'idle', actions: 'replyAgain' },
          { target: 'idle', actions: 'replyConflict' },
        ],
      },
    },
    starting: {
      always: [{ guard: 'needsHelpBefore', target: 'checking' }, { target: 'charging' }],
    },
    checking: {
      entry: 'askForHelp',
      on: { 'help.answered': { guard: 'isItsHelp', target: 'charging' } },
      after: { help: 'failing' },
    },
    charging: {
      entry: 'requestCharge',
      on: {
        'charge.accepted': [
          { guard: 'runsUnkeyed', target: 'idle', actions: ['keepCharge', 'replyCreated'] },
          { guard: 'makesKey', target: 'idle', actions: ['keepCharge', 'replyCreated'] },
          { guard: 'needsHelpAfter', target: 'finishing', actions: 'keepCharge' },
          { target: 'saving', actions: 'keepCharge' },
        ],
        'charge.declined': { target: 'savingDecline' },
      },
    },
    finishing: {
      entry: 'askForHelp',
      on: { 'help.answered': { guard: 'isItsHelp', target: 'saving' } },
      after: { help: 'failing' },
    },
    failing: {
      always: [
        { guard: 'remembersAllErrors', target: 'savingError' },
        { guard: 'judgesByEffect', target: 'saving' },
        { target: 'forgetting' },
      ],
    },
    forgetting: {
      entry: 'forgetKey',
      on: { 'key.answered': { target: 'idle', actions: 'replyFailed' } },
    },
    savingError: {
      entry: 'saveError',
      on: { 'key.answered': { target: 'idle', actions: 'replyFailed' } },
    },
    savingDecline: {
      entry: 'saveDecline',
      on: { 'key.answered': { target: 'idle', actions: 'replyDeclined' } },
    },
    saving: {
      entry: 'saveCharge',
      on: { 'key.answered': { target: 'idle', actions: 'replyCreated' } },
    },
  },
});
