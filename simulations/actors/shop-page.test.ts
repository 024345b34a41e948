import { describe, expect, it } from 'vitest';

import { actor } from '@/simulations/actors/acting';
import { keyMaker } from '@/simulations/actors/key-maker';
import { shopPage, type ShopPageInput } from '@/simulations/actors/shop-page';

describe('shop page', () => {
  it('sends each press with another client, and with the key that it makes or keeps', () => {
    const keysOf = (key: ShopPageInput['key']) => {
      const { hears, waits } = page({ key });
      return [...hears(WANTED).sent, ...waits().sent].map(({ to, ...message }) => [
        to,
        message['key'],
      ]);
    };
    expect(keysOf('none')).toEqual([
      ['client.1', null],
      ['client.2', null],
    ]);
    expect(keysOf('per-click')).toEqual([
      ['client.1', 'click-1'],
      ['client.2', 'click-2'],
    ]);
    expect(keysOf('per-form')).toEqual([
      ['client.1', 'form-1'],
      ['client.2', 'form-1'],
    ]);
  });

  it('is pressed once more and not again', () => {
    const { hears, waits, timers } = page({});
    hears(WANTED);
    waits();
    expect(timers()).toEqual([]);
  });

  it('is not pressed again once an answer stands on it, or while its button is disabled', () => {
    const answered = page({});
    answered.hears(WANTED);
    answered.hears({ type: 'answer.shown', key: 'form-1' });
    expect(answered.timers()).toEqual([]);
    const disabled = page({ button: 'disables' });
    disabled.hears(WANTED);
    expect(disabled.waits().sent).toEqual([]);
    expect(disabled.timers()).toEqual([]);
  });

  it('is pressed once more when a disabled button is given back, under the key that it makes or keeps', () => {
    for (const [key, again] of [
      ['none', null],
      ['per-click', 'click-2'],
      ['per-form', 'form-1'],
    ] as const) {
      for (const isLate of [false, true]) {
        const { hears, waits, timers } = page({ key, button: 'disables' });
        hears(WANTED);
        if (isLate) waits();
        expect(hears(GIVEN_UP).sent).toEqual([]);
        expect(waits().sent).toMatchObject([{ to: 'client.2', key: again }]);
        hears(GIVEN_UP);
        expect(timers()).toEqual([]);
      }
    }
  });

  it('leaves a button that stays as it is to its customer when a request is given up', () => {
    const { hears, timers } = page({});
    hears(WANTED);
    hears(GIVEN_UP);
    expect(timers()).toEqual([5]);
  });

  it('keeps the key of a form until that form is answered', () => {
    const { hears } = page({ patienceTicks: null });
    hears(WANTED);
    expect(hears(WANTED).sent).toMatchObject([{ key: 'form-1' }]);
    hears({ type: 'answer.shown', key: 'form-1' });
    // The other press of the same form is answered too; the form is a new one already.
    hears({ type: 'answer.shown', key: 'form-1' });
    expect(hears(WANTED).sent).toMatchObject([{ key: 'form-2' }]);
  });
});

describe('key maker', () => {
  it('may draw either key, and draws once', () => {
    const draws = { another: 'b', same: 'a' };
    const { hears, timers, state } = actor(keyMaker, { client: 'client-b', draws });
    expect(hears(WANTED).sent).toEqual([]);
    expect(timers()).toEqual([0, 0]);
    expect(state()).toBe('drawing');
  });

  it('draws a key of its own where there are too many to draw one twice', () => {
    const draws = { another: 'b', same: null };
    const { hears, waits } = actor(keyMaker, { client: 'client-b', draws });
    hears(WANTED);
    expect(waits().sent).toMatchObject([{ to: 'client-b', type: 'pay.pressed', key: 'b' }]);
  });
});

// Helpers

const GIVEN_UP = { type: 'request.given-up' };
const WANTED = { type: 'purchase.wanted', amount: 100 };

const page = (input: Partial<ShopPageInput>) =>
  actor(shopPage, {
    ...{ clients: ['client.1', 'client.2', 'client.3'], key: 'per-form', button: 'stays' },
    ...{ patienceTicks: 5, ...input },
  });
