import { describe, expect, it } from 'vitest';

import { actor } from '@/simulations/actors/acting';
import {
  keyedChargeService,
  type KeyedChargeServiceInput,
} from '@/simulations/actors/keyed-charge-service';

describe('keyed charge service', () => {
  it('claims, charges, saves and replies, one after the other', () => {
    const { hears, state } = service();
    expect(hears(REQUEST).sent).toMatchObject([{ type: 'key.claimed', key: 'k' }]);
    expect(hears(OURS).sent).toMatchObject([{ type: 'charge.requested', amount: 100, key: null }]);
    expect(hears(CHARGED).sent).toMatchObject([{ type: 'key.saved', key: 'k', body: 'ch-1' }]);
    expect(hears(OURS).sent).toMatchObject([{ status: 201, body: 'ch-1', replayed: false }]);
    expect(state()).toBe('idle');
  });

  it('checks the purchase first if it is told to, and charges when that is over', () => {
    const { hears, state, timers, waits } = service({ checkTicks: 3 });
    hears(REQUEST);
    expect(hears(OURS).sent).toEqual([]);
    expect([state(), timers()]).toEqual(['checking', [3]]);
    expect(waits().sent).toMatchObject([{ type: 'charge.requested' }]);
  });

  it('DOMAIN 3.7: names the charge to the provider by its own key', () => {
    const { hears } = service({ downstreamKey: true });
    hears(REQUEST);
    expect(hears(OURS).sent).toMatchObject([{ type: 'charge.requested', key: 'pay-k' }]);
  });

  it.each([
    [null, 'for-ever', {}, {}],
    [4, 'for-ever', { expiresIn: 4 }, {}],
    [4, 'rest-of-claim', { expiresIn: 4 }, { keepsExpiry: true }],
    [null, 9, {}, { expiresIn: 9 }],
  ] as const)('with %s and %s says how long keys live', (claimTicks, keepsAnswer, claim, save) => {
    const { hears } = service({ claimTicks, keepsAnswer });
    const lifeOf = ({ sent: [message] }: ReturnType<typeof hears>) =>
      Object.fromEntries(Object.entries(message ?? {}).filter(([name]) => name.includes('xpir')));
    expect(lifeOf(hears(REQUEST))).toEqual(claim);
    hears(OURS);
    expect(lifeOf(hears(CHARGED))).toEqual(save);
  });

  it('answers from memory what is done, and tells others to come back', () => {
    const done = service();
    done.hears(REQUEST);
    expect(done.hears(theirs('done', 'ch-7')).sent).toMatchObject([
      { status: 201, body: 'ch-7', replayed: true },
    ]);
    const running = service();
    running.hears(REQUEST);
    expect(running.hears(theirs('in-progress', null)).sent).toMatchObject([{ status: 409 }]);
  });
});

// Helpers

const service = (input: Partial<KeyedChargeServiceInput> = {}) =>
  actor(keyedChargeService, {
    ...{ claimTicks: null, keepsAnswer: 'for-ever', checkTicks: 0, downstreamKey: false },
    ...input,
  });

const REQUEST = {
  ...{ type: 'request.sent', method: 'POST', path: '/charges' },
  ...{ amount: 100, attempt: 1, key: 'k' },
};
const OURS = { type: 'key.answered', ok: true, found: null };
const theirs = (status: string, body: string | null) => ({
  ...{ type: 'key.answered', ok: false },
  found: { status, body },
});
const CHARGED = { type: 'charge.accepted', charge: 'ch-1' };
