import { describe, expect, it } from 'vitest';

import { actor } from '@/simulations/actors/acting';
import { cachedOrderService } from '@/simulations/actors/cached-order-service';
import { keyedOrderService } from '@/simulations/actors/keyed-order-service';
import { neighbour } from '@/simulations/actors/neighbour';

describe('keyed order service', () => {
  it('claims where it is told to, writes, saves there and replies', () => {
    const { hears, state } = actor(keyedOrderService, {
      ...{ keys: 'api-a.memory', claimTicks: null, constraint: false },
    });
    expect(hears(REQUEST).sent).toEqual([
      { to: 'api-a.memory', type: 'key.claimed', intent: 'A', key: 'k' },
    ]);
    expect(statementOf(hears(key(true, null)))).toMatchObject({
      ...{ op: 'insert', table: 'orders', onConflict: 'error' },
    });
    expect(hears(rows(1)).sent).toMatchObject([{ to: 'api-a.memory', type: 'key.saved' }]);
    expect(hears(key(true, null)).sent).toMatchObject([{ status: 201, replayed: false }]);
    expect(state()).toBe('idle');
  });

  it('with a constraint looks at how many rows it wrote: none is an order made before', () => {
    const { hears } = actor(keyedOrderService, { keys: 'keys', claimTicks: 4, constraint: true });
    expect(hears(REQUEST).sent).toMatchObject([{ type: 'key.claimed', expiresIn: 4 }]);
    expect(statementOf(hears(key(true, null)))).toMatchObject({ onConflict: 'nothing' });
    hears(rows(0));
    expect(hears(key(true, null)).sent).toMatchObject([{ status: 201, replayed: true }]);
  });

  it('answers what is done, and tells others to come back', () => {
    const { hears } = actor(keyedOrderService, { keys: 'keys', claimTicks: 4, constraint: false });
    hears(REQUEST);
    expect(hears(key(false, 'done')).sent).toMatchObject([{ status: 201, replayed: true }]);
    hears(REQUEST);
    expect(hears(key(false, 'in-progress')).sent).toMatchObject([{ status: 409 }]);
    hears(REQUEST);
    // Neither ours nor anybody’s: the store is full.
    expect(hears(key(false, null)).sent).toMatchObject([{ status: 409 }]);
  });
});

describe('cached order service', () => {
  it('believes the cache when it says done', () => {
    const { hears, state } = actor(cachedOrderService);
    expect(hears(REQUEST).sent).toMatchObject([{ type: 'key.read', key: 'k' }]);
    expect(hears(key(true, 'done')).sent).toMatchObject([{ status: 201, replayed: true }]);
    expect(state()).toBe('idle');
  });

  it.each([
    ['writes key and order', 1, ['begin', 'insert', 'insert', 'commit'], false],
    ['rolls back if the key is there', 0, ['begin', 'insert', 'rollback'], true],
  ] as const)('else asks the database, and %s', (_, count, statements, replayed) => {
    const { hears } = actor(cachedOrderService);
    hears(REQUEST);
    const asked = [statementOf(hears(key(false, null)))];
    asked.push(statementOf(hears(rows(0))));
    while (asked.length < statements.length) asked.push(statementOf(hears(rows(count))));
    expect(asked).toMatchObject(statements.map((op) => ({ op })));
    expect(hears(rows(0)).sent).toMatchObject([{ type: 'key.saved' }]);
    expect(hears(key(true, null)).sent).toMatchObject([{ status: 201, replayed }]);
  });
});

describe('neighbour', () => {
  it('has nothing to say once it has begun', () => {
    expect(actor(neighbour, { store: 'keys' }).hears({ type: 'key.answered' }).handled).toBe(false);
  });
});

// Helpers

const statementOf = ({ sent }: ReturnType<ReturnType<typeof actor>['hears']>) =>
  sent[0]?.['statement'];

const REQUEST = {
  ...{ type: 'request.sent', method: 'POST', path: '/orders' },
  ...{ amount: 100, attempt: 1, key: 'k' },
};
const key = (ok: boolean, status: string | null) => ({
  ...{ type: 'key.answered', ok },
  found: status === null ? null : { status, body: null },
});
const rows = (count: number) => ({
  ...{ type: 'statement.answered', sqlstate: null, command: 'insert', count, rows: [] },
});
