import { expect, it } from 'vitest';

import { actor } from '@/simulations/actors/acting';
import { orderBook } from '@/simulations/actors/order-book';

it('an order book hands an order over again until it is crossed out', () => {
  const { hears } = actor(orderBook, { worker: 'producer' });
  const handed = [{ to: 'producer', type: 'purchase.wanted', amount: 100 }];
  expect(hears({ type: 'purchase.wanted', amount: 100 }).sent).toMatchObject(handed);
  expect(hears(closed('somebody.1')).sent).toEqual([]);
  expect(hears(closed('producer.1')).sent).toMatchObject(handed);
  hears({ type: 'order.taken' });
  expect(hears(closed('producer.1')).sent).toEqual([]);
});

// Helpers

const closed = (peer: string) => ({ type: 'connection.closed', peers: [peer] });
