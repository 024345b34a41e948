import type { Scenario } from '@/lib/scenario/scenario';
import type { KeyedServiceInput } from '@/simulations/actors/keyed-service/asking';
import { keyedCode } from '@/simulations/code/keyed-service';

type Scope = 'key' | 'tenant';

export const serviceOf = ({ scope }: { readonly scope: Scope }): KeyedServiceInput => ({
  scope: scope === 'tenant' ? 'account' : 'key',
});

/** The server’s code: it can’t see how a key was made, only keep tenants apart. */
export const code = (settings: {
  readonly keyspace: keyof typeof REMARKS;
  readonly scope: Scope;
}): ReturnType<Scenario['code']> => keyedCode(serviceOf(settings), REMARKS[settings.keyspace]);

const REMARKS = {
  'six-chars': 'The client: Math.random().toString(36).slice(2, 8). The server can’t see that.',
  milliseconds: 'The client: Date.now(). The server can’t see that.',
  uuid: 'The client: crypto.randomUUID(). The server relies on it, and need not look.',
} as const;
