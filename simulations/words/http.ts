import type { RequestSent, ResponseSent } from '@/simulations/messages';
import type { Words } from '@/simulations/words/words';

/** Reason phrases with what they mean in these lessons. */
const STATUS: Readonly<Record<number, string>> = {
  200: '200 OK',
  201: '201 Created',
  204: '204 No Content',
  400: '400 Bad Request',
  401: '401 Unauthorized',
  402: '402 Payment Required',
  404: '404 Not Found',
  409: '409 Conflict, still in progress',
  412: '412 Precondition Failed',
  422: '422 Unprocessable Content',
  500: '500 Internal Server Error',
  502: '502 Bad Gateway',
  503: '503 Service Unavailable',
  504: '504 Gateway Timeout',
};

/** People, and the programs with which they ask an API for something. */
export const HTTP: Words = {
  messages: {
    'purchase.wanted': () => 'Pay',
    'retry.wanted': () => 'Try once more',
    'request.sent': ({ method, path, amount, key, attempt }: RequestSent) =>
      `${method} ${path} ${amount}${key === null ? '' : `, ${key}`}${attempt > 1 ? ', again' : ''}`,
    'response.sent': ({ status, replayed, reason }: ResponseSent) =>
      `${STATUS[status] ?? String(status)}${reason ? `, ${reason}` : ''}${replayed ? ', from memory' : ''}`,
  },
  replies: ['response.sent'],
  facts: { 'client.gave-up': { once: 'gives up, and can’t know' } },
  timers: { awaitingReply: 'no answer in time', backingOff: 'has waited long enough' },
};
