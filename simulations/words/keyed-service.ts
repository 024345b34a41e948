import type { HelpRequested } from '@/simulations/messages';
import type { Words } from '@/simulations/words/words';

/** A service that decides about keys, and who helps it. */
export const KEYED_SERVICE: Words = {
  messages: {
    'help.requested': ({ task }: HelpRequested) => task,
    'help.answered': () => 'done',
  },
  replies: ['help.answered'],
  facts: { 'key.made': { once: 'no key came, so it makes one' } },
  timers: {
    checking: 'no help in time: it fails',
    finishing: 'no help in time: it fails',
  },
};
