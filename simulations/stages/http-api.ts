import type { AnyStateMachine } from 'xstate';

import type { Cast, ProcessSpec } from '@/lib/engine/model';
import { client, type ClientInput } from '@/simulations/actors/client';
import { database } from '@/simulations/actors/database';
import type { DatabaseInput } from '@/simulations/actors/database/state';
import { keyStore } from '@/simulations/actors/key-store';
import { paymentProvider } from '@/simulations/actors/payment-provider';
import {
  CUSTOMER,
  participant,
  purchase,
  reliable,
  server,
  unreliable,
} from '@/simulations/stages/parts';

/** 1 tick = 200 ms: the client’s second of patience is five of them, so a search over all schedules stays small. */
const TICK_MS = 200;
const NETWORK_TICKS = 1;
const PROVIDER_TICKS = 1;
const TIMEOUT_TICKS = 5;
const BACKOFF_TICKS = 2;
/** Longer than the timeout, so that an original can meet its own retry. */
export const LATEST_TICKS = 6;

export interface HttpApi {
  readonly client: Pick<ClientInput, 'path' | 'retries' | 'key'>;
  readonly service: AnyStateMachine;
  readonly serviceInput: unknown;
  readonly instances: number;
  /** What stands behind the API. */
  readonly stores: readonly ('keys' | 'payments' | 'orders')[];
  readonly tables?: DatabaseInput['tables'];
}

/** Customer, client, network, one or two instances of an API, and what stands behind them. */
export function httpApi(api: HttpApi): Cast {
  const names = api.instances === 1 ? ['api-a'] : ['api-a', 'api-b'];
  const instances = names.map((id) => {
    const label = names.length === 1 ? 'api' : id.replace('-', ' ');
    // A handler for every attempt that there can be, and one for a patient person's last.
    return server(
      { id, group: 'api', label, kind: 'service' },
      api.client.retries + 2,
      api.service,
      api.serviceInput,
    );
  });
  const behind = STORES.filter(({ id }) => api.stores.includes(id)).map(({ make }) => make(api));
  return {
    tickMs: TICK_MS,
    processes: [
      CUSTOMER,
      participant('client', 'client', 'client', client, {
        ...{ method: 'POST', servers: names, ...api.client },
        ...{ timeoutTicks: TIMEOUT_TICKS, backoffTicks: BACKOFF_TICKS },
      }),
      ...instances,
      ...behind,
    ],
    links: names.flatMap((name) => [
      unreliable('client', name, NETWORK_TICKS, LATEST_TICKS),
      reliable(name, 'keys'),
      reliable(name, 'orders'),
      reliable(name, 'payments', PROVIDER_TICKS, LATEST_TICKS),
    ]),
    openings: [purchase('client', 'A')],
  };
}

const STORES: readonly {
  readonly id: HttpApi['stores'][number];
  readonly make: (api: HttpApi) => ProcessSpec;
}[] = [
  { id: 'keys', make: () => participant('keys', 'store', 'key store', keyStore) },
  {
    id: 'orders',
    make: ({ tables = {} }) => participant('orders', 'database', 'database', database, { tables }),
  },
  {
    id: 'payments',
    make: () => participant('payments', 'provider', 'card provider', paymentProvider),
  },
];
