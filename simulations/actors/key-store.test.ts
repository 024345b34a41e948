import { describe, expect, it } from 'vitest';

import type { KeyStoreInput } from '@/simulations/actors/key-store';
import { actor } from '@/simulations/actors/acting';
import { keyStore } from '@/simulations/actors/key-store';

describe('key store', () => {
  it('finds nothing under a key that nobody took', () => {
    expect(actor(keyStore).hears(read('k')).sent).toEqual([
      { ...{ to: 'somebody', type: 'key.answered', intent: 'A' }, ok: false, found: null },
    ]);
  });

  it('lets one claim a key, and shows everybody else who has it', () => {
    const { hears } = actor(keyStore);
    expect(hears(claim('k')).sent).toMatchObject([{ ok: true, found: null, claimed: true }]);
    const second = hears(claim('k')).sent;
    expect(second).toMatchObject([{ ok: false, found: { status: 'in-progress', body: null } }]);
    expect(second[0]).not.toHaveProperty('claimed');
    expect(hears(read('k')).sent).toMatchObject([{ ok: true, found: { status: 'in-progress' } }]);
  });

  it('saves over whatever stands there', () => {
    const { hears } = actor(keyStore);
    hears(claim('k'));
    expect(hears(save('k', 'ch-1')).sent).toMatchObject([{ ok: true, found: null }]);
    hears(save('k', 'ch-2'));
    expect(hears(claim('k')).sent).toMatchObject([
      { ok: false, found: { status: 'done', body: 'ch-2' } },
    ]);
  });

  it('keeps keys apart, odd ones too', () => {
    const { hears } = actor(keyStore);
    for (const key of ['a', 'b', '', 'constructor', 'toString', 'hasOwnProperty']) {
      expect(hears(read(key)).sent, key).toMatchObject([{ found: null }]);
      expect(hears(claim(key)).sent, key).toMatchObject([{ ok: true }]);
      expect(hears(claim(key)).sent, key).toMatchObject([{ ok: false }]);
    }
  });

  it('answers whoever asks', () => {
    expect(actor(keyStore).hears({ ...read('k'), from: 'api-b.2' }).sent[0]?.to).toBe('api-b.2');
  });
});

describe('key store, as Redis', () => {
  it('DOMAIN 9.2: SETNX never expires; SET NX PX sets value and expiry in one step, or neither', () => {
    const plain = actor(keyStore);
    plain.hears(claim('k'));
    expect(plain.timers()).toEqual([]);
    const { hears, timers, waits, state } = actor(keyStore);
    hears(claim('k', { expiresIn: 5 }));
    expect(timers()).toEqual([5]);
    expect(hears(claim('k', { expiresIn: 9 })).sent).toMatchObject([{ ok: false }]);
    expect(timers()).toEqual([5]);
    waits();
    expect(state()).toBe('empty');
    expect(hears(claim('k')).sent).toMatchObject([{ ok: true }]);
  });

  it('DOMAIN 9.3: between SETNX and EXPIRE the key is there and has no end', () => {
    const { hears, timers } = actor(keyStore);
    hears(claim('k'));
    expect(timers()).toEqual([]);
    expect(hears(expire('k', 5)).sent).toMatchObject([{ ok: true }]);
    expect(timers()).toEqual([5]);
    hears(expire('k', 8));
    expect(timers()).toEqual([8]);
    expect(hears(expire('other', 5)).sent).toMatchObject([{ ok: false, found: null }]);
    expect(timers()).toEqual([8]);
  });

  it('DOMAIN 9.4: a claim that fails shows what stands there and leaves it', () => {
    const { hears } = actor(keyStore);
    hears(claim('k', { withToken: true }));
    const stands = { status: 'in-progress', body: null, token: 1 };
    expect(hears(claim('k', { withToken: true })).sent).toMatchObject([
      { ok: false, found: stands },
    ]);
    expect(hears(read('k')).sent).toMatchObject([{ found: stands }]);
  });

  it('DOMAIN 9.5: a plain SET drops the expiry, KEEPTTL keeps it, and PX sets it anew', () => {
    const { hears, timers } = actor(keyStore);
    hears(claim('k', { expiresIn: 5 }));
    hears({ ...save('k', 'ch-1'), keepsExpiry: true });
    expect(timers()).toEqual([5]);
    hears({ ...save('k', 'ch-1'), expiresIn: 7 });
    expect(timers()).toEqual([7]);
    hears(save('k', 'ch-1'));
    expect(timers()).toEqual([]);
  });

  it('DOMAIN 9.5: SET overwrites another worker’s record', () => {
    const { hears } = actor(keyStore);
    hears(claim('k', { withToken: true }));
    expect(hears(save('k', 'mine')).sent).toMatchObject([{ ok: true }]);
    expect(hears(read('k')).sent).toMatchObject([{ found: { status: 'done', body: 'mine' } }]);
  });

  it('DOMAIN 9.6: DEL removes the next holder’s lock; a script that compares the token does not', () => {
    const { hears, timers, waits } = actor(keyStore);
    const mine = { expiresIn: 5, withToken: true } as const;
    expect(hears(claim('k', mine)).sent).toMatchObject([{ token: 1 }]);
    waits();
    expect(hears(claim('k', mine)).sent).toMatchObject([{ token: 2 }]);
    const stands = { token: 2 };
    expect(hears(remove('k', 1)).sent).toMatchObject([{ ok: false, found: null, count: 0 }]);
    expect(hears(saveAs('k', 1)).sent).toMatchObject([{ ok: false, found: stands }]);
    expect(timers()).toEqual([5]);
    expect(hears(remove('k')).sent).toMatchObject([{ ok: true, found: null, count: 1 }]);
    expect(timers()).toEqual([]);
    expect(hears(remove('k')).sent).toMatchObject([{ ok: false, found: null }]);
    expect(hears(saveAs('k', 2)).sent).toMatchObject([{ ok: false, found: null }]);
  });

  it('DOMAIN 9.6: the script that compares obeys whoever has the token', () => {
    const { hears } = actor(keyStore);
    hears(claim('k', { withToken: true }));
    expect(hears(saveAs('k', 1)).sent).toMatchObject([{ ok: true }]);
    expect(hears(remove('k', 1)).sent).toMatchObject([{ ok: true }]);
    expect(hears(claim('k', { withToken: true })).sent).toMatchObject([{ ok: true }]);
  });

  it('DOMAIN 9.8: without persistence it starts again with no keys', () => {
    const before = actor(keyStore);
    before.hears(save('k', 'ch-1'));
    // A crash makes the machine anew: see the engine.
    expect(actor(keyStore).hears(read('k')).sent).toMatchObject([{ ok: false, found: null }]);
  });

  it('DOMAIN 9.9: allkeys-* evicts any key, volatile-* those that expire', () => {
    const kept = (input: KeyStoreInput) => {
      const { hears } = actor(keyStore, input);
      hears(save('for ever', 'ch-1'));
      hears(claim('for a while', { expiresIn: 5 }));
      hears(FILLED);
      return ['for ever', 'for a while'].filter((key) => hears(read(key)).sent[0]?.['ok']);
    };
    expect(kept({ evicts: 'any-key' })).toEqual([]);
    expect(kept({ evicts: 'expiring-keys' })).toEqual(['for ever']);
    expect(kept({ evicts: 'nothing' })).toEqual(['for ever', 'for a while']);
  });

  it('DOMAIN 9.9: with noeviction a claim fails once memory is full, and what is there can be read', () => {
    const { hears } = actor(keyStore, { evicts: 'nothing' });
    hears(claim('k', { expiresIn: 5 }));
    hears(FILLED);
    for (const command of [claim('other'), save('k', 'ch-1')]) {
      expect(hears(command).sent).toMatchObject([{ ok: false, found: null, error: 'OOM' }]);
    }
    expect(hears(read('k')).sent).toMatchObject([{ ok: true }]);
    expect(hears(remove('k')).sent).toMatchObject([{ ok: true }]);
  });

  it('DOMAIN 9.12: gives claims of a key numbers that only grow, whatever becomes of the claims', () => {
    const { hears, waits } = actor(keyStore);
    const numbered = { ...claim('k', { expiresIn: 5 }), numbered: true };
    expect(hears(numbered).sent).toMatchObject([{ ok: true, number: 1 }]);
    expect(hears(numbered).sent[0]).not.toHaveProperty('number');
    waits();
    expect(hears(numbered).sent).toMatchObject([{ ok: true, number: 2 }]);
    hears(remove('k'));
    expect(hears(numbered).sent).toMatchObject([{ ok: true, number: 3 }]);
    expect(hears({ ...numbered, key: 'constructor' }).sent).toMatchObject([{ number: 1 }]);
  });
});

// Helpers

const read = (key: string) => ({ type: 'key.read', key });
const claim = (key: string, more: { expiresIn?: number; withToken?: true } = {}) => ({
  ...{ type: 'key.claimed', key },
  ...more,
});
const save = (key: string, body: string) => ({ type: 'key.saved', key, body });
const saveAs = (key: string, token: number) => ({ ...save(key, 'ch-1'), token });
const expire = (key: string, expiresIn: number) => ({ type: 'key.expirySet', key, expiresIn });
const remove = (key: string, token?: number) => ({
  ...{ type: 'key.deleted', key },
  ...(token === undefined ? {} : { token }),
});
const FILLED = { type: 'memory.filled' };
