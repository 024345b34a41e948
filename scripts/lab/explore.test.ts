import { describe, expect, it } from 'vitest';

import { OUTCOMES } from '@/lib/outcomes/outcome';

import { lab } from './in-test.ts';

describe('lab explore', () => {
  it('says what any schedule can bring about, and how', () => {
    const { status, out } = lab('explore', 'lost-response');
    expect(status).toBe(0);
    expect(out).toContain(
      'bounds:   at most 2 lost messages (between client and api) and 2 retries, and no doubled message or crash\n',
    );
    expect(out).toMatch(/^duplicate: reachable in 6 steps, by [a-z]+\.[a-z-]+\.1$/m);
    expect(out).toMatch(/^none: lost, stuck, wrongReply, swallowed$/m);
  });

  it('gives the same as data, and its script shows it', () => {
    const found = JSON.parse(lab('explore', 'lost-response', '--json').out) as ExploreJson;
    expect(Object.keys(found)).toEqual([
      ...['slug', 'settings', 'outcomes', 'states', 'transitions', 'complete', 'bounds', 'ms'],
    ]);
    expect(Object.keys(found.outcomes)).toEqual([...OUTCOMES]);
    const { reachable, steps, script = '' } = found.outcomes['duplicate'] ?? {};
    expect([reachable, steps, found.complete]).toEqual([true, 6, true]);
    const shown = JSON.parse(
      lab('run', 'lost-response', '--script', script, '--format', 'json').out,
    ) as { readonly outcomes: Record<string, { readonly present: boolean }> };
    expect(shown.outcomes['duplicate']?.present).toBe(true);
  });

  it('takes other settings and bounds', () => {
    const words = ['explore', 'lost-response', '--set', 'key=per-intent', '--json'];
    const calm = JSON.parse(lab(...words).out) as ExploreJson;
    const crashing = JSON.parse(
      lab(...words, '--crashes', '1', '--losses', '0').out,
    ) as ExploreJson;
    expect(OUTCOMES.filter((name) => calm.outcomes[name]?.reachable)).toEqual([]);
    expect(OUTCOMES.filter((name) => crashing.outcomes[name]?.reachable)).toEqual(['stuck']);
    expect(crashing.bounds).toEqual({ losses: 0, duplicates: 0, crashes: 1, retries: 2 });
  });

  it('overlooks nothing if told so, and says where it stopped', () => {
    const words = ['explore', 'lost-response', '--set', 'key=per-intent', '--unreduced'];
    expect(lab(...words).out).toContain('all of it: 25,576 states, 103,452 choices');
    expect(lab(...words, '--states', '500').out).toMatch(
      /^not all of it: a limit was hit, after 5\d\d states in all; each search ends once it has 500; what was not found may still be there$/m,
    );
  });

  it('says of which searches a limit is, where they visited more together', () => {
    const { out } = lab('explore', 'lost-response', '--states', '100');
    const [, states, each] = /after (\d+) states in all; each .* has (\d+);/.exec(out) ?? [];
    expect(Number(each)).toBe(100);
    expect(Number(states)).toBeGreaterThan(100);
  });
});

// Helpers

interface ExploreJson {
  readonly outcomes: Record<
    string,
    { readonly reachable: boolean; readonly steps?: number; readonly script?: string }
  >;
  readonly complete: boolean;
  readonly bounds: unknown;
}
