import { expect, it } from 'vitest';

import { harmTo, isAmiss } from '@/lib/outcomes/amiss';
import { initialSettings } from '@/lib/scenario/knobs';
import { ownScript, playScenario } from '@/lib/scenario/play';
import { scenarioBySlug } from '@/simulations/catalogue';

it('too many is amiss at once, and too few when the run is over', () => {
  expect(amiss('lost-response', {})).toEqual([true]);
  expect(amiss('mark-first', {})).toEqual([true]);
  expect(amiss('mark-first', {}, false)).toEqual([false]);
});

it('what did not happen and was promised to nobody is not', () => {
  expect(amiss('methods', { method: 'PUT', ifMatch: 'on' })).toEqual([false, false]);
});

it('harm belongs to whom it befell', () => {
  const { intents, judgement } = played('same-key-other-body', {});
  expect(intents.map((intent) => harmTo(intent, judgement)?.intent)).toEqual([undefined, 'B']);
});

// Helpers

function played(slug: string, turned: Readonly<Record<string, string>>) {
  const scenario = scenarioBySlug(slug);
  if (!scenario) throw new Error(`there is no scenario "${slug}"`);
  const settings = { ...initialSettings(scenario.knobs), ...turned };
  const { judgement } = playScenario(scenario, settings, ownScript(scenario, settings));
  return { intents: judgement.intents, judgement };
}

function amiss(slug: string, turned: Readonly<Record<string, string>>, ended = true) {
  const { intents, judgement } = played(slug, turned);
  return intents.map((intent) => isAmiss(intent, judgement, ended));
}
