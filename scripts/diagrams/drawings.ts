import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { initialSettings, type Settings } from '@/lib/scenario/knobs';
import type { Scenario } from '@/lib/scenario/scenario';
import { catalogue } from '@/simulations/catalogue';
import { hrefOf } from '@/simulations/concepts/plays';

/** Where drawings are committed, and the build looks for them. */
export const DRAWINGS_DIR = path.join(import.meta.dirname, '..', '..', 'public', 'diagrams');

/** A drawing that some page shows before any script has run. */
export interface Drawing {
  /** What its file is called, but for the ending. */
  readonly name: string;
  readonly scenario: Scenario;
  /** Knobs that are turned for it. */
  readonly turned: Settings;
}

/** All that there are: each scenario as it opens, and the defended twin of the first, which the home page shows. */
export const DRAWINGS: readonly Drawing[] = catalogue.flatMap((scenario) => [
  { name: scenario.slug, scenario, turned: {} },
  ...(scenario.slug === 'lost-response'
    ? [{ name: 'lost-response.per-intent', scenario, turned: { key: 'per-intent' } }]
    : []),
]);

export const settingsOf = ({ scenario, turned }: Drawing): Settings => ({
  ...initialSettings(scenario.knobs),
  ...turned,
});

/** Where the page that shows it is, seen from the site's root. */
export const addressOf = ({ scenario, turned }: Drawing): string =>
  hrefOf(scenario, { settings: turned });

export const fileOf = ({ name }: Pick<Drawing, 'name'>): string => `${name}.svg`;

/** Puts drawings into a folder once there are all of them. `others` says what becomes of what is there and not drawn. */
export function putDrawings(
  dir: string,
  drawn: ReadonlyMap<string, string>,
  others: 'keep' | 'remove',
): void {
  mkdirSync(dir, { recursive: true });
  for (const [file, svg] of drawn) writeFileSync(path.join(dir, file), svg);
  if (others === 'keep') return;
  for (const file of readdirSync(dir)) if (!drawn.has(file)) rmSync(path.join(dir, file));
}

/** Drawings that are missing, and files that no page shows, in words. */
export function complaintsOf(dir: string): readonly string[] {
  const wanted = new Set(DRAWINGS.map(fileOf));
  const there = existsSync(dir) ? readdirSync(dir) : [];
  return [
    ...[...wanted].filter((file) => !there.includes(file)).map((file) => `${file} is missing`),
    ...there.filter((file) => !wanted.has(file)).map((file) => `${file} is shown by no page`),
  ];
}
