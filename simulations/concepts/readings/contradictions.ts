import { contradictions } from '@/simulations/concepts/contradictions/contradictions';
import type { Reading } from '@/simulations/concepts/reading';

/** Every contradiction as an entry of its own. */
export const disagreements: Reading = {
  slug: 'contradictions',
  title: 'Where texts disagree',
  lead: 'What is written about idempotency contradicts itself, and now and then the systems that it is about. Here is what is said, what holds, and what is taught in this lab.',
  sections: contradictions.map(({ number, title, claims, truth, source, position, shows }) => ({
    id: `c-${number}`,
    title,
    concepts: [number],
    blocks: [
      { kind: 'claims', claims, truth, source, position },
      { kind: 'plays', plays: shows },
    ],
  })),
};
