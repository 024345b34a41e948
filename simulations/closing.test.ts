import { describe, expect, it } from 'vitest';

import { isAmiss } from '@/lib/outcomes/amiss';
import { closingOf } from '@/lib/outcomes/closing';
import { hasHarm } from '@/lib/outcomes/judge';
import type { Played } from '@/lib/scenario/play';
import { catalogue } from '@/simulations/catalogue';
import { playsOf } from '@/simulations/plays';

describe.each(catalogue)('the end of $slug', (scenario) => {
  const ended = playsOf(scenario).filter(({ run }) => run.ending === 'quiescent');

  it('is told as it was', () => {
    expect(ended).not.toEqual([]);
    for (const played of ended) {
      const text = closingOf(played.judgement, true) ?? '';
      const where = JSON.stringify([played.settings, text]);
      // A slide has room for so much.
      expect(text.length, where).toBeLessThanOrEqual(160);
      const amiss = played.judgement.intents.some((intent) => isAmiss(intent, true));
      // All is well only where it is, and nobody is left to guess who gave up.
      if (/as (it|they) should/.test(text)) expect(hasHarm(played.judgement), where).toBe(false);
      if (hasHarm(played.judgement)) expect(text, where).not.toMatch(/as (it|they) should/);
      if (/as they should|^[^.]* as it should\.$/.test(text)) expect(amiss, where).toBe(false);
      for (const step of text.matchAll(/step (\d+)/g)) {
        expect(factsAt(played, Number(step[1]) - 1), where).not.toEqual([]);
      }
    }
  });
});

// Helpers

/** Effects and answers: what a sentence about the end may count. */
const factsAt = ({ run, scenario }: Played, index: number) =>
  (run.trace[index]?.facts ?? []).filter(
    ({ fact }) =>
      fact['says'] !== undefined || scenario.meant.effects.some((kind) => kind.fact === fact.name),
  );
