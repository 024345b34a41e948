import type { Cast } from '@/lib/engine/model';
import { cachedOrderService } from '@/simulations/actors/cached-order-service';
import { keyedOrderService } from '@/simulations/actors/keyed-order-service';
import { ORDER } from '@/simulations/effects';
import { orders } from '@/simulations/stages/backstage';
import { httpApi } from '@/simulations/stages/http-api';
import { type Loss, losingKeys } from '@/simulations/stages/losing-keys';

/** Twice as long as an order takes on a calm day. */
const LEASE_TICKS = 4;

interface Asked {
  readonly store: 'redis' | 'redis-and-constraint' | 'database';
  readonly loss: Loss;
}

/** One API, the orders, and a key store that may forget. */
export function castOf({ store, loss }: Asked): Cast {
  const { keys, beside } = losingKeys(loss);
  const constraint = store === 'redis-and-constraint';
  return httpApi({
    client: { path: '/orders', retries: 2, key: 'per-intent' },
    ...(store === 'database'
      ? { service: cachedOrderService, serviceInput: null }
      : {
          service: keyedOrderService,
          serviceInput: { keys: 'keys', claimTicks: LEASE_TICKS, constraint },
        }),
    instances: 1,
    // What a crash of the API does is another lesson. Here all harm shall come from the store.
    crashes: false,
    behind: [
      orders({
        ...(store === 'database' ? { keys: { unique: [['key']], fact: null } } : {}),
        orders: { unique: constraint ? [['key']] : [], fact: ORDER.fact },
      }),
      keys,
    ],
    beside,
  });
}
