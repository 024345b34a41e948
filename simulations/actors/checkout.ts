import type { ProcessId } from '@/lib/engine/model';
import { respond } from '@/simulations/actors/asking';
import { handler } from '@/simulations/actors/handler';
import type {
  RequestSent,
  StepAnswered,
  StepRequested,
  UndoConfirmed,
  UndoRequested,
} from '@/simulations/messages';

export interface CheckoutInput {
  /** Whether each step carries a key made from the order's. */
  readonly keyed: boolean;
  /** What it does about the steps before one that was refused. */
  readonly compensation: 'none' | 'naive' | 'idempotent';
}

interface At {
  readonly input: CheckoutInput;
  readonly request: RequestSent;
}

const keyOf = ({ key }: RequestSent, step: ProcessId): string => `${key ?? ''}/${step}`;

const ask =
  (to: ProcessId, what: string) =>
  ({ input, request }: At) => ({
    to,
    message: {
      ...{ type: 'step.requested', intent: request.intent, what },
      key: input.keyed ? keyOf(request, to) : null,
    } satisfies StepRequested,
  });

const undo =
  (to: ProcessId, what: string) =>
  ({ input, request }: At) => ({
    to,
    message: {
      ...{ type: 'undo.requested', intent: request.intent, what },
      key: input.compensation === 'idempotent' ? `${keyOf(request, to)}/undo` : null,
      of: input.keyed ? keyOf(request, to) : null,
    } satisfies UndoRequested,
  });

/**
 * One request handler of an order service that leads an order through payment, stock and shipping. When a
 * step is refused it takes back those before it, latest first, and answers that it failed. Without
 * compensation it answers as if nothing were wrong: the refusal is a line in its log.
 */
export const checkout = handler<CheckoutInput, RequestSent, StepAnswered | UndoConfirmed>({
  id: 'checkout',
  takes: ['request.sent'],
  notes: {},
  guards: {
    isDone: ({ event }) => event.type === 'step.answered' && event.ok,
    compensates: ({ input }) => input.compensation !== 'none',
  },
  sends: {
    charge: ask('payment', 'charge'),
    reserve: ask('inventory', 'reserve'),
    book: ask('shipping', 'book'),
    release: undo('inventory', 'release'),
    refund: undo('payment', 'refund'),
    replyCreated: ({ request }) => respond(request, { status: 201, body: null }),
    replyFailed: ({ request }) => respond(request, { status: 422, body: null }),
  },
  begins: 'charging',
  states: {
    charging: {
      entry: 'charge',
      on: {
        'step.answered': [
          { guard: 'isDone', target: 'reserving' },
          { target: 'idle', actions: 'replyFailed' },
        ],
      },
    },
    reserving: {
      entry: 'reserve',
      on: {
        'step.answered': [
          { guard: 'isDone', target: 'booking' },
          { guard: 'compensates', target: 'refunding' },
          { target: 'idle', actions: 'replyCreated' },
        ],
      },
    },
    booking: {
      entry: 'book',
      on: {
        'step.answered': [
          { guard: 'isDone', target: 'idle', actions: 'replyCreated' },
          { guard: 'compensates', target: 'releasing' },
          { target: 'idle', actions: 'replyCreated' },
        ],
      },
    },
    releasing: { entry: 'release', on: { 'undo.confirmed': 'refunding' } },
    refunding: {
      entry: 'refund',
      on: { 'undo.confirmed': { target: 'idle', actions: 'replyFailed' } },
    },
  },
});
