import type { Reading } from '@/simulations/concepts/reading';
import { code } from '@/simulations/concepts/readings/code';
import { disagreements } from '@/simulations/concepts/readings/contradictions';
import { exactlyOnce } from '@/simulations/concepts/readings/exactly-once';
import { glossary } from '@/simulations/concepts/readings/glossary';
import { idempotent } from '@/simulations/concepts/readings/idempotent';
import { onePage } from '@/simulations/concepts/readings/one-page';
import { questions } from '@/simulations/concepts/readings/questions';
import { seenIsNotDone } from '@/simulations/concepts/readings/seen-is-not-done';
import { testing } from '@/simulations/concepts/readings/testing';
import { whereItMatters } from '@/simulations/concepts/readings/where-it-matters';
import { whyDuplicates } from '@/simulations/concepts/readings/why-duplicates';

/** The readings, in the order in which they are best read. */
export const readings: readonly Reading[] = [
  ...[idempotent, whyDuplicates, whereItMatters, seenIsNotDone, exactlyOnce, testing],
  ...[code, questions, disagreements, onePage, glossary],
];

export const readingBySlug = (slug: string): Reading | undefined =>
  readings.find((reading) => reading.slug === slug);
