import { readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { tellStory } from '@/components/view/story';
import { fingerprint } from '@/lib/projections/fingerprint';

import {
  addressOf,
  complaintsOf,
  DRAWINGS,
  DRAWINGS_DIR,
  fileOf,
  settingsOf,
} from './diagrams/drawings.ts';

describe('the drawings', () => {
  it('are those that pages show, all of them and no others', () => {
    expect(complaintsOf(DRAWINGS_DIR)).toEqual([]);
  });

  it.each(DRAWINGS)('$name is of the run that it is named after', (drawing) => {
    const { source } = tellStory(drawing.scenario, settingsOf(drawing), null).diagram;
    const named = svgOf(drawing).match(/data-fingerprint="\w+"/g);
    expect(named).toEqual([`data-fingerprint="${fingerprint(source)}"`]);
  });

  it.each(DRAWINGS)('$name has lifelines as long as the run', (drawing) => {
    const svg = svgOf(drawing);
    const [, top = '', height = ''] = /viewBox="\S+ (\S+) \S+ (\S+)"/.exec(svg) ?? [];
    const feet = [...svg.matchAll(/<line(?=[^>]*data-et="life-line")[^>]* y2="([^"]+)"/g)];
    expect(feet.length).toBeGreaterThan(1);
    for (const [, foot] of feet) expect(Number(foot)).toBe(Number(top) + Number(height));
  });

  it('have a bar where work begins, in the order of the steps at which it does', () => {
    const bars = DRAWINGS.map((drawing) =>
      [...svgOf(drawing).matchAll(/<rect(?=[^>]* class="activation)[^>]*>/g)]
        .map(([rect]) => ({ entry: numberIn(rect, 'data-entry'), y: numberIn(rect, 'y') }))
        .sort((a, b) => a.entry - b.entry),
    );
    expect(bars.some(({ length }) => length > 10)).toBe(true);
    for (const of of bars) {
      const heights = of.map(({ y }) => y);
      expect(heights).toEqual(heights.toSorted((a, b) => a - b));
    }
  });

  it('are taken from the pages that show them', () => {
    const addresses = DRAWINGS.map(addressOf);
    expect(addresses.slice(0, 2)).toEqual([
      'lab/lost-response',
      'lab/lost-response?key=per-intent',
    ]);
    expect(new Set(addresses).size).toBe(DRAWINGS.length);
  });
});

// Helpers

const numberIn = (element: string, name: string): number =>
  Number(new RegExp(` ${name}="([^"]+)"`).exec(element)?.[1]);

const svgOf = (drawing: (typeof DRAWINGS)[number]): string =>
  readFileSync(path.join(DRAWINGS_DIR, fileOf(drawing)), 'utf8');
