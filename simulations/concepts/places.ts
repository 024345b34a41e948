import { catalogue } from '@/simulations/catalogue';
import { readings } from '@/simulations/concepts/readings/readings';
import { tools } from '@/simulations/tools/registry';

/** Where a learner meets a concept. */
export interface Place {
  readonly kind: 'scenario' | 'tool' | 'reading';
  /** The address, from the home page. */
  readonly href: string;
  readonly title: string;
  readonly concepts: readonly number[];
}

/** Every place there is, best first: what can be played before what can be read. */
const places: readonly Place[] = [
  ...catalogue.map(({ slug, title, concepts }) => ({
    ...{ kind: 'scenario' as const, href: `lab/${slug}`, title, concepts },
  })),
  ...tools.map(({ slug, title, concepts }) => ({
    ...{ kind: 'tool' as const, href: `tools/${slug}`, title, concepts },
  })),
  ...readings.flatMap(({ slug, title, sections }) =>
    sections.map(({ id, concepts }) => ({
      ...{ kind: 'reading' as const, href: `concepts/${slug}#${id}`, title, concepts },
    })),
  ),
];

/** A concept’s places; of a reading only the first section that deals with it. */
export const placesOf = (concept: number): readonly Place[] => {
  const found = places.filter(({ concepts }) => concepts.includes(concept));
  return found.filter(({ kind, title }, index) => {
    const first = found.findIndex((other) => other.kind === kind && other.title === title);
    return first === index;
  });
};
