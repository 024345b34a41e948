import type { Words } from '@/simulations/words/words';

/** A page and the customer before it. */
export const PAGE: Words = {
  messages: {
    'pay.pressed': () => 'Pay',
    'answer.shown': () => 'shows the answer',
    'request.given-up': () => 'no answer',
  },
  timers: {
    impatient: 'no answer yet: Pay is pressed again',
    enabledAgain: 'the button takes it again: Pay is pressed again',
    unsure: 'nobody knows: the page is loaded again, and Pay is pressed',
    disabled: 'no answer yet, but the button is disabled',
  },
};
