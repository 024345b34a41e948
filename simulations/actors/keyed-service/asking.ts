import { canonical } from '@/lib/engine/json';
import type { Received, Ticks } from '@/lib/engine/model';
import type { RequestSent } from '@/simulations/messages';

/** What it does about keys. Whatever is left out, it does with care or not at all. */
export interface KeyedServiceInput {
  /** What a key is one of: all keys that anybody ever sent, or those of an account. Left out: all. */
  readonly scope?: 'key' | 'account';
  /** What it does without the header. `fold`: reads `undefined` and takes it for a key. Left out: refuses. */
  readonly missing?: 'run' | 'generate' | 'fold' | 'refuse';
  /** Whether it asks for a login before it looks at the key or after. Left out: it asks for none. */
  readonly login?: 'first' | 'last';
  /** What it compares beside the key. Left out: nothing. */
  readonly fingerprint?: 'off' | 'as-written' | 'canonical';
  /** What a repeat is answered. Left out: what the first attempt was. */
  readonly replay?: 'original' | 'always-200' | 'already-processed';
  /** Which failures are remembered under the key. Left out: none. */
  readonly errors?: 'none' | 'all' | 'by-effect';
  /** Whether another service must help before the charge or after it. Left out: none. */
  readonly help?: 'before' | 'after';
  /** How long it waits for that help before it fails. */
  readonly helpTicks?: Ticks;
}

/** A request, and what is to be done about its key. */
export interface Asking {
  readonly input: KeyedServiceInput;
  readonly request: Received<RequestSent>;
}

/** What a command about the key of a request begins with. */
export const lookUp = (asking: Asking) => ({
  ...{ intent: asking.request.intent, key: lookUpKey(asking) },
});

/** What a request says of itself is all there is before its login was checked. */
function lookUpKey({ input, request }: Asking): string {
  // What a header that is absent becomes when it is put into a text.
  const key = request.key ?? 'idem:undefined';
  if (input.scope !== 'account') return key;
  const account = input.login === 'first' ? request.login : request.account;
  return `${account ?? ''}/${key}`;
}

/** Fields of an object may stand in any order and mean the same; a text with another order is another text. */
export function fingerprintOf({ input, request: { body } }: Asking): {
  readonly fingerprint?: string;
} {
  if (body === undefined || (input.fingerprint ?? 'off') === 'off') return {};
  return { fingerprint: input.fingerprint === 'canonical' ? canonical(JSON.parse(body)) : body };
}

export const isNobody = ({ login }: RequestSent): boolean => (login ?? null) === null;

export const isUnkeyed = ({ input, request }: Asking): boolean =>
  request.key === null && input.missing === 'run';
