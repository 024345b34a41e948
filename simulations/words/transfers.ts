import type { Words } from '@/simulations/words/words';

/** Money that is taken from one account and given to another. */
export const TRANSFERS: Words = {
  facts: {
    'account.debited': { once: 'Ann has paid', again: 'Ann has paid again' },
    'account.credited': { once: 'Ben has the money', again: 'Ben has it again' },
  },
  timers: { converting: 'knows the exchange rate' },
};
