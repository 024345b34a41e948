import type { Cast } from '@/lib/engine/model';
import { keyMaker } from '@/simulations/actors/key-maker';
import { serviceOf } from '@/simulations/scenarios/weak-key/code';
import { aliceAndBob, keyedApi } from '@/simulations/stages/keyed-api';
import { purchase } from '@/simulations/stages/parts';

/** What the first customer drew, and what the second may draw: of UUIDs, never the same. */
const DRAWS = {
  'six-chars': { first: 'k7x2qp', same: 'k7x2qp', another: 'm4w9zt' },
  milliseconds: { first: '12:00:00.417', same: '12:00:00.417', another: '12:00:00.418' },
  uuid: { first: '8e03978e-…', same: null, another: '5c1f0b7a-…' },
} as const;

/** The same millisecond can only be drawn at the same moment; a short text at any. */
const BOB_AT_TICKS = { 'six-chars': 10, milliseconds: 0, uuid: 10 } as const;
export const RETRIES = 1;

interface Settings {
  readonly keyspace: keyof typeof DRAWS;
  readonly scope: 'key' | 'tenant';
  readonly customers: 'apart' | 'together';
}

export const cast = ({ keyspace, scope, customers }: Settings): Cast => {
  const { first, ...draws } = DRAWS[keyspace];
  const isOneTenant = customers === 'together';
  return keyedApi({
    service: serviceOf({ scope }),
    clients: aliceAndBob(
      { retries: RETRIES, givenKey: first, says: { account: isOneTenant ? 'shop' : 'shop-1' } },
      {
        ...{ retries: RETRIES, says: { account: isOneTenant ? 'shop' : 'shop-2' } },
        own: { name: 'chance', machine: keyMaker, input: { client: 'client-b', draws } },
      },
    ),
    handlers: 3,
    openings: [
      purchase('client-a', 'A'),
      purchase('client-b.chance', 'B', BOB_AT_TICKS[keyspace], 'customer', 250),
    ],
  });
};
