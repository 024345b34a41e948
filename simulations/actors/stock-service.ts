import { setup } from 'xstate';

import type { Effect, Received } from '@/lib/engine/model';
import { sayer } from '@/simulations/actors/say';
import type { StockAnswered, StockAsked } from '@/simulations/messages';

const say = sayer<object, Received<StockAsked>>();

/** A service next door that knows what is in stock: always some. What matters of it is how long it takes. */
export const stockService = setup({
  types: {
    context: {},
    events: {} as Received<StockAsked>,
    emitted: {} as Effect,
  },
  actions: {
    answer: say(({ event: { from, intent } }) => ({
      to: from,
      message: { type: 'stock.answered', intent } satisfies StockAnswered,
    })),
  },
}).createMachine({
  id: 'stock-service',
  context: {},
  initial: 'open',
  states: { open: { on: { 'stock.asked': { actions: 'answer' } } } },
});
