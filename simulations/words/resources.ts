import type { RequestSent, ResponseSent, Row, Value } from '@/simulations/messages';
import type { Words } from '@/simulations/words/words';

const seen = (found: Row): string => Object.values(found).slice(1).map(String).join(', ');

const plus = (value: Value): string => (typeof value === 'number' ? `+${value}` : String(value));

/** Requests that name a resource and what it is to be. After `HTTP`: they say more than a purchase does. */
export const RESOURCES: Words = {
  messages: {
    'request.sent': ({ method, path, value = null, ifMatch, copy = 1 }: RequestSent) =>
      [
        `${method} ${path}${value === null ? '' : ` ${method === 'PATCH' ? plus(value) : value}`}`,
        ...(ifMatch === undefined ? [] : [ifMatch ? 'If-Match' : 'If-None-Match']),
        ...(copy > 1 ? ['again'] : []),
      ].join(', '),
    'response.sent': ({ status, found }: ResponseSent) =>
      found ? `200 OK: ${seen(found)}` : (ANSWERS[status] ?? String(status)),
  },
  timers: { reading: 'no answer in time', asking: 'no answer in time' },
};

const ANSWERS: Readonly<Record<number, string>> = {
  200: '200 OK',
  201: '201 Created',
  204: '204 No Content',
  404: '404 Not Found',
  412: '412 Precondition Failed',
};

/** What HTTP's methods are for. */
export const METHODS: Words = {
  facts: {
    'effect.had': { once: 'as wanted', again: 'done again' },
    'effect.undone': { once: 'the newer change is undone' },
  },
};

/** Deposits to an account. */
export const DEPOSITS: Words = {
  facts: {
    'deposit.counted': { once: 'counted', again: 'counted again' },
    'deposit.dropped': { once: 'the other deposit is gone' },
  },
};
