import type { Scenario } from '@/lib/scenario/scenario';
import type { KeyedServiceInput } from '@/simulations/actors/keyed-service/asking';
import { keyedCode } from '@/simulations/code/keyed-service';

interface Settings {
  readonly fingerprint: 'off' | 'on';
  readonly canonical: 'off' | 'on';
}

export const serviceOf = ({ fingerprint, canonical }: Settings): KeyedServiceInput => ({
  fingerprint: fingerprint === 'off' ? 'off' : canonical === 'on' ? 'canonical' : 'as-written',
});

/** The server’s code: what it keeps beside the key, and compares. */
export const code = (settings: Settings): ReturnType<Scenario['code']> =>
  keyedCode(serviceOf(settings), REMARKS[serviceOf(settings).fingerprint ?? 'off']);

const REMARKS = {
  off: 'Nobody looks into the body of a request whose key is known.',
  'as-written': 'The same cart with its fields in another order has another fingerprint.',
  canonical: 'Sorted first, then hashed: what means the same has the same fingerprint.',
} as const;
