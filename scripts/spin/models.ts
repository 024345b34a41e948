import type { Bounds } from '@/lib/explorer/question';
import { initialSettings, type Settings } from '@/lib/scenario/knobs';
import { boundsOf } from '@/lib/scenario/question';
import type { Claim, Scenario } from '@/lib/scenario/scenario';
import { catalogue } from '@/simulations/catalogue';

import type { Question } from './explorer-verdicts.ts';

/** Scenarios that have a model in spin/, and what their knobs are called there. */
const KNOBS: Readonly<Record<string, (settings: Settings) => readonly string[]>> = {
  'lost-response': ({ key }) => (key === 'per-intent' ? ['KEY_PER_INTENT'] : []),
  'check-then-act': ({ claim, inFlight, instances = '' }) => [
    `CLAIM=${claim === 'atomic' ? 'ATOMIC' : 'CHECK_THEN_ACT'}`,
    `IN_FLIGHT=${inFlight === 'wait' ? 'WAIT' : 'CONFLICT'}`,
    `INSTANCES=${instances}`,
  ],
  'crash-window': ({ record }) => (record === 'same-transaction' ? ['SAME_TRANSACTION'] : []),
};

/** Faults that the scenarios' own bounds leave out: some outcomes come up only with them. */
const BEYOND: readonly { slug: string; when: Settings; bounds: Partial<Bounds> }[] = [
  { slug: 'lost-response', when: { key: 'none' }, bounds: { crashes: 1 } },
  { slug: 'lost-response', when: { key: 'per-intent' }, bounds: { crashes: 1 } },
  { slug: 'check-then-act', when: { claim: 'atomic' }, bounds: { crashes: 1 } },
  {
    ...{ slug: 'check-then-act', when: { claim: 'atomic', inFlight: 'wait' } },
    bounds: { crashes: 1 },
  },
  { slug: 'crash-window', when: { record: 'after' }, bounds: { duplicates: 1, crashes: 0 } },
  {
    ...{ slug: 'crash-window', when: { record: 'same-transaction' } },
    bounds: { duplicates: 1 },
  },
];

/** A question, and what lessons say of all schedules within its bounds. */
export interface Asked extends Question {
  readonly claims: readonly Claim[];
}

/** One question for each setting that some claim is about, and those beyond. */
export function questions(): readonly Asked[] {
  const all = catalogue
    .filter(({ slug }) => slug in KNOBS)
    .flatMap((scenario) => [
      ...scenario.claims.map((claim) => ask(scenario, claim.when, claim.bounds ?? {}, claim)),
      ...BEYOND.filter(({ slug }) => slug === scenario.slug).map(({ when, bounds }) =>
        ask(scenario, when, bounds, null),
      ),
    ]);
  return [...new Set(all.map(nameOf))].flatMap((name) => {
    const same = all.filter((one) => nameOf(one) === name);
    return same
      .slice(0, 1)
      .map((one) => ({ ...one, claims: same.flatMap(({ claims }) => claims) }));
  });
}

function ask(
  scenario: Scenario,
  when: Settings,
  bounds: Partial<Bounds>,
  claim: Claim | null,
): Asked {
  const settings = { ...initialSettings(scenario.knobs), ...when };
  return {
    ...{ scenario, settings, bounds: { ...boundsOf(scenario, settings), ...bounds } },
    claims: claim?.over === 'forAll' ? [claim] : [],
  };
}

/** What the model of a question must be told. */
export const definesOf = ({ scenario, settings, bounds }: Question): readonly string[] => [
  ...(KNOBS[scenario.slug]?.(settings) ?? []),
  ...Object.entries(bounds).map(([name, most]) => `${name.toUpperCase()}=${Number(most)}`),
];

export function nameOf({ scenario, settings, bounds }: Question): string {
  const knobs = Object.entries(settings)
    .filter(([name]) => name !== 'retries')
    .map(([name, value]) => `${name}=${value}`);
  const { losses, duplicates, crashes, retries } = bounds;
  const faults = `${losses} lost, ${duplicates} doubled, ${crashes} crashes`;
  return `${scenario.slug} ${knobs.join(' ')}: at most ${faults}, ${retries} retries`;
}
