import { catalogue, scenariosOn, stages } from '@/simulations/catalogue';
import { FIRST_LESSONS } from '@/simulations/first-lessons';

const LAST = stages.map((stage) => scenariosOn(stage).at(-1)?.slug);

/**
 * Scenarios that stand for all in what takes long to look at: the first lessons, and the last of each
 * stage. What is quick is looked at on the page of every one.
 */
export const someScenarios = catalogue.filter(
  ({ slug }) => FIRST_LESSONS.includes(slug) || LAST.includes(slug),
);
