/** For tests and benchmarks: some of all settings. */
import {
  combinations,
  initialOf,
  initialSettings,
  type Knob,
  type Knobs,
  positionsOf,
  type Settings,
} from '@/lib/scenario/knobs';
import type { Scenario } from '@/lib/scenario/scenario';

/** Of a scenario that has many settings tests look at so many, or at those of its claims if these are more. */
const SETTINGS_MAX = 12;

/**
 * Settings to test a scenario under: all of them where they are few. Otherwise those of its claims, where
 * its lesson leads, and others spread over all that there are. Of a count, its ends and where it stands first.
 */
export function someSettings({
  knobs,
  claims,
}: Pick<Scenario, 'knobs' | 'claims'>): readonly Settings[] {
  const initial = initialSettings(knobs);
  const claimed = distinct([initial, ...claims.map(({ when }) => ({ ...initial, ...when }))]);
  const all = distinct([...claimed, ...combined(knobs)]);
  const others = all.slice(claimed.length);
  const room = Math.min(others.length, Math.max(0, SETTINGS_MAX - claimed.length));
  const spread = others.filter((_, place) => isSpread(place, others.length, room));
  return [...claimed, ...spread];
}

/** Whether a place is one of so many, evenly spread. */
const isSpread = (place: number, of: number, many: number): boolean =>
  Math.floor(((place + 1) * many) / of) > Math.floor((place * many) / of);

/** All settings; but of a count, its ends and where it stands first. */
export const combined = (knobs: Knobs): readonly Settings[] => combinations(knobs, fewPositions);

const fewPositions = (knob: Knob): readonly (string | number)[] =>
  knob.kind === 'choice' ? positionsOf(knob) : [...new Set([initialOf(knob), knob.min, knob.max])];

/** Two that differ only in the order of their knobs are the same. */
const distinct = (all: readonly Settings[]): readonly Settings[] => [
  ...new Map(
    all.map((settings) => [JSON.stringify(Object.entries(settings).sort()), settings]),
  ).values(),
];
