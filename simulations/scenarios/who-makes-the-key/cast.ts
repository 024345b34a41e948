import type { Cast, ProcessId, ProcessSpec } from '@/lib/engine/model';
import { client, type ClientInput } from '@/simulations/actors/client';
import { keyedService } from '@/simulations/actors/keyed-service';
import { keys, payments } from '@/simulations/stages/backstage';
import { clientInput, httpApi } from '@/simulations/stages/http-api';
import { purchase } from '@/simulations/stages/parts';

/** The second purchase is wanted when the first one is over, even if it had to be tried again. */
const SECOND_AT_TICKS = 10;
export const RETRIES = 1;

export type Maker = 'per-attempt' | 'server-made' | 'timestamp' | 'per-page' | 'per-intent';

/** What the client of a purchase is told about keys. */
function keyInput(
  key: Maker,
  purchase: 1 | 2,
  page: number,
): Pick<ClientInput, 'key' | 'givenKey'> {
  switch (key) {
    case 'server-made':
      return { key: 'none' };
    case 'timestamp':
      return { key, givenKey: purchase === 1 ? '12:00:0' : '12:00:1' };
    case 'per-page':
      return { key: 'given', givenKey: `page-${page}` };
    default:
      return { key };
  }
}

/** One customer’s program: it makes two purchases, one after the other. */
const program = (servers: readonly ProcessId[], key: Maker, pages: 1 | 2): ProcessSpec => ({
  ...{ id: 'client', group: 'client', label: 'client', kind: 'client', crashes: false },
  actors: ([1, 2] as const).map((nth) => ({
    id: `client.${nth}`,
    machine: client,
    input: clientInput(servers, {
      ...{ path: '/charges', retries: RETRIES },
      ...keyInput(key, nth, pages === 1 ? 1 : nth),
    }),
  })),
});

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
      purchase('client.1', 'A'),
      purchase('client.2', 'B', SECOND_AT_TICKS, 'customer', 250),
    ],
  });
