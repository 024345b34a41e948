import { expect, it } from 'vitest';

import { defenceOf } from '@/components/home/scenario-list';
import { catalogue, scenarioBySlug } from '@/simulations/catalogue';

const told = (slug: string): string => {
  const scenario = scenarioBySlug(slug);
  return scenario ? defenceOf(scenario) : '';
};

it('says where the first defence can be turned to, so that its name reads to an end', () => {
  expect(told('weak-key')).toBe('A key is: six characters / the time in ms / a random UUID');
  expect(told('lost-response')).toBe('Idempotency key: none / one per purchase');
});

it('passes over what is no defence but part of the situation', () => {
  expect(told('silent-retriers')).toMatch(/^What it sends again: /);
});

it('has two values at least for every scenario', () => {
  expect(catalogue.map(defenceOf).filter((text) => !/^[^:]+: .+ \/ ./.test(text))).toEqual([]);
});
