import { expect, it, vi } from 'vitest';

import { shop } from '@/lib/engine/toy-casts';
import { explore } from '@/lib/explorer/explore';
import type { Question } from '@/lib/explorer/question';

/** As if the search had found a way that does not exist. */
vi.mock('@/lib/explorer/follow', () => ({ follow: () => null }));

const question: Question = {
  cast: shop({ memory: false }),
  meant: {
    intents: [{ id: 'work-1', label: 'Work 1' }],
    effects: [{ fact: 'note.written', noun: 'notes', did: 'noted' }],
  },
  bounds: { losses: 1, duplicates: 0, crashes: 0, retries: 1 },
  calmAttempt: (intent) => ({
    ...{ from: 'person', to: 'asker', message: { type: 'work.wanted', intent } },
  }),
};

it.each([false, true])(
  'what was found and can’t be played is not passed over in silence (unreduced: %s)',
  (unreduced) => {
    expect(() => explore(question, { unreduced })).toThrow('can’t be played');
  },
);
