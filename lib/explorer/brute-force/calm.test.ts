import { describe, expect, it } from 'vitest';

import type { Opening } from '@/lib/engine/model';
import { shop } from '@/lib/engine/toy-casts';
import { calmDay } from '@/lib/explorer/brute-force/calm';
import { firstSituation } from '@/lib/explorer/brute-force/happen';
import { rulesOf } from '@/lib/explorer/brute-force/situation';
import { box, castOf, crier, linked, player } from '@/lib/explorer/casts/pieces';

describe('a calm day', () => {
  it.each([
    { usualTicks: 1, ticks: 2, order: ['extra', 'cried', 'alarm'] },
    { usualTicks: 2, ticks: 2, order: ['extra', 'cried', 'alarm'] },
    { usualTicks: 3, ticks: 2, order: ['extra', 'alarm', 'cried'] },
    { usualTicks: 0, ticks: 0, order: ['cried', 'extra', 'alarm'] },
  ])(
    'takes what is due by the usual time, messages by age and before timers: $usualTicks, $ticks',
    ({ usualTicks, ticks, order }) => {
      expect(recorded({ usualTicks, latestTicks: 9 }, ticks)).toEqual(order);
    },
  );

  it('takes more attempts than the search may', () => {
    const cast = shop({ retries: 3, patienceTicks: 1, openings: [] });
    const rules = rulesOf(cast, { losses: 0, duplicates: 0, crashes: 0, retries: 0 }, true);
    const wanted = { from: 'person', to: 'asker', message: { type: 'work.wanted', intent: 'A' } };
    const facts = calmDay(rules, firstSituation(rules), wanted);
    expect(facts.map(({ name }) => name)).toContain('answer.heard');
  });
});

// Helpers

/** What is recorded, by what was said: a letter cried at the start, an alarm, and an extra letter now. */
function recorded(link: Parameters<typeof linked>[1], ticks: number): readonly string[] {
  const cast = castOf(
    [
      player('crier', [{ id: 'crier', machine: crier, input: { to: 'box', ticks } }]),
      player('box', [{ id: 'box', machine: box, input: null }]),
    ],
    [linked(['crier', 'box'], link)],
  );
  const rules = rulesOf(cast, { losses: 0, duplicates: 0, crashes: 0, retries: 0 }, true);
  return calmDay(rules, firstSituation(rules), EXTRA).map(({ name, intent }) =>
    name === 'alarm.rung' ? 'alarm' : intent === 'A' ? 'cried' : 'extra',
  );
}

const EXTRA: Omit<Opening, 'atTicks'> = {
  ...{ from: 'person', to: 'box', message: { type: 'letter.sent', intent: 'extra' } },
};
