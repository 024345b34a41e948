import type { Cast } from '@/lib/engine/model';
import { accountService, type AccountServiceInput } from '@/simulations/actors/account-service';
import type { DatabaseInput } from '@/simulations/actors/database/state';
import { DEPOSIT } from '@/simulations/effects';
import { orders } from '@/simulations/stages/backstage';
import { twoEditors } from '@/simulations/stages/two-editors';

/** By then the other client is done, unless something is late. */
const AFTER_THE_OTHER = 6;

const REQUESTS = {
  increment: { method: 'POST', path: '/balance', wants: 'amount' },
  set: { method: 'PUT', path: '/balance', wants: { sumOf: 'balance' } },
  'set-once': { method: 'PUT', path: '/deposits/', wants: 'amount' },
  upsert: { method: 'PUT', path: '/balance', wants: { sumOf: 'balance' } },
} as const;

const WRITES = { made: DEPOSIT.fact, undone: DEPOSIT.undoneBy ?? '' };

/** 500 are there before, but for the upsert: that makes the row. */
function tablesFor(operation: keyof typeof REQUESTS): DatabaseInput['tables'] {
  if (operation === 'set-once') {
    const initial = [{ deposit: 'opening', amount: 500 }];
    return { deposits: { unique: [['deposit']], fact: DEPOSIT.fact, initial } };
  }
  const initial = operation === 'upsert' ? [] : [{ account: 'shop', balance: 500 }];
  return { accounts: { unique: [['account']], fact: null, writes: WRITES, initial } };
}

interface Asked extends AccountServiceInput {
  readonly times: number;
}

/** Two clients and one account; the other client is first, and done before the client begins. */
export function cast({ operation, times }: Asked): Cast {
  const { path, ...request } = REQUESTS[operation];
  const deposits = (name: string) => ({
    ...{ ...request, reads: '/balance', ifMatch: false, learns: null },
    path: operation === 'set-once' ? `${path}${name}` : path,
  });
  return twoEditors({
    client: { ...deposits('a7'), times },
    other: deposits('b3'),
    atTicks: { client: AFTER_THE_OTHER, other: 0 },
    service: accountService,
    serviceInput: { operation },
    behind: [orders(tablesFor(operation))],
  });
}
