import { describe, expect, it } from 'vitest';

import { actor } from '@/simulations/actors/acting';
import { keyCopy } from '@/simulations/actors/key-copy';
import { copiedKeyStore } from '@/simulations/actors/key-store';

describe('a key store with a copy', () => {
  it('serves nobody before it knows what there is', () => {
    const store = actor(copiedKeyStore, { copiesTo: 'replica' });
    expect(store.hears(read).handled).toBe(false);
    store.hears(NOTHING);
    expect(store.hears(read).sent).toMatchObject([{ ok: false, found: null }]);
  });

  it('DOMAIN 9.7: answers first and passes the write on afterwards, a failed one not at all', () => {
    const store = started();
    expect(store.hears(claim).sent).toMatchObject([
      { type: 'key.answered', ok: true },
      { type: 'keys.copied', to: 'replica', offset: 1, records: { k: { status: 'in-progress' } } },
    ]);
    expect(store.hears(claim).sent).toHaveLength(1);
    expect(store.hears(read).sent).toHaveLength(1);
    expect(store.waits().sent).toMatchObject([{ type: 'keys.copied', offset: 2, records: {} }]);
  });

  it('DOMAIN 9.7: what the replica has not heard by then is gone after a failover, though acknowledged', () => {
    const replica = actor(keyCopy, OF_KEYS);
    const [first, second] = [started(), started()];
    const [, copy] = first.hears(claim).sent;
    expect(restoredBy(replica)).toMatchObject([{ records: {}, offset: 0 }]);
    second.hears(NOTHING);
    expect(second.hears(claim).sent).toMatchObject([{ ok: true }, {}]);
    // The other way round: it has heard, and the claim outlives the failover.
    replica.hears({ ...copy, type: 'keys.copied', from: 'keys.1' });
    const [restored] = restoredBy(replica);
    const promoted = actor(copiedKeyStore, { copiesTo: 'replica' });
    promoted.hears({ ...restored, type: 'keys.restored' });
    expect(promoted.hears(claim).sent).toMatchObject([{ ok: false }]);
    expect(promoted.timers()).toEqual([5]);
  });

  it('takes writes in their order, and none of a store that is dead', () => {
    const replica = actor(keyCopy, OF_KEYS);
    replica.hears(copied(2, 'newer'));
    replica.hears(copied(1, 'older'));
    replica.hears({ ...copied(3, 'from the dead'), from: 'nobody' });
    expect(restoredBy(replica)).toMatchObject([{ records: { k: { body: 'newer' } }, offset: 2 }]);
  });

  it('heeds only the death of its own store', () => {
    const replica = actor(keyCopy, OF_KEYS);
    const died = { type: 'connection.closed', peers: ['api-a.1'] };
    expect(replica.hears(died).sent).toEqual([]);
  });
});

// Helpers

const OF_KEYS = { store: 'keys', actor: 'keys.1' };
const NOTHING = { type: 'keys.restored', records: {}, numbers: {}, offset: 0 };
const read = { type: 'key.read', key: 'k' };
const claim = { type: 'key.claimed', key: 'k', expiresIn: 5 };

function started() {
  const store = actor(copiedKeyStore, { copiesTo: 'replica' });
  store.hears(NOTHING);
  return store;
}

const copied = (offset: number, body: string) => ({
  ...{ type: 'keys.copied', from: 'keys.1', numbers: {}, offset },
  records: { k: { status: 'done', body } },
});

const restoredBy = ({ hears }: ReturnType<typeof actor>) =>
  hears({ type: 'connection.closed', peers: ['keys.1'] }).sent;
