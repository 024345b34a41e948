import type { ProcessId } from '@/lib/engine/model';
import { respond } from '@/simulations/actors/asking';
import { handler } from '@/simulations/actors/handler';
import { type Pausing, pauseTicks } from '@/simulations/actors/pausing';
import type { RequestSent, ResponseSent } from '@/simulations/messages';

export interface HopInput extends Pausing {
  /** The service behind it. */
  readonly next: ProcessId;
  /** How often it calls that service for one request, the first call among them. */
  readonly attempts: number;
}

interface Notes {
  readonly calls: number;
}

/**
 * A service that only passes on: it calls the one behind it, and again when that fails. What it may not
 * mend by calling again it answers as it was answered.
 */
export const hop = handler<HopInput, RequestSent, ResponseSent, Notes>({
  id: 'hop',
  takes: ['request.sent'],
  notes: { calls: 0 },
  guards: {
    isAnswer: ({ event }) => event.type === 'response.sent' && event.status < 500,
    mayCallAgain: ({ input, notes }) => notes.calls < input.attempts,
    waitsFirst: ({ input, notes }) =>
      notes.calls < input.attempts && pauseTicks(input, notes.calls) > 0,
  },
  keeps: { countCall: ({ notes }) => ({ calls: notes.calls + 1 }) },
  sends: {
    callNext: ({ input, request, notes }) => ({
      to: input.next,
      message: {
        type: 'request.sent',
        intent: request.intent,
        method: request.method,
        path: request.path,
        amount: request.amount,
        attempt: notes.calls,
        key: request.key,
      } satisfies RequestSent,
    }),
    passOn: ({ request, event }) =>
      respond(request, {
        status: event.type === 'response.sent' ? event.status : 200,
        body: event.type === 'response.sent' ? event.body : null,
      }),
    giveUp: ({ request }) => respond(request, { status: 502, body: null }),
  },
  delays: { backoff: ({ input, notes }) => pauseTicks(input, notes.calls) },
  begins: 'calling',
  states: {
    calling: {
      entry: ['countCall', 'callNext'],
      on: {
        'response.sent': [
          { guard: 'isAnswer', target: 'idle', actions: 'passOn' },
          { guard: 'waitsFirst', target: 'backingOff' },
          { guard: 'mayCallAgain', target: 'calling', reenter: true },
          { target: 'idle', actions: 'giveUp' },
        ],
      },
    },
    backingOff: { after: { backoff: 'calling' } },
  },
});
