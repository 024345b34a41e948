import type { Words } from '@/simulations/words/words';

/** Whoever draws a key by chance. */
export const KEY_MAKER: Words = {
  messages: { 'pay.pressed': () => 'Pay' },
  timers: {
    drawsAnother: 'draws a key that nobody has',
    drawsTheSame: 'draws a key that somebody has',
  },
};
