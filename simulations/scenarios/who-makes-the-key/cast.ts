import type { Cast, ProcessId, ProcessSpec } from '@/lib/engine/model';
import { client, type ClientInput } from '@/simulations/actors/client';
import { keyedService } from '@/simulations/actors/keyed-service';
import { reloadedPage, type ReloadedPageInput } from '@/simulations/actors/reloaded-page';
import { keys, payments } from '@/simulations/stages/backstage';
import { clientInput, httpApi } from '@/simulations/stages/http-api';
import { purchase } from '@/simulations/stages/parts';

/** The second purchase is wanted when the first one is over, even if the page had to be loaded again for it. */
const SECOND_AT_TICKS = 25;
/** The customer looks at “We don’t know” for less than half a second. */
const PATIENCE_TICKS = 2;
export const RETRIES = 1;
/** The page on which the first purchase is made. */
export const PAGE_ACTOR = 'client.page';

export type Maker = 'per-attempt' | 'server-made' | 'timestamp' | 'per-page' | 'per-intent';

/** What the client of a purchase is told about keys. */
function keyInput(
  key: Maker,
  purchase: 1 | 2,
  page: string,
): Pick<ClientInput, 'key' | 'givenKey' | 'startsAt'> {
  switch (key) {
    case 'server-made':
      return { key: 'none' };
    case 'timestamp':
      // The second purchase is wanted five seconds later.
      return { key, givenKey: '12:00:0', startsAt: purchase === 1 ? 0 : 5 };
    case 'per-page':
      return { key: 'given', givenKey: `page-${page}` };
    default:
      return { key };
  }
}

/** Where each attempt has a key of its own anyway, a reload shows nothing new. */
const isReloaded = (key: Maker): boolean => key === 'per-page' || key === 'per-intent';

/**
 * One customer’s program: it makes two purchases, one after the other. Where nobody knows what became of the first,
 * the customer loads the page again and buys it again.
 */
function program(servers: readonly ProcessId[], key: Maker, pages: 1 | 2): ProcessSpec {
  const carrier = (id: string, keys: Pick<ClientInput, 'key'>, page?: string) => ({
    id,
    machine: client,
    input: clientInput(servers, {
      ...{ path: '/charges', retries: RETRIES, ...keys },
      ...(page !== undefined && { page }),
    }),
  });
  const first = { id: 'client.1', keys: keyInput(key, 1, '1') };
  const again = { id: 'client.again', keys: keyInput(key, 1, '1-reloaded') };
  const carriers = isReloaded(key) ? [first, again] : [first];
  const loadings = carriers.map(({ id, keys: { givenKey = null } }) => ({
    ...{ client: id, key: givenKey },
  }));
  return {
    ...{ id: 'client', group: 'client', label: 'client', kind: 'client', crashes: false },
    actors: [
      ...carriers.map(({ id, keys }) => carrier(id, keys, PAGE_ACTOR)),
      carrier('client.2', keyInput(key, 2, pages === 1 ? '1' : '2')),
      // The code shown is that of the first.
      {
        ...{ id: PAGE_ACTOR, machine: reloadedPage },
        input: { loadings, patienceTicks: PATIENCE_TICKS } satisfies ReloadedPageInput,
      },
    ],
  };
}

export const cast = ({
  key,
  purchases,
}: {
  readonly key: Maker;
  readonly purchases: '1' | '2';
}): Cast =>
  httpApi({
    client: { path: '/charges', retries: RETRIES, key: 'none' },
    clients: (servers) => [program(servers, key, purchases === '2' ? 1 : 2)],
    service: keyedService,
    serviceInput: { missing: key === 'server-made' ? 'generate' : 'refuse' },
    instances: 1,
    handlers: 3,
    network: { latestTicks: 2 },
    behind: [keys(), payments(2)],
    openings: [
      purchase(PAGE_ACTOR, 'A'),
      purchase('client.2', 'B', SECOND_AT_TICKS, 'customer', 250),
    ],
  });
