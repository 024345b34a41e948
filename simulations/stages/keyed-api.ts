import type { Cast, Opening, ProcessId, ProcessSpec } from '@/lib/engine/model';
import { client, type ClientInput } from '@/simulations/actors/client';
import { keyedService } from '@/simulations/actors/keyed-service';
import type { KeyedServiceInput } from '@/simulations/actors/keyed-service/asking';
import { type Backstage, keys, payments } from '@/simulations/stages/backstage';
import { clientInput, httpApi } from '@/simulations/stages/http-api';
import { type OwnActor, participant, retry } from '@/simulations/stages/parts';

/** A short way, so that a search over all schedules of two purchases stays small. */
const NEAR_TICKS = 2;

export interface KeyedApi {
  readonly service: KeyedServiceInput;
  readonly clients: (servers: readonly ProcessId[]) => readonly ProcessSpec[];
  readonly openings?: readonly Opening[];
  /** How many requests the API can serve at once. */
  readonly handlers: number;
  /** Who else stands behind it. */
  readonly behind?: readonly Backstage[];
  /** Cards that the provider declines. */
  readonly declines?: readonly string[];
}

/** Clients, an API that decides about keys, its key store, and the card provider. */
export const keyedApi = (api: KeyedApi): Cast =>
  httpApi({
    client: { path: '/charges', retries: 0, key: 'given' },
    clients: api.clients,
    service: keyedService,
    serviceInput: api.service,
    instances: 1,
    handlers: api.handlers,
    network: { latestTicks: NEAR_TICKS },
    behind: [keys(), ...(api.behind ?? []), payments(NEAR_TICKS, api.declines)],
    ...(api.openings && { openings: api.openings }),
  });

type Buyer = Pick<ClientInput, 'retries'> & Partial<ClientInput> & { readonly own?: OwnActor };

/** Two customers with a client each: `client-a` of Alice, `client-b` of Bob. */
export const aliceAndBob =
  (alice: Buyer, bob: Buyer) =>
  (servers: readonly ProcessId[]): readonly ProcessSpec[] => [
    buyer('client-a', 'client a', servers, alice),
    buyer('client-b', 'client b', servers, bob),
  ];

function buyer(
  id: ProcessId,
  label: string,
  servers: readonly ProcessId[],
  { own, ...input }: Buyer,
): ProcessSpec {
  const said = clientInput(servers, { path: '/charges', key: 'given', ...input });
  const one = participant(id, 'client', label, client, said);
  const before = own ? [{ input: null, ...own, id: `${id}.${own.name}` }] : [];
  return { ...one, group: 'client', actors: [...before, ...one.actors] };
}

/** What Alice means is A, what Bob means is B: whom to ask once more. */
export const retryOfTheirs = (intent: string) =>
  retry(intent === 'A' ? 'client-a' : 'client-b')(intent);

export const TWO_PURCHASES = [
  { id: 'A', label: 'Purchase A' },
  { id: 'B', label: 'Purchase B' },
] as const;
