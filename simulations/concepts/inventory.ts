import { code } from '@/simulations/concepts/chapters/code';
import { consequences } from '@/simulations/concepts/chapters/consequences';
import { database } from '@/simulations/concepts/chapters/database';
import { duplicates } from '@/simulations/concepts/chapters/duplicates';
import { http } from '@/simulations/concepts/chapters/http';
import { keys } from '@/simulations/concepts/chapters/keys';
import { meaning } from '@/simulations/concepts/chapters/meaning';
import { messaging } from '@/simulations/concepts/chapters/messaging';
import { natural } from '@/simulations/concepts/chapters/natural';
import { platforms } from '@/simulations/concepts/chapters/platforms';
import { races } from '@/simulations/concepts/chapters/races';
import { retries } from '@/simulations/concepts/chapters/retries';
import { store } from '@/simulations/concepts/chapters/store';
import { windows } from '@/simulations/concepts/chapters/windows';
import type { Chapter, Concept } from '@/simulations/concepts/concept';
import { contradictions } from '@/simulations/concepts/contradictions/contradictions';

const disagreements: Chapter = {
  id: 'contradictions',
  title: 'Where texts disagree',
  concepts: contradictions.map(({ number, title, position }) => ({
    ...{ number, title, kind: 'contradiction' },
    text: position,
  })),
};

/** Everything that a learner should meet, in teaching order. */
export const chapters: readonly Chapter[] = [
  ...[meaning, duplicates, consequences, retries, http, keys, store, windows, natural, database],
  ...[races, messaging, platforms, code, disagreements],
];

export const concepts: readonly Concept[] = chapters.flatMap((chapter) => chapter.concepts);

/** The titles of some rows, in their order; a number that is no row has none. */
export const titlesOf = (
  numbers: readonly number[],
): readonly Pick<Concept, 'number' | 'title'>[] =>
  concepts
    .filter(({ number }) => numbers.includes(number))
    .map(({ number, title }) => ({ number, title }));
