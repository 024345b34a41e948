import type { Ticks } from '@/lib/engine/model';
import { keyOf, respond, toKeys } from '@/simulations/actors/asking';
import { handler } from '@/simulations/actors/handler';
import type {
  ChargeAccepted,
  ChargeRequested,
  KeyAnswered,
  RequestSent,
} from '@/simulations/messages';

export interface KeyedChargeServiceInput {
  /** How long a claim lives if nobody completes it. Null: for ever. */
  readonly claimTicks: Ticks | null;
  /** How long the answer is kept: so long after it is saved, for ever, or for what is left of the claim’s time. */
  readonly keepsAnswer: Ticks | 'for-ever' | 'rest-of-claim';
  /** How long it looks into the purchase before it charges. 0: not at all. */
  readonly checkTicks: Ticks;
  /** Whether it gives the provider a key, made from its own. */
  readonly downstreamKey: boolean;
}

interface Notes {
  readonly charge: string | null;
}

function lifeOf({ keepsAnswer }: KeyedChargeServiceInput) {
  if (keepsAnswer === 'for-ever') return {};
  return keepsAnswer === 'rest-of-claim'
    ? ({ keepsExpiry: true } as const)
    : { expiresIn: keepsAnswer };
}

/**
 * One request handler of an API that claims the key of a request, charges the card at a provider, saves the
 * answer under the key, and replies. Claims and answers live as long as they are told to.
 */
export const keyedChargeService = handler<
  KeyedChargeServiceInput,
  RequestSent,
  KeyAnswered | ChargeAccepted,
  Notes
>({
  id: 'keyed-charge-service',
  takes: ['request.sent'],
  notes: { charge: null },
  guards: {
    claimedToCheck: ({ input, event }) =>
      event.type === 'key.answered' && event.ok && input.checkTicks > 0,
    claimed: ({ event }) => event.type === 'key.answered' && event.ok,
    isDone: ({ event }) => event.type === 'key.answered' && event.found?.status === 'done',
  },
  keeps: {
    keepCharge: ({ event }) => (event.type === 'charge.accepted' ? { charge: event.charge } : {}),
  },
  sends: {
    claimKey: ({ input: { claimTicks }, request }) =>
      toKeys({
        ...{ type: 'key.claimed', ...keyOf(request) },
        ...(claimTicks === null ? {} : { expiresIn: claimTicks }),
      }),
    saveKey: ({ input, request, notes }) =>
      toKeys({ type: 'key.saved', ...keyOf(request), body: notes.charge, ...lifeOf(input) }),
    requestCharge: ({ input, request: { intent, amount, key } }) => ({
      to: 'payments',
      message: {
        ...{ type: 'charge.requested', intent, amount },
        key: input.downstreamKey ? `pay-${key ?? ''}` : null,
      } satisfies ChargeRequested,
    }),
    replyCreated: ({ request, notes }) => respond(request, { status: 201, body: notes.charge }),
    replyFromMemory: ({ request, event }) => {
      const body = event.type === 'key.answered' ? (event.found?.body ?? null) : null;
      return respond(request, { status: 201, body, replayed: true });
    },
    replyConflict: ({ request }) => respond(request, { status: 409, body: null }),
  },
  delays: { check: ({ input }) => input.checkTicks },
  begins: { target: 'claiming' },
  states: {
    claiming: {
      entry: 'claimKey',
      on: {
        'key.answered': [
          { guard: 'claimedToCheck', target: 'checking' },
          { guard: 'claimed', target: 'charging' },
          { guard: 'isDone', target: 'idle', actions: 'replyFromMemory' },
          { target: 'idle', actions: 'replyConflict' },
        ],
      },
    },
    checking: { after: { check: 'charging' } },
    charging: {
      entry: 'requestCharge',
      on: { 'charge.accepted': { target: 'saving', actions: 'keepCharge' } },
    },
    saving: {
      entry: 'saveKey',
      on: { 'key.answered': { target: 'idle', actions: 'replyCreated' } },
    },
  },
});
