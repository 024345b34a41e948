import { expect, it } from 'vitest';

import { initialSettings } from '@/lib/scenario/knobs';
import { playScenario, readScript } from '@/lib/scenario/play';
import { reportOf } from '@/lib/scenario/report';
import { toyScenario } from '@/lib/scenario/toy-scenario';

it('a report names what is counted as a list', () => {
  const settings = initialSettings(toyScenario.knobs);
  const effects = ['charges', 'reservations', 'parcels'].map((noun) => ({
    fact: noun,
    noun,
    did: '',
  }));
  const refund = { fact: 'refund', noun: 'refunds', did: '', optional: true } as const;
  const meant = { ...toyScenario.meant, effects: [...effects, refund] };
  const played = playScenario({ ...toyScenario, meant }, settings, []);
  const report = reportOf(played, { beats: [], diagram: '', link: '' });
  expect(report.noun).toBe('charges, reservations and parcels');
});

it('a report says which lines of the script never applied', () => {
  const settings = initialSettings(toyScenario.knobs);
  const { script } = readScript(toyScenario, settings, 'lose.shop-asker.1~lose.shop-asker.9');
  const told = { beats: [], diagram: '', link: '' };
  const report = reportOf(playScenario(toyScenario, settings, script), told);
  expect(report.script.map(({ directive, applied }) => ({ directive, applied }))).toEqual([
    { directive: 'lose.shop-asker.1', applied: true },
    { directive: 'lose.shop-asker.9', applied: false },
  ]);
});
