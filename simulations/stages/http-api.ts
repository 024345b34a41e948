import type { AnyStateMachine } from 'xstate';

import type { Cast, Link, Opening, ProcessId, ProcessSpec } from '@/lib/engine/model';
import { client, type ClientInput } from '@/simulations/actors/client';
import { type Backstage, LATEST_TICKS } from '@/simulations/stages/backstage';
import {
  CUSTOMER,
  type OwnActor,
  participant,
  purchase,
  server,
  unreliable,
} from '@/simulations/stages/parts';

/** 1 tick = 200 ms: the client’s second of patience is five of them, so a search over all schedules stays small. */
const TICK_MS = 200;
const NETWORK_TICKS = 1;
const TIMEOUT_TICKS = 5;
const BACKOFF_TICKS = 2;

export interface HttpApi {
  readonly client: Pick<ClientInput, 'path' | 'retries' | 'key'> & Partial<ClientInput>;
  /** Who asks, if not one client alone. They are wired to every instance. */
  readonly clients?: (servers: readonly ProcessId[]) => readonly ProcessSpec[];
  readonly service: AnyStateMachine;
  readonly serviceInput: unknown;
  /** What handlers of an instance are made with, if it is not the same for all. */
  readonly inputOf?: (instance: ProcessId) => unknown;
  readonly instances: number;
  /** How many requests an instance can serve at once. Left out: every attempt there can be, and one more. */
  readonly handlers?: number;
  /** Whether an instance may crash. Left out: it may. */
  readonly crashes?: boolean;
  /** What an instance has of its own beside its handlers, such as its memory. A crash takes it along. */
  readonly own?: readonly OwnActor[];
  /** What stands behind the API. */
  readonly behind: readonly Backstage[];
  /** Who stands beside those, wired to some of them and not to the API. */
  readonly beside?: { readonly processes: readonly ProcessSpec[]; readonly links: readonly Link[] };
  /** Left out: one purchase, at once. */
  readonly openings?: readonly Opening[];
  readonly tickMs?: number;
  /** What the network between clients and API may do. Left out: it may lose, double and delay whatever it carries. */
  readonly network?: Partial<Pick<Link, 'latestTicks' | 'lossy'>>;
}

/** What a client of this stage is made with, unless it says otherwise. */
export const clientInput = (
  servers: readonly ProcessId[],
  input: HttpApi['client'],
): ClientInput => ({
  ...{ method: 'POST', servers, timeoutTicks: TIMEOUT_TICKS, backoffTicks: BACKOFF_TICKS },
  ...input,
});

/** Customer, client, network, one or two instances of an API, and what stands behind them. */
export function httpApi(api: HttpApi): Cast {
  const names = api.instances === 1 ? ['api-a'] : ['api-a', 'api-b'];
  const instances = names.map((id) => {
    const label = names.length === 1 ? 'api' : id.replace('-', ' ');
    return server(
      { id, group: 'api', label, kind: 'service', crashes: api.crashes ?? true },
      api.handlers ?? api.client.retries + 2,
      api.service,
      api.inputOf?.(id) ?? api.serviceInput,
      api.own,
    );
  });
  const clients = api.clients?.(names) ?? [
    participant('client', 'client', 'client', client, clientInput(names, api.client)),
  ];
  return {
    tickMs: api.tickMs ?? TICK_MS,
    processes: [
      ...[CUSTOMER, ...clients, ...instances, ...api.behind.map(({ process }) => process)],
      ...(api.beside?.processes ?? []),
    ],
    links: [
      ...names.flatMap((name) => [
        ...clients.map(({ id }) => ({
          ...unreliable(id, name, NETWORK_TICKS, LATEST_TICKS),
          ...api.network,
        })),
        ...api.behind.map(({ process, usualTicks, latestTicks, lossy = false }) => ({
          ...{ between: [name, process.id] as const, usualTicks, latestTicks, lossy },
        })),
      ]),
      ...(api.beside?.links ?? []),
    ],
    openings: api.openings ?? [purchase('client', 'A')],
  };
}
