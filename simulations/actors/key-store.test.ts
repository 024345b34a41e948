import { describe, expect, it } from 'vitest';

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
    expect(hears(claim('k')).sent).toMatchObject([{ ok: true, found: null }]);
    expect(hears(claim('k')).sent).toMatchObject([
      { ok: false, found: { status: 'in-progress', body: null } },
    ]);
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

// Helpers

const read = (key: string) => ({ type: 'key.read', key });
const claim = (key: string) => ({ type: 'key.claimed', key });
const save = (key: string, body: string) => ({ type: 'key.saved', key, body });
