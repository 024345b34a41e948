import {
  initialSettings,
  isScale,
  positionsOf,
  readPosition,
  type Settings,
} from '@/lib/scenario/knobs';
import type { Scenario } from '@/lib/scenario/scenario';
import { catalogue, scenarioBySlug } from '@/simulations/catalogue';

import { BadInput } from '../arguments.ts';

import { nearest } from './nearest.ts';

/** The scenario that a slug names. Throws `BadInput` if there is none. */
export function readScenario(slug: string): Scenario {
  const scenario = scenarioBySlug(slug);
  if (scenario) return scenario;
  const near = nearest(
    slug,
    catalogue.map((known) => known.slug),
  );
  const meant = near === null ? '' : `; did you mean ${near}?`;
  throw new BadInput(`no scenario "${slug}"${meant || ';'} \`lab list\` names them all`);
}

/** The scenarios that slugs name, in teaching order; all of them for none. */
export function readScenarios(slugs: readonly string[]): readonly Scenario[] {
  const named = slugs.map(readScenario);
  return named.length === 0 ? catalogue : catalogue.filter((scenario) => named.includes(scenario));
}

/** Settings from `knob=value` texts; knobs not named stand where they stand at first. */
export const readSettings = (scenario: Scenario, sets: readonly string[]): Settings =>
  sets.reduce(
    (all, set) => ({ ...all, ...readSet(scenario, set) }),
    initialSettings(scenario.knobs),
  );

function readSet(scenario: Scenario, text: string): Settings {
  const [name = '', ...rest] = text.split('=');
  const knob = Object.hasOwn(scenario.knobs, name) ? scenario.knobs[name] : undefined;
  if (!knob) {
    const names = Object.keys(scenario.knobs).join(', ');
    throw new BadInput(`${scenario.slug} has no knob "${name}"; it has ${names}`);
  }
  const position = readPosition(knob, rest.join('='));
  if (position === null) {
    const positions = positionsOf(knob);
    const known = isScale(knob)
      ? `a number from ${positions[0]} to ${positions.at(-1)}`
      : positions.join(', ');
    throw new BadInput(`"${name}" can't be "${rest.join('=')}"; it can be ${known}`);
  }
  return { [name]: position };
}
