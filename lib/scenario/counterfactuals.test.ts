import { describe, expect, it } from 'vitest';

import { shop } from '@/lib/engine/toy-casts';
import { drained } from '@/lib/explorer/steps';
import {
  COUNTERFACTUAL_LIMITS,
  type Counterfactuals,
  counterfactualsOf,
} from '@/lib/scenario/counterfactuals';
import { defineScenario } from '@/lib/scenario/define-scenario';
import { type ChoiceKnob, initialSettings, type Settings } from '@/lib/scenario/knobs';
import { playScenario, readScript } from '@/lib/scenario/play';
import { STORY, storyKnob } from '@/lib/scenario/retell';
import type { Scenario } from '@/lib/scenario/scenario';
import { choiceOf, toyScenario } from '@/lib/scenario/toy-scenario';

describe('what would have been otherwise', () => {
  it('is told for each fault and for each other position of each knob', () => {
    expect(told(otherwise(toyScenario.script))).toEqual([
      'Without losing the 1st message from shop-a to asker: one note',
      'Flavour (sour): still two notes',
      'Scoops (0): one note',
      'Scoops (1, 3, 4, 5): still two notes',
    ]);
  });

  it('of a run without harm is nothing', () => {
    expect(otherwise('')).toEqual({ found: [], runs: 0, cutOff: false });
  });

  it('tries pairs of knobs where no single one prevents it, and tells those that do', () => {
    const { found } = otherwise('lose.shop-asker.1', stubborn);
    expect(found.filter(({ kind, harmless }) => kind === 'knob' && harmless)).toEqual([]);
    expect(found.filter(({ kind }) => kind === 'knobs')).toMatchObject([
      {
        change: 'Flavour: sour and Memory: kept',
        harmless: true,
        result: 'one note',
        alternatives: [{ settings: { flavour: 'sour', memory: 'kept' } }],
      },
    ]);
  });

  it('tells so many pairs, and says that there may be more', () => {
    const knobs = { first: choiceOf(5), second: choiceOf(3) };
    const { found, cutOff } = otherwise('lose.shop-asker.1', {
      ...{ ...toyScenario, knobs },
      cast: ({ first, second }) =>
        shop({ retries: first !== '0' && second !== '0' ? 0 : 1, memory: false }),
    });
    expect(found.filter(({ kind }) => kind === 'knobs')).toHaveLength(
      COUNTERFACTUAL_LIMITS.pairsMax,
    );
    expect(cutOff).toBe(true);
  });

  it('is not looked for in other stories, which change words only', () => {
    const tellings = ['shop', 'bank', 'post'].map((value) => ({ value, label: value, words: {} }));
    const knobs = { ...stubborn.knobs, [STORY]: storyKnob(tellings) };
    const retold = otherwise('lose.shop-asker.1', { ...stubborn, tellings, knobs });
    expect(told(retold)).toEqual(told(otherwise('lose.shop-asker.1', stubborn)));
    // Without the one line of the script, each of two knobs, and both.
    expect(retold.runs).toBe(4);
  });

  it('says so if the script is not all played under other settings', () => {
    const twice = otherwise('lose.shop-asker.1~lose.shop-asker.2');
    const without = twice.found.find(({ change }) => change.includes('1st'));
    expect(without?.result).toMatch(/; it never comes to all of the script$/);
  });

  it('is the scenario’s own script as the other settings have it', () => {
    // The one thing that goes wrong is another answer, so the same words would be about nothing.
    const scriptFor = ({ flavour }: Settings) =>
      flavour === 'sour' ? 'lose.shop-asker.1~lose.shop-asker.2' : 'lose.shop-asker.1';
    const { found } = otherwise('lose.shop-asker.1', { ...toyScenario, scriptFor });
    const sour = found.find(({ change }) => change === 'Flavour');
    expect(sour?.alternatives).toMatchObject([{ script: 'lose.shop-asker.1~lose.shop-asker.2' }]);
    expect(sour?.result).toBe('three notes');
  });

  it('is prevented by a knob only where all of the script was played', () => {
    const { found } = otherwise('lose.shop-asker.1~lose.shop-asker.2');
    const noRetries = found.find(({ alternatives }) => alternatives[0]?.settings['scoops'] === 0);
    expect(noRetries).toMatchObject({ harmless: true, prevents: false });
    const once = otherwise('lose.shop-asker.1').found;
    expect(once.find(({ change, prevents }) => change === 'Scoops' && prevents)).toBeDefined();
  });

  it('is prevented by a line left out only where all of the others were played', () => {
    const { found } = otherwise('lose.shop-asker.1~lose.shop-asker.2');
    const first = found.find(({ change }) => change.includes('1st'));
    expect(first).toMatchObject({ harmless: true, prevents: false });
  });

  it('is prevented though both runs leave out what neither comes to', () => {
    const { found } = otherwise('lose.shop-asker.1~crash.shop.9');
    const cures = found.filter(({ prevents }) => prevents);
    expect(cures.map(({ change, result }) => `${change}: ${result}`)).toEqual([
      'Without losing the 1st message from shop-a to asker: one note',
      'Scoops: one note',
    ]);
  });

  it('is not prevented by another script that comes to nothing', () => {
    const own = 'lose.shop-asker.1~crash.shop.9';
    const scriptFor = ({ flavour }: Settings) => (flavour === 'sour' ? 'lose.shop-asker.9' : own);
    const { found } = otherwise(own, { ...toyScenario, scriptFor });
    expect(found.find(({ change }) => change === 'Flavour')).toMatchObject({
      ...{ harmless: true, prevents: false },
      result: 'one note; it never comes to all of the script',
    });
  });

  it('is never prevented by what is part of the situation', () => {
    const memory: ChoiceKnob = { ...choiceOf(2), circumstance: true };
    const found = otherwise('lose.shop-asker.1', {
      ...{ ...toyScenario, knobs: { memory } },
      cast: (settings) => shop({ retries: settings['memory'] === '1' ? 0 : 1, memory: false }),
    }).found.filter(({ kind }) => kind !== 'fault');
    expect(found).toMatchObject([{ harmless: true, prevents: false }]);
  });

  it('leaves out nothing that it never came to', () => {
    const { found } = otherwise('lose.shop-asker.1~crash.shop.9');
    expect(found.filter(({ kind }) => kind === 'fault').map(({ change }) => change)).toEqual([
      expect.stringContaining('losing the 1st message'),
    ]);
  });

  it('is told once of lines that say the same and come to the same', () => {
    const { found } = otherwise('wait.1~wait.1~lose.shop-asker.1');
    expect(faults(found)).toEqual([
      'Without letting 100 ms pass: still two notes',
      'Without losing the 1st message from shop-a to asker: one note',
    ]);
  });

  it('says which of them is meant where they come to something else', () => {
    const twice = 'duplicate.asker-shop.1~duplicate.asker-shop.1';
    const { found } = otherwise(`duplicate.asker-shop.1~deliver.asker-shop.2~${twice}`);
    const doubling = 'Without doubling the 1st message from asker to shop-a';
    expect(faults(found)).toEqual([
      `${doubling}, the 1st time: one note; it never comes to all of the script`,
      'Without delivering at once the 2nd message from asker to shop-a: still four notes',
      `${doubling}, the 2nd or 3rd time: three notes`,
    ]);
  });

  it('says so if the script has more lines than are left out', () => {
    const { linesMax } = COUNTERFACTUAL_LIMITS;
    const copies = Array<string>(linesMax).fill('duplicate.asker-shop.1');
    const { found, cutOff, runs } = otherwise(`${copies.join('~')}~lose.shop-asker.1`);
    expect(faults(found)).toHaveLength(1);
    // Each copy, each other position of a knob, and each pair of two knobs.
    expect(runs).toBe(linesMax + 11);
    expect(cutOff).toBe(true);
    expect(found.some(({ kind }) => kind === 'knob')).toBe(true);
  });

  it('says so if there were more changes than may be tried', () => {
    const max = COUNTERFACTUAL_LIMITS.runsMax;
    const withChoice = (count: number) =>
      otherwise('lose.shop-asker.1', {
        ...{ ...toyScenario, knobs: { spice: choiceOf(count) } },
        cast: () => shop({ memory: false }),
      });
    // One of them without the loss, and one with each other value.
    expect(withChoice(max)).toMatchObject({ runs: max, cutOff: false });
    expect(withChoice(max + 1)).toMatchObject({ runs: max, cutOff: true });
  });

  it('try a few positions of a long scale', () => {
    const { runs } = otherwise('lose.shop-asker.1', {
      ...toyScenario,
      knobs: { scoops: { kind: 'count', label: 'Scoops', help: '', initial: 2, min: 1, max: 90 } },
      cast: () => shop({ memory: false }),
    });
    // Without the loss, and with 1, 3 and 90.
    expect(runs).toBe(4);
  });
});

// Helpers

/** Harmless only if it is sour and its memory is kept. */
const stubborn = defineScenario({
  ...toyScenario,
  knobs: {
    flavour: {
      ...{ kind: 'choice', label: 'Flavour', help: '' },
      values: [
        { value: 'sweet', label: 'sweet' },
        { value: 'sour', label: 'sour' },
      ],
    },
    memory: {
      ...{ kind: 'choice', label: 'Memory', help: '' },
      values: [
        { value: 'none', label: 'none' },
        { value: 'kept', label: 'kept' },
      ],
    },
  },
  cast: ({ flavour, memory }) =>
    shop({ retries: flavour === 'sour' && memory === 'kept' ? 0 : 1, memory: false }),
});

function otherwise(text: string, scenario: Scenario = toyScenario): Counterfactuals {
  const settings = initialSettings(scenario.knobs);
  const { script } = readScript(scenario, settings, text);
  return drained(counterfactualsOf(playScenario(scenario, settings, script)));
}

const faults = (found: Counterfactuals['found']): readonly string[] =>
  found.filter(({ kind }) => kind === 'fault').map(({ change, result }) => `${change}: ${result}`);

const told = ({ found }: Counterfactuals): readonly string[] =>
  found.map(({ kind, change, alternatives, result }) =>
    kind === 'knob'
      ? `${change} (${alternatives.map(({ label }) => label).join(', ')}): ${result}`
      : `${change}: ${result}`,
  );
