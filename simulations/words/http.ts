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
  409: '409 Conflict',
  412: '412 Precondition Failed',
  422: '422 Unprocessable Content',
  500: '500 Internal Server Error',
  502: '502 Bad Gateway',
  503: '503 Service Unavailable',
  504: '504 Gateway Timeout',
};

/** What an error says unless it gives another reason. */
const USUAL_REASON: Readonly<Record<number, string>> = { 409: 'still in progress' };

/** People, and the programs with which they ask an API for something. */
export const HTTP: Words = {
  messages: {
    'purchase.wanted': () => 'Pay',
    'retry.wanted': () => 'Try once more',
    'request.sent': (request: RequestSent) =>
      [`${request.method} ${request.path} ${bodyOf(request)}`, ...detailsOf(request)].join(', '),
    'response.sent': (response: ResponseSent) =>
      [
        STATUS[response.status] ?? String(response.status),
        response.reason ?? USUAL_REASON[response.status] ?? [],
        response.replayed ? 'from memory' : [],
      ]
        .flat()
        .join(', '),
  },
  replies: ['response.sent'],
  facts: { 'client.gave-up': { once: 'gives up, and can’t know' } },
  timers: { awaitingReply: 'no answer in time', backingOff: 'has waited long enough' },
};

/** Where it matters how a body is written, the names of its fields in their order. */
const bodyOf = ({ amount, body }: RequestSent): string =>
  body === undefined ? String(amount) : `{${Object.keys(JSON.parse(body) as object).join(', ')}}`;

const detailsOf = ({ account, login, key, attempt }: RequestSent): readonly string[] => [
  ...(account === undefined ? [] : [`for ${account}`]),
  ...(login === null ? ['no login'] : []),
  ...(key === null ? [] : [key]),
  ...(attempt > 1 ? ['again'] : []),
];
