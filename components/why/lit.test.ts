import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';

import { ChainNote, ChainWords } from '@/components/why/chain-note';
import { causeOf, litBy } from '@/components/why/lit';
import { initialSettings } from '@/lib/scenario/knobs';
import { ownScript, playScenario } from '@/lib/scenario/play';
import { lostResponse } from '@/simulations/scenarios/lost-response/scenario';

const settings = initialSettings(lostResponse.knobs);
const { trace } = playScenario(lostResponse, settings, ownScript(lostResponse, settings)).run;

describe('what is lit', () => {
  it('is the chain that led to a step, and what it could not have happened without', () => {
    const lit = litBy(trace, 8);
    expect(lit?.entry).toBe(7);
    const causes = trace.map(({ index }) => lit && causeOf(lit, index));
    expect(causes).toEqual([
      ...['chain', 'history', 'history', 'history', 'history', 'chain', 'chain', 'chain'],
      ...['none', 'none'],
    ]);
  });

  it('holds the fault that was chosen, though nobody noticed it', () => {
    const lost = trace.find(({ kind }) => kind === 'lost')?.index ?? -1;
    expect(litBy(trace, 8)?.history.has(lost)).toBe(true);
    expect(litBy(trace, 8)?.faults).toEqual([lost]);
    expect(litBy(trace, lost)?.faults).toEqual([]);
    expect(litBy(trace, lost)?.history.has(lost)).toBe(false);
  });

  it('is a step alone where nothing led to it, whoever began', () => {
    const lit = litBy(trace, 1);
    if (lit === null) throw new Error('nothing is lit');
    const actions = { onGoTo: () => {}, onClear: () => {} };
    for (const each of [
      createElement(ChainNote, { lit, ...actions }),
      createElement(ChainWords, { lit }),
    ])
      expect(renderToStaticMarkup(each)).toContain('Nothing in this run led to it.');
  });

  it('is nothing for no step, and for one that the run has not', () => {
    expect(litBy(trace, null)).toBeNull();
    expect(litBy(trace, trace.length + 1)).toBeNull();
  });
});
