import { describe, expect, it } from 'vitest';

import { actor } from '@/simulations/actors/acting';
import { reloadedPage, type ReloadedPageInput } from '@/simulations/actors/reloaded-page';

describe('reloaded page', () => {
  it('buys with the key that it made when it was loaded, and with another when it is loaded again', () => {
    const { hears, waits } = page(LOADINGS);
    expect(pressed(hears(WANTED))).toEqual([['client.1', 'page-1']]);
    expect(pressed(hears(GIVEN_UP))).toEqual([]);
    expect(pressed(waits())).toEqual([['client.again', 'page-1-reloaded']]);
  });

  it('is loaded again once, and not at all where the customer does not do that', () => {
    const twice = page(LOADINGS);
    twice.hears(WANTED);
    twice.hears(GIVEN_UP);
    twice.waits();
    twice.hears(GIVEN_UP);
    expect(twice.timers()).toEqual([]);
    const once = page(LOADINGS.slice(0, 1));
    once.hears(WANTED);
    once.hears(GIVEN_UP);
    expect(once.timers()).toEqual([]);
  });

  it('has the client try again that carries the purchase now', () => {
    const { hears, waits } = page(LOADINGS);
    hears(WANTED);
    expect(hears(RETRY).sent.map(({ to }) => to)).toEqual(['client.1']);
    hears(GIVEN_UP);
    waits();
    expect(hears(RETRY).sent.map(({ to }) => to)).toEqual(['client.again']);
  });
});

// Helpers

const LOADINGS: ReloadedPageInput['loadings'] = [
  { client: 'client.1', key: 'page-1' },
  { client: 'client.again', key: 'page-1-reloaded' },
];
const WANTED = { type: 'purchase.wanted', amount: 100 };
const GIVEN_UP = { type: 'request.given-up' };
const RETRY = { type: 'retry.wanted' };

const page = (loadings: ReloadedPageInput['loadings']) =>
  actor(reloadedPage, { loadings, patienceTicks: 2 });

const pressed = ({ sent }: { sent: readonly { to: string; key?: unknown }[] }) =>
  sent.map(({ to, key }) => [to, key]);
