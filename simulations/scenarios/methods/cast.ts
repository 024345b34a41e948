import type { Cast } from '@/lib/engine/model';
import { resourceService } from '@/simulations/actors/resource-service';
import { EFFECT } from '@/simulations/effects';
import { orders } from '@/simulations/stages/backstage';
import { twoEditors } from '@/simulations/stages/two-editors';

const USER = '/users/1';
const POINTS = '/points/1';

/** What the client sends. The other client always puts another name to the user. */
const REQUESTS = {
  POST: { method: 'POST', path: '/orders', wants: 'amount', mayMatch: false },
  PUT: { method: 'PUT', path: USER, wants: { value: 'Alice' }, mayMatch: true },
  DELETE: { method: 'DELETE', path: USER, wants: { value: null }, mayMatch: true },
  GET: { method: 'GET', path: USER, wants: { value: null }, mayMatch: false },
  HEAD: { method: 'HEAD', path: USER, wants: { value: null }, mayMatch: false },
  'PATCH-relative': { method: 'PATCH', path: POINTS, wants: 'amount', mayMatch: true },
  'PATCH-absolute': { method: 'PATCH', path: USER, wants: { value: 'Alice' }, mayMatch: true },
} as const;

interface Asked {
  readonly method: keyof typeof REQUESTS;
  readonly times: number;
  readonly ifMatch: 'off' | 'on';
}

/** The other client begins when the last copy is answered, unless something is late; and late is after that. */
const otherAtTicks = (times: number) => 12 + 2 * times;
const latestTicks = (times: number) => otherAtTicks(times) + 8;

/** The other client’s change is the newer one: that it stands in the end is as it should be. */
const WRITES = {
  ...{ made: EFFECT.fact, undone: EFFECT.undoneBy ?? '' },
  inPlaceOf: { B: ['A'] },
};

/** Two clients and one user. */
export function cast({ method: name, times, ifMatch }: Asked): Cast {
  const { mayMatch, method, path, wants } = REQUESTS[name];
  const matches = mayMatch && ifMatch === 'on';
  const isReading = method === 'GET' || method === 'HEAD';
  return twoEditors({
    client: {
      ...{ method, path, wants, times, ifMatch: matches, reads: matches ? path : null },
      learns: isReading ? EFFECT.fact : null,
    },
    other: {
      ...{ method: 'PUT', path: USER, wants: { value: 'Bob' }, reads: USER, learns: null },
      ifMatch: ifMatch === 'on',
    },
    atTicks: { client: 0, other: otherAtTicks(times) },
    latestTicks: latestTicks(times),
    service: resourceService,
    serviceInput: null,
    behind: [
      orders({
        users: {
          ...{ unique: [['id']], fact: null, writes: WRITES },
          initial: [{ id: 1, name: 'Carol' }],
        },
        ...(path === POINTS
          ? {
              points: {
                ...{ unique: [['id']], fact: null, writes: WRITES },
                initial: [{ id: 1, points: 500 }],
              },
            }
          : {}),
        ...(method === 'POST' ? { orders: { unique: [], fact: EFFECT.fact } } : {}),
      }),
    ],
  });
}
