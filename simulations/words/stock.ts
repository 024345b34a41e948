import type { Words } from '@/simulations/words/words';

/** A service that knows what is in stock. */
export const STOCK: Words = {
  messages: { 'stock.asked': () => 'check the stock', 'stock.answered': () => 'in stock' },
  replies: ['stock.answered'],
};
