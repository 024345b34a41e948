import { describe, expect, it } from 'vitest';

import { shop } from '@/lib/engine/toy-casts';
import { drained } from '@/lib/explorer/steps';
import { defineScenario } from '@/lib/scenario/define-scenario';
import type { Settings } from '@/lib/scenario/knobs';
import {
  SAFE_SETTINGS_LIMITS,
  type SafeSettings,
  safeSettingsOf,
} from '@/lib/scenario/safe-settings';
import type { Scenario } from '@/lib/scenario/scenario';
import { choiceOf, toyScenario } from '@/lib/scenario/toy-scenario';

describe('settings that prevent harm', () => {
  it('turn as few knobs as will do', () => {
    const { sets, ...rest } = safeFrom(kitchen(3), { memory: 'none', spice: 3 });
    expect(sets).toEqual([
      {
        settings: { memory: 'kept', spice: 3 },
        changes: [{ knob: 'Memory', position: 'kept' }],
      },
    ]);
    expect(rest).toMatchObject({ others: 7, cutOff: false });
  });

  it('are none where nothing that can be turned prevents it', () => {
    const answer = safeFrom({ ...toyScenario, knobs: { scoops: FIXED } }, { scoops: 2 });
    expect(answer).toEqual({ sets: [], searched: 1, others: 1, sampled: [], cutOff: false });
  });

  it('say so if there are more than may be searched', () => {
    const { searched, cutOff } = safeFrom(
      {
        ...toyScenario,
        knobs: { spice: choiceOf(SAFE_SETTINGS_LIMITS.searchesMax + 5) },
        cast: () => shop({ retries: 0 }),
      },
      { spice: '0' },
    );
    expect({ searched, cutOff }).toEqual({
      ...{ searched: SAFE_SETTINGS_LIMITS.searchesMax, cutOff: true },
    });
  });

  it('are none of those whose retries go beyond the bound, and say so', () => {
    const { sets, searched, cutOff } = safeFrom(
      {
        ...toyScenario,
        knobs: { scoops: { ...FIXED, min: 0 } },
        bounds: { ...toyScenario.bounds, retries: 0 },
      },
      { scoops: 2 },
    );
    expect(sets.map(({ settings }) => settings)).toEqual([{ scoops: 0 }]);
    expect({ searched, cutOff }).toEqual({ searched: 2, cutOff: true });
  });

  it('try a few positions of a long scale, and say which', () => {
    const { sampled, others } = safeFrom(kitchen(90), { memory: 'none', spice: 40 });
    expect(sampled).toEqual([{ knob: 'Spice', positions: ['0', '39', '40', '41', '90'] }]);
    expect(others).toBe(9);
  });
});

// Helpers

/** Never fewer than one retry, and so never harmless. */
const FIXED = { kind: 'count', label: 'Scoops', help: '', initial: 2, min: 1, max: 2 } as const;

/** One knob prevents harm, and another, with many positions, does nothing. */
const kitchen = (spices: number): Scenario =>
  defineScenario({
    ...toyScenario,
    knobs: {
      memory: {
        ...{ kind: 'choice', label: 'Memory', help: '' },
        values: [
          { value: 'none', label: 'none' },
          { value: 'kept', label: 'kept' },
        ],
      },
      spice: { ...{ kind: 'count', label: 'Spice', help: '', initial: 0 }, min: 0, max: spices },
    },
    cast: ({ memory }) => shop({ retries: memory === 'kept' ? 0 : 1, memory: false }),
  });

function safeFrom(scenario: Scenario, settings: Settings): SafeSettings {
  return drained(safeSettingsOf(scenario, settings));
}
