import type { Scenario } from '@/lib/scenario/scenario';
import type { KeyedServiceInput } from '@/simulations/actors/keyed-service/asking';
import { keyedCode } from '@/simulations/code/keyed-service';

interface Settings {
  readonly scope: 'key' | 'tenant';
  readonly check: 'before-auth' | 'after-auth';
}

export const serviceOf = ({ scope, check }: Settings): KeyedServiceInput => ({
  scope: scope === 'tenant' ? 'account' : 'key',
  login: check === 'after-auth' ? 'first' : 'last',
});

/** The server’s code: under which name it keeps a key, and when it asks who is there. */
export const code = (settings: Settings): ReturnType<Scenario['code']> =>
  keyedCode(serviceOf(settings), remarkOn(settings));

function remarkOn({ scope, check }: Settings): string {
  if (scope === 'key') return 'A key is a name that somebody else chose. Others may choose it too.';
  return check === 'after-auth'
    ? 'The account comes from the login, where nobody can write what they like.'
    : 'The account comes from the request, where anybody can write what they like.';
}
