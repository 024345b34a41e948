import { describe, expect, it } from 'vitest';

import { NOBODY } from '@/lib/engine/network';
import { actor } from '@/simulations/actors/acting';
import { orderLog } from '@/simulations/actors/order-log';

describe('order log', () => {
  it('tells whoever orders that it is done when the order is in it', () => {
    expect(actor(orderLog).hears(ORDER).facts).toMatchObject([{ intent: 'A', says: 'done' }]);
  });

  it('shows a record at its offset, as often as it is asked', () => {
    const { hears } = actor(orderLog);
    hears(ORDER);
    const fetched = [{ type: 'record.fetched', id: 'order-A', offset: 0 }];
    expect(hears(poll(0)).sent).toMatchObject(fetched);
    expect(hears(poll(0)).sent).toMatchObject(fetched);
    expect(hears(poll(1)).sent).toEqual([]);
  });

  it('lets a reader wait for what is not there yet', () => {
    const { hears } = actor(orderLog);
    hears(poll(0));
    expect(hears(ORDER).sent).toMatchObject([{ to: 'worker.1', type: 'record.fetched' }]);
    expect(hears(ORDER).sent).toEqual([]);
  });

  it('forgets a reader that has died, and no other', () => {
    const { hears } = actor(orderLog);
    hears(poll(0));
    hears({ type: 'connection.closed', peers: ['somebody.1'] });
    expect(hears(ORDER).sent).toHaveLength(1);
    hears(poll(1));
    hears({ type: 'connection.closed', peers: ['worker.1'] });
    expect(hears(ORDER).sent).toEqual([]);
  });

  it('lets nobody wait in the place of somebody: what the dead had asked may come last', () => {
    const { hears } = actor(orderLog);
    hears(poll(0));
    hears({ ...poll(0), from: NOBODY });
    expect(hears(ORDER).sent).toMatchObject([{ to: 'worker.1' }]);
  });
});

// Helpers

const ORDER = { type: 'purchase.wanted', amount: 100 };
const poll = (offset: number) => ({ type: 'record.polled', from: 'worker.1', offset });
