import type { ProcessId, Ticks } from '@/lib/engine/model';
import { respond } from '@/simulations/actors/asking';
import { handler } from '@/simulations/actors/handler';
import type { RequestSent, ResponseSent } from '@/simulations/messages';

/** What somebody between a program and a server does with a request that fails, without being asked. */
export interface RetrierInput {
  /** Who serves: each try goes to the next of them, and after the last to the first. */
  readonly servers: readonly ProcessId[];
  /** `idempotent-only`: it sends again only what promises to do no more than once would. */
  readonly policy: 'any-failure' | 'idempotent-only';
  /** Whether it takes an `Idempotency-Key` for such a promise, too. */
  readonly heedsKeys: boolean;
  /** The answers after which it tries again. That there is none is always one. */
  readonly retriesOn: readonly number[];
  /** How often it sends a request in all, at most. */
  readonly tries: number;
  readonly timeoutTicks: Ticks;
  readonly backoffTicks: Ticks;
  /** What it says in place of an answer that it did not get. */
  readonly says: number;
}

interface Notes {
  readonly tried: number;
}

/** RFC 9110, 9.2.2. */
const IDEMPOTENT = ['GET', 'HEAD', 'OPTIONS', 'TRACE', 'PUT', 'DELETE'];

const isRepeatable = ({ policy, heedsKeys }: RetrierInput, { method, key }: RequestSent): boolean =>
  policy === 'any-failure' || IDEMPOTENT.includes(method) || (heedsKeys && key !== null);

/**
 * Passes a request on and its answer back, and sends it again by itself when that fails: an SDK, a proxy, a load
 * balancer, a browser. Whoever asked hears one answer and knows of nothing.
 */
export const retrier = handler<RetrierInput, RequestSent, ResponseSent, Notes>({
  id: 'retrier',
  takes: ['request.sent'],
  notes: { tried: 0 },
  guards: {
    isStale: ({ event, notes }) => event.type === 'response.sent' && event.attempt !== notes.tried,
    isWorthAnother: ({ input, request, notes, event }) =>
      event.type === 'response.sent' &&
      input.retriesOn.includes(event.status) &&
      isRepeatable(input, request) &&
      notes.tried < input.tries,
    mayTryAgain: ({ input, request, notes }) =>
      isRepeatable(input, request) && notes.tried < input.tries,
  },
  keeps: { countTry: ({ notes }) => ({ tried: notes.tried + 1 }) },
  sends: {
    passOn: ({
      input,
      request: { intent, method, path, amount, key },
      notes: { tried: attempt },
    }) => ({
      to: input.servers[(attempt - 1) % input.servers.length] ?? '',
      message: {
        ...{ type: 'request.sent', intent, method, path, amount, key, attempt },
      } satisfies RequestSent,
    }),
    passBack: ({ request, event }) => {
      if (event.type !== 'response.sent') throw new Error('There is no answer to pass back');
      const { status, body, replayed } = event;
      return respond(request, { status, body, replayed });
    },
    replyNoAnswer: ({ input, request }) => respond(request, { status: input.says, body: null }),
  },
  delays: {
    patience: ({ input }) => input.timeoutTicks,
    pause: ({ input }) => input.backoffTicks,
  },
  begins: 'forwarding',
  states: {
    forwarding: {
      entry: ['countTry', 'passOn'],
      on: {
        'response.sent': [
          { guard: 'isStale' },
          { guard: 'isWorthAnother', target: 'pausing' },
          { target: 'idle', actions: 'passBack' },
        ],
      },
      after: {
        patience: [
          { guard: 'mayTryAgain', target: 'pausing' },
          { target: 'idle', actions: 'replyNoAnswer' },
        ],
      },
    },
    pausing: { after: { pause: 'forwarding' } },
  },
});

type Kind = 'sdk' | 'proxy' | 'load-balancer' | 'browser';

/** As those of the kind do it, with what they are called. Waits are in ticks of this stage. */
export const RETRIERS: Readonly<
  Record<Kind, Omit<RetrierInput, 'servers' | 'policy'> & { readonly label: string }>
> = {
  // An SDK that is built on got and lets it repeat POST, which got does only if told so: two retries, on no answer
  // and on these statuses, a second in between. stripe-node is no such SDK: it gives each POST a key.
  sdk: {
    ...{ label: 'SDK', tries: 3, retriesOn: [408, 429, 500, 502, 503, 504], heedsKeys: true },
    ...{ timeoutTicks: 5, backoffTicks: 5, says: 599 },
  },
  // nginx: proxy_next_upstream error timeout, at once, to the next server. Where there is no other, not at all.
  proxy: {
    ...{ label: 'proxy', tries: 2, retriesOn: [], heedsKeys: false },
    ...{ timeoutTicks: 5, backoffTicks: 0, says: 504 },
  },
  // Envoy: once a retry policy is set, one retry, after up to 25 ms.
  'load-balancer': {
    ...{ label: 'load balancer', tries: 2, retriesOn: [500, 502, 503, 504], heedsKeys: false },
    ...{ timeoutTicks: 5, backoffTicks: 0, says: 504 },
  },
  // A browser whose connection breaks: once more, on a new one. It does not repeat what is merely slow, so here it
  // waits longer than the four messages of the latest answer take, of 6 ticks each.
  browser: {
    ...{ label: 'browser', tries: 2, retriesOn: [], heedsKeys: false },
    ...{ timeoutTicks: 25, backoffTicks: 0, says: 599 },
  },
};
