import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { expect, it } from 'vitest';

import { tellStory } from '@/components/view/story';
import { fingerprint } from '@/lib/projections/fingerprint';
import { initialSettings } from '@/lib/scenario/knobs';
import { scenarioBySlug } from '@/simulations/catalogue';

const DRAWINGS = path.join(import.meta.dirname, '..', 'public', 'diagrams');

it.each(readdirSync(DRAWINGS))('%s is of the run that it is named after', (file) => {
  const [slug = '', key] = file.replace('.svg', '').split('.');
  const scenario = scenarioBySlug(slug);
  if (!scenario) throw new Error(`there is no scenario "${slug}"`);
  const settings = { ...initialSettings(scenario.knobs), ...(key !== undefined && { key }) };
  const { source } = tellStory(scenario, settings, null).diagram;
  const named = readFileSync(path.join(DRAWINGS, file), 'utf8').match(/data-fingerprint="\w+"/g);
  expect(named).toEqual([`data-fingerprint="${fingerprint(source)}"`]);
});

it.each(readdirSync(DRAWINGS))('%s has lifelines as long as the run', (file) => {
  const svg = readFileSync(path.join(DRAWINGS, file), 'utf8');
  const [, top = '', height = ''] = /viewBox="\S+ (\S+) \S+ (\S+)"/.exec(svg) ?? [];
  const feet = [...svg.matchAll(/<line(?=[^>]*data-et="life-line")[^>]* y2="([^"]+)"/g)];
  expect(feet.length).toBeGreaterThan(1);
  for (const [, foot] of feet) expect(Number(foot)).toBe(Number(top) + Number(height));
});
