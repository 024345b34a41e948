import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { formatScript, type Directive } from '@/lib/engine/directive';
import { LIMITS } from '@/lib/engine/limits';
import {
  embedFromQuery,
  embedToQuery,
  fromQuery,
  initialView,
  toQuery,
} from '@/lib/permalink/permalink';
import type { Settings } from '@/lib/scenario/knobs';
import { toyScenario } from '@/lib/scenario/toy-scenario';
import type { EmbedView, View } from '@/lib/permalink/view';

describe('a link', () => {
  it('to a fresh scenario is empty', () => {
    expect(toQuery(toyScenario, initialView(toyScenario))).toBe('');
    expect(fromQuery(toyScenario, '')).toEqual({ view: initialView(toyScenario), complaints: [] });
  });

  it('can be read by people', () => {
    const view: View = {
      ...initialView(toyScenario),
      settings: { flavour: 'sour', scoops: 3 },
      ...{
        script: 'lose.asker-shop.1~wait.2',
        step: 7,
        why: 5,
        twin: { flavour: 'sweet', scoops: 0 },
      },
      ...{ panel: 'state', machine: 'shop-a.1', language: 'SQL', speed: 0.5, present: true },
      ...{ weather: 'stormy', seed: 10_001 },
    };
    expect(toQuery(toyScenario, view)).toMatchInlineSnapshot(
      `"flavour=sour&scoops=3&script=lose.asker-shop.1~wait.2&step=7&why=5&twin=scoops.0&panel=state&machine=shop-a.1&language=SQL&speed=0.5&weather=stormy&seed=10001&present"`,
    );
  });

  it('without its question mark is the same', () => {
    expect(fromQuery(toyScenario, '?scoops=3&present')).toEqual(
      fromQuery(toyScenario, 'scoops=3&present'),
    );
  });

  it('keeps a script that only one of two runs would play anyhow', () => {
    const scenario = {
      ...toyScenario,
      scriptFor: ({ flavour }: Settings) => (flavour === 'sour' ? 'wait.1' : toyScenario.script),
    };
    const query = `script=${toyScenario.script}&twin=flavour.sour`;
    const { view } = fromQuery(scenario, query);
    expect(view.script).toBe(toyScenario.script);
    expect(toQuery(scenario, view)).toBe(query);
    expect(toQuery(scenario, { ...view, twin: null })).toBe('');
    expect(fromQuery(scenario, `script=${toyScenario.script}&twin=scoops.1`).view.script).toBe(
      null,
    );
  });

  it('may say of a script that there is none', () => {
    const view = { ...initialView(toyScenario), script: '' };
    expect(toQuery(toyScenario, view)).toBe('script=');
    expect(fromQuery(toyScenario, 'script=').view.script).toBe('');
  });

  it('may spell out what stands there anyway', () => {
    const query = `flavour=sweet&scoops=2&script=${toyScenario.script}&panel=code&speed=1`;
    expect(fromQuery(toyScenario, query)).toEqual({
      ...{ view: initialView(toyScenario), complaints: [] },
    });
  });

  it.each([
    ['flavour=bitter', '“flavour=bitter” can’t be read; “sweet” is shown instead.'],
    ['flavour=', '“flavour=” can’t be read; “sweet” is shown instead.'],
    ['scoops=6', '“scoops=6” can’t be read; “2” is shown instead.'],
    ['scoops=-1', '“scoops=-1” can’t be read; “2” is shown instead.'],
    ['scoops=02', '“scoops=02” can’t be read; “2” is shown instead.'],
    ['scoops=2.0', '“scoops=2.0” can’t be read; “2” is shown instead.'],
    ['scoops=1&scoops=3', '“scoops” is given more than once; the first one counts.'],
    ['step=x', '“step=x” can’t be read; the end is shown instead.'],
    ['step=-1', '“step=-1” can’t be read; the end is shown instead.'],
    ['step=1e2', '“step=1e2” can’t be read; the end is shown instead.'],
    [
      `step=${LIMITS.stepsMax + 1}`,
      `“step=${LIMITS.stepsMax + 1}” can’t be read; the end is shown instead.`,
    ],
    ['why=0', '“why=0” can’t be read; a diagram with nothing lit is shown instead.'],
    ['why=5x', '“why=5x” can’t be read; a diagram with nothing lit is shown instead.'],
    [
      `why=${LIMITS.stepsMax + 1}`,
      `“why=${LIMITS.stepsMax + 1}” can’t be read; a diagram with nothing lit is shown instead.`,
    ],
    ['panel=toString', '“panel=toString” can’t be read; code is shown instead.'],
    ['machine=nobody', '“machine=nobody” can’t be read; the usual one is shown instead.'],
    ['language=COBOL', '“language=COBOL” can’t be read; TypeScript is shown instead.'],
    ['speed=3', '“speed=3” can’t be read; 1 is shown instead.'],
    ['weather=foul', '“weather=foul” can’t be read; an ordinary one is shown instead.'],
    ['seed=-1', '“seed=-1” can’t be read; the first is shown instead.'],
    ['seed=1e3', '“seed=1e3” can’t be read; the first is shown instead.'],
    ['seed=1000000000', '“seed=1000000000” can’t be read; the first is shown instead.'],
    ['present=false', '“present=false” can’t be read; the page as usual is shown instead.'],
    ['twin=flavour.bitter', '“twin=flavour.bitter” can’t be read; no twin run is shown instead.'],
    ['twin=__proto__.x', '“twin=__proto__.x” can’t be read; no twin run is shown instead.'],
    [
      'script=explode.shop.1',
      'The script’s “explode.shop.1” can’t be read; the scenario’s own is played instead.',
    ],
    ['script=~', 'The script’s “”, “” can’t be read; the scenario’s own is played instead.'],
    ['lock', '“lock” counts only in an embed.'],
    ['theme=dark', '“theme” counts only in an embed.'],
    ['__proto__=x', 'This scenario has nothing called “__proto__”.'],
    ['a=1&b=2&c=3&d=4', 'This scenario has nothing called “a”, “b”, “c” and 1 more.'],
    [
      `step=${'9'.repeat(50)}`,
      `“step=${'9'.repeat(40)}…” can’t be read; the end is shown instead.`,
    ],
  ])('says so where it can’t be read: %s', (query, complaint) => {
    const read = fromQuery(toyScenario, query);
    expect(read.complaints).toEqual([complaint]);
    const { settings, ...rest } = initialView(toyScenario);
    expect({ ...read.view, settings: null }).toEqual({ ...rest, settings: null });
    expect(Object.keys(read.view.settings)).toEqual(Object.keys(settings));
  });

  it('keeps the parts of a script that can be read', () => {
    const { view, complaints } = fromQuery(toyScenario, 'script=wait.2~bang~wait.003');
    expect(view.script).toBe('wait.2~wait.3');
    expect(complaints).toEqual(['The script’s “bang” can’t be read and was left out.']);
  });

  it('holds no more directives than a script may', () => {
    const long = Array<Directive>(LIMITS.directivesMax + 1).fill({ kind: 'wait', ticks: 1 });
    const { view, complaints } = fromQuery(toyScenario, `script=${formatScript(long)}`);
    expect(view.script?.split('~')).toHaveLength(LIMITS.directivesMax);
    expect(complaints).toHaveLength(1);
    expect(fromQuery(toyScenario, `script=${formatScript(long.slice(1))}`).complaints).toEqual([]);
  });

  it('is not read beyond what a link may hold', () => {
    const { view, complaints } = fromQuery(toyScenario, `scoops=3&${'x'.repeat(10_000)}&step=5`);
    expect(view).toEqual({
      ...initialView(toyScenario),
      settings: { flavour: 'sweet', scoops: 3 },
    });
    expect(complaints[0]).toMatch(/^The link is longer than 8000 characters/);
  });
});

describe('an embed’s link', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(embeds, (view) => {
        expect(embedFromQuery(embedToQuery(view))).toEqual({ view, complaints: [] });
      }),
    );
  });

  it('is empty for the whole run', () => {
    const { view } = embedFromQuery('');
    expect(view).toEqual({ from: null, to: null, lock: false, theme: 'auto' });
    expect(embedToQuery(view)).toBe('');
  });

  it.each(['from=x', 'to=-3', 'lock=1', 'theme=neon', 'theme='])(
    'says so where it can’t be read: %s',
    (query) => {
      expect(embedFromQuery(query).complaints).toHaveLength(1);
    },
  );

  it('that is too long is said to be so once, by what reads all of it', () => {
    const query = `from=2&script=${'x'.repeat(10_000)}&to=5`;
    const { view, complaints } = embedFromQuery(query);
    expect(view).toMatchObject({ from: 2, to: null });
    const all = [...fromQuery(toyScenario, query, true).complaints, ...complaints];
    expect(all.filter((sentence) => sentence.includes('longer than'))).toHaveLength(1);
  });
});

// Helpers

const embeds: fc.Arbitrary<EmbedView> = fc.record({
  from: fc.option(fc.integer({ min: 1, max: 300 })),
  to: fc.option(fc.nat({ max: LIMITS.stepsMax })),
  lock: fc.boolean(),
  theme: fc.constantFrom('auto', 'light', 'dark'),
});
