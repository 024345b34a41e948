import { readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { catalogue } from '@/simulations/catalogue';

import { main } from './main.ts';

const readme = readFileSync(path.join(import.meta.dirname, '../../README.md'), 'utf8');

describe('README shows what the command line prints', () => {
  const shown = [
    ...readme.matchAll(/`npm run -s lab -- ([^`]+)` prints\n\n```\n([^`]+)\n```/g),
  ].map(([, words = '', text = '']) => ({ words, text }));

  it('of a run and of a search', () => {
    expect(shown.map(({ words }) => words)).toEqual(['run lost-response', 'explore lost-response']);
  });

  it.each(shown)('of $words', ({ words, text }) => {
    expect(timeless(printed(words))).toBe(timeless(text));
  });

  it('of the run with a key, at its end', () => {
    const [, setting = '', text = ''] =
      /and with `(--set [^`]+)` it ends in\n\n```\n([^`]+)\n```/.exec(readme) ?? [];
    expect(text).not.toBe('');
    expect(printed(`run lost-response ${setting}`).endsWith(text)).toBe(true);
  });

  it('of all states, one by one', () => {
    const [, count = ''] = /`--unreduced` visits all ([\d,]+) states/.exec(readme) ?? [];
    expect(printed('explore lost-response --unreduced')).toContain(`all of it: ${count} states`);
  });
});

it('README counts the scenarios', () => {
  const [, count] = /There are (\w+) scenarios on three stages/.exec(readme) ?? [];
  expect(count, `there are ${catalogue.length}`).toBe(NUMBERS[catalogue.length]);
});

// Helpers

const NUMBERS: Readonly<Record<number, string>> = {
  ...{ 39: 'thirty-nine', 40: 'forty', 41: 'forty-one', 42: 'forty-two', 43: 'forty-three' },
};

function printed(words: string): string {
  const lines: string[] = [];
  const status = main(words.split(' '), {
    out: (text) => lines.push(text),
    error: (text) => lines.push(text),
  });
  expect(status).toBe(0);
  return lines.join('\n');
}

/** How long a search took differs. */
const timeless = (text: string): string => text.replace(/[\d,]+ ms$/, '');
