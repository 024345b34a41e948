import { assign, setup } from 'xstate';

import type { Effect, Message, ProcessId, Received, Ticks } from '@/lib/engine/model';
import { sayer } from '@/simulations/actors/say';
import type {
  ChargeAccepted,
  ChargeRequested,
  KeyAnswered,
  KeyClaimed,
  KeyRead,
  KeySaved,
  RequestSent,
  ResponseSent,
} from '@/simulations/messages';

export interface ChargeServiceInput {
  /** How it finds out whether it has done this before. */
  readonly claim: 'none' | 'check-then-act' | 'atomic';
  /** What a request is told whose twin is still running. */
  readonly inFlight: 'conflict' | 'wait';
  readonly pollTicks: Ticks;
  /** How often a waiting request looks again before it is told to come back later. */
  readonly pollsMax: number;
}

interface ChargeServiceContext extends ChargeServiceInput {
  readonly request: Received<RequestSent> | null;
  readonly charge: string | null;
  readonly polls: number;
}

const KEYS = 'keys';
const PAYMENTS = 'payments';

type Event = Received<RequestSent> | Received<KeyAnswered> | Received<ChargeAccepted>;
type Answer = Pick<ResponseSent, 'status' | 'body' | 'replayed'>;
interface Args {
  readonly context: ChargeServiceContext;
  readonly event: Event;
}

const say = sayer<ChargeServiceContext, Event>();

const ask = (to: ProcessId, message: (context: ChargeServiceContext) => Message) =>
  say(({ context }) => ({ to, message: message(context) }));

const reply = (answer: (args: Args) => Answer) =>
  say(({ context, event }) => ({
    to: context.request?.from ?? '',
    message: {
      type: 'response.sent',
      intent: context.request?.intent ?? null,
      attempt: context.request?.attempt ?? 0,
      ...answer({ context, event }),
    } satisfies ResponseSent,
  }));

const about = (request: RequestSent | null) => ({
  intent: request?.intent ?? null,
  key: request?.key ?? '',
});

/**
 * One request handler of an API that charges cards at a provider: look at the key or claim it, charge,
 * remember the answer, reply. Each of these is a separate step, and anything may happen in between.
 */
export const chargeService = setup({
  types: {
    input: {} as ChargeServiceInput,
    context: {} as ChargeServiceContext,
    events: {} as Event,
    emitted: {} as Effect,
  },
  guards: {
    hasNoKeyOrMemory: ({ context, event }) =>
      context.claim === 'none' || (event.type === 'request.sent' && event.key === null),
    checksThenActs: ({ context }) => context.claim === 'check-then-act',
    remembers: ({ context }) => context.claim !== 'none' && context.request?.key !== null,
    isNew: ({ event }) => event.type === 'key.answered' && event.found === null,
    isClaimed: ({ event }) => event.type === 'key.answered' && event.ok,
    isDone: ({ event }) => event.type === 'key.answered' && event.found?.status === 'done',
    mayWait: ({ context }) => context.inFlight === 'wait' && context.polls < context.pollsMax,
  },
  actions: {
    accept: assign(({ event }) => (event.type === 'request.sent' ? { request: event } : {})),
    keepCharge: assign(({ event }) =>
      event.type === 'charge.accepted' ? { charge: event.charge } : {},
    ),
    countPoll: assign({ polls: ({ context }) => context.polls + 1 }),
    forget: assign({ request: null, charge: null, polls: 0 }),
    readKey: ask(KEYS, ({ request }): KeyRead => ({ type: 'key.read', ...about(request) })),
    claimKey: ask(KEYS, ({ request }): KeyClaimed => ({ type: 'key.claimed', ...about(request) })),
    saveKey: ask(KEYS, ({ request, charge }): KeySaved => ({
      type: 'key.saved',
      ...about(request),
      body: charge,
    })),
    requestCharge: ask(PAYMENTS, ({ request }): ChargeRequested => ({
      type: 'charge.requested',
      intent: request?.intent ?? null,
      amount: request?.amount ?? 0,
      key: null,
    })),
    replyCreated: reply(({ context }) => ({ status: 201, body: context.charge, replayed: false })),
    replyFromMemory: reply(({ event }) => ({
      status: 201,
      body: event.type === 'key.answered' ? (event.found?.body ?? null) : null,
      replayed: true,
    })),
    replyConflict: reply(() => ({ status: 409, body: null, replayed: false })),
  },
  delays: { poll: ({ context }) => context.pollTicks },
}).createMachine({
  id: 'charge-service',
  context: ({ input }) => ({ ...input, request: null, charge: null, polls: 0 }),
  initial: 'idle',
  states: {
    idle: {
      entry: 'forget',
      on: {
        'request.sent': [
          { guard: 'hasNoKeyOrMemory', target: 'charging', actions: 'accept' },
          { guard: 'checksThenActs', target: 'looking', actions: 'accept' },
          { target: 'claiming', actions: 'accept' },
        ],
      },
    },
    looking: {
      entry: 'readKey',
      on: {
        'key.answered': [
          { guard: 'isNew', target: 'charging' },
          { target: 'idle', actions: 'replyFromMemory' },
        ],
      },
    },
    claiming: {
      entry: 'claimKey',
      on: {
        'key.answered': [
          { guard: 'isClaimed', target: 'charging' },
          { guard: 'isDone', target: 'idle', actions: 'replyFromMemory' },
          { guard: 'mayWait', target: 'waiting' },
          { target: 'idle', actions: 'replyConflict' },
        ],
      },
    },
    waiting: { after: { poll: 'lookingAgain' } },
    lookingAgain: {
      entry: ['countPoll', 'readKey'],
      on: {
        'key.answered': [
          { guard: 'isDone', target: 'idle', actions: 'replyFromMemory' },
          { guard: 'mayWait', target: 'waiting' },
          { target: 'idle', actions: 'replyConflict' },
        ],
      },
    },
    charging: {
      entry: 'requestCharge',
      on: {
        'charge.accepted': [
          { guard: 'remembers', target: 'saving', actions: 'keepCharge' },
          { target: 'idle', actions: ['keepCharge', 'replyCreated'] },
        ],
      },
    },
    saving: {
      entry: 'saveKey',
      on: { 'key.answered': { target: 'idle', actions: 'replyCreated' } },
    },
  },
});
