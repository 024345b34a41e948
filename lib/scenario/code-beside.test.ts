import { describe, expect, it } from 'vitest';

import { codeBeside } from '@/lib/scenario/code-beside';
import { defendedSettings } from '@/lib/scenario/defended';
import type { Claim } from '@/lib/scenario/scenario';
import { toyScenario } from '@/lib/scenario/toy-scenario';

const sour: Claim = { when: { flavour: 'sour' }, over: 'forAll', then: 'safe' };
const within: Claim = { ...sour, when: { scoops: 0 }, bounds: { losses: 1 } };

const withClaims = (...claims: readonly Claim[]) => ({
  ...toyScenario,
  claims,
  code: ({ flavour }: Readonly<Record<string, unknown>>) => ({
    ...{ process: 'shop', remark: '' },
    samples: [{ language: 'TypeScript' as const, text: String(flavour) }],
  }),
});

describe('the settings that a lesson leads to', () => {
  it('are those of its last claim of safety in all schedules', () => {
    expect(defendedSettings(withClaims(within, sour))).toEqual({ flavour: 'sour', scoops: 2 });
  });

  it('are within the scenario’s own bounds where any are', () => {
    expect(defendedSettings(withClaims(sour, within))).toEqual({ flavour: 'sour', scoops: 2 });
    expect(defendedSettings(withClaims(within))).toEqual({ flavour: 'sweet', scoops: 0 });
  });

  it('leave the circumstances as they are where that is claimed', () => {
    const alone: Claim = { ...sour, when: { flavour: 'sour', scoops: 1 } };
    expect(defendedSettings(withClaims(sour, alone))).toEqual({ flavour: 'sour', scoops: 2 });
    expect(defendedSettings(withClaims(alone))).toEqual({ flavour: 'sour', scoops: 1 });
  });

  it('are none where only a run is claimed to be safe', () => {
    expect(defendedSettings(withClaims({ ...sour, over: 'run' }))).toBeNull();
  });
});

describe('the code beside', () => {
  const texts = (flavour: string, ...claims: readonly Claim[]) => {
    const beside = codeBeside(withClaims(...claims), { flavour, scoops: 2 });
    return beside && [beside.is, beside.code.samples[0]?.text];
  };

  it('the broken form is the defence', () => {
    expect(texts('sweet', sour)).toEqual(['defended', 'sour']);
  });

  it('the defence is the broken form', () => {
    expect(texts('sour', sour)).toEqual(['broken', 'sweet']);
  });

  it('is left out where it would be the same', () => {
    expect(texts('sweet')).toBeNull();
    expect(texts('sweet', within)).toBeNull();
  });
});
