import { describe, expect, it } from 'vitest';

import { main } from './main.ts';

describe('lab sample', () => {
  it('tells what came of days in words', () => {
    const { status, out } = lab('sample', 'redelivery', '--days', '600');
    expect(status).toBe(0);
    expect(out).toMatch(/^settings: dedup=none\nweather: {2}ordinary\. /);
    expect(out).toMatch(/\nduplicate +\d+ days +\d\.\d %  95 %: \d\.\d to \d\.\d %\n/);
    expect(out).toMatch(/\n +day \d+: lose\./);
    expect(out).toContain('each request takes');
  });

  it('gives the same as data, and the same each time', () => {
    const ask = ['sample', 'redelivery', '--days=300', '--seed=7', '--weather=stormy', '--json'];
    const { status, out } = lab(...ask);
    expect(status).toBe(0);
    expect(lab(...ask).out).toBe(out);
    const data = JSON.parse(out) as { days: number; outcomes: object; calls: number[] };
    expect(Object.keys(data.outcomes)).toEqual([
      ...['duplicate', 'lost', 'stuck', 'wrongReply', 'swallowed'],
    ]);
    expect(data.days).toBe(300);
    expect(data.calls.reduce((sum, count) => sum + count, 0)).toBe(300);
  });

  it('gives scripts that play', () => {
    const { out } = lab('sample', 'redelivery', '--days', '600', '--json');
    const { outcomes } = JSON.parse(out) as {
      outcomes: { duplicate: { examples: { script: string }[] } };
    };
    const [first] = outcomes.duplicate.examples;
    const played = lab('run', 'redelivery', '--script', first?.script ?? '').out;
    expect(played).toMatch(/\nduplicate: /);
  });

  it.each([
    [['--weather', 'foul'], '--weather is calm, ordinary or stormy, not "foul"'],
    [['--days', '0'], '--days is a number from 1 to 1000000, not "0"'],
    [['--seed', 'x'], '--seed is a number from 0 to 999999999, not "x"'],
    [['--script', 'x'], 'no option "--script" here'],
  ])('refuses %j', (words, message) => {
    const { status, errors } = lab('sample', 'redelivery', ...words);
    expect(status).toBe(2);
    expect(errors).toContain(message);
  });
});

// Helpers

function lab(...words: string[]) {
  const out: string[] = [];
  const errors: string[] = [];
  const status = main(words, { out: (text) => out.push(text), error: (text) => errors.push(text) });
  return { status, out: out.join('\n'), errors: errors.join('\n') };
}
