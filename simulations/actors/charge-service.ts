import type { Ticks } from '@/lib/engine/model';
import { keyOf, respond, toKeys } from '@/simulations/actors/asking';
import { handler } from '@/simulations/actors/handler';
import type {
  ChargeAccepted,
  ChargeRequested,
  KeyAnswered,
  RequestSent,
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

interface Notes {
  readonly charge: string | null;
  readonly polls: number;
}

/**
 * One request handler of an API that charges cards at a provider: look at the key or claim it, charge,
 * remember the answer, reply. Each of these is a separate step, and anything may happen in between.
 */
export const chargeService = handler<
  ChargeServiceInput,
  RequestSent,
  KeyAnswered | ChargeAccepted,
  Notes
>({
  id: 'charge-service',
  takes: ['request.sent'],
  notes: { charge: null, polls: 0 },
  guards: {
    hasNoKeyOrMemory: ({ input, request }) => input.claim === 'none' || request.key === null,
    checksThenActs: ({ input }) => input.claim === 'check-then-act',
    remembers: ({ input, request }) => input.claim !== 'none' && request.key !== null,
    isNew: ({ event }) => event.type === 'key.answered' && event.found === null,
    isClaimed: ({ event }) => event.type === 'key.answered' && event.ok,
    isDone: ({ event }) => event.type === 'key.answered' && event.found?.status === 'done',
    mayWait: ({ input, notes }) => input.inFlight === 'wait' && notes.polls < input.pollsMax,
  },
  keeps: {
    keepCharge: ({ event }) => (event.type === 'charge.accepted' ? { charge: event.charge } : {}),
    countPoll: ({ notes }) => ({ polls: notes.polls + 1 }),
  },
  sends: {
    readKey: ({ request }) => toKeys({ type: 'key.read', ...keyOf(request) }),
    claimKey: ({ request }) => toKeys({ type: 'key.claimed', ...keyOf(request) }),
    saveKey: ({ request, notes }) =>
      toKeys({ type: 'key.saved', ...keyOf(request), body: notes.charge }),
    requestCharge: ({ request: { intent, amount } }) => ({
      to: 'payments',
      message: { type: 'charge.requested', intent, amount, key: null } satisfies ChargeRequested,
    }),
    replyCreated: ({ request, notes }) => respond(request, { status: 201, body: notes.charge }),
    replyFromMemory: ({ request, event }) => {
      const body = event.type === 'key.answered' ? (event.found?.body ?? null) : null;
      return respond(request, { status: 201, body, replayed: true });
    },
    replyConflict: ({ request }) => respond(request, { status: 409, body: null }),
  },
  delays: { poll: ({ input }) => input.pollTicks },
  begins: [
    { guard: 'hasNoKeyOrMemory', target: 'charging' },
    { guard: 'checksThenActs', target: 'looking' },
    { target: 'claiming' },
  ],
  states: {
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
