import { describe, expect, it } from 'vitest';

import { actor } from '@/simulations/actors/acting';
import { markingConsumer, type MarkingConsumerInput } from '@/simulations/actors/marking-consumer';

describe('marking consumer', () => {
  it('marks, ships and acknowledges, when the mark comes first', () => {
    const { hears } = aConsumer({ mark: 'first' });
    const said = [DELIVERY, OK, ROW].map((event) => types(hears(event)));
    expect(said.flat()).toEqual(['key.claimed', 'statement.sent', 'message.acknowledged']);
  });

  it.each(['begun', 'done'] as const)('takes a mark that came first for done: %s', (status) => {
    const { hears, state } = aConsumer({ mark: 'first' });
    hears(DELIVERY);
    expect(types(hears(marked(status)))).toEqual(['message.acknowledged']);
    expect(state()).toBe('idle');
  });

  it('looks, ships and marks, when the mark comes after', () => {
    const { hears } = aConsumer({ mark: 'after' });
    const said = [DELIVERY, NOTHING, ROW, OK].map((event) => types(hears(event)));
    expect(said.flat()).toEqual([
      ...['key.read', 'statement.sent', 'key.saved', 'message.acknowledged'],
    ]);
  });

  it('leaves alone what somebody else has begun, and does not acknowledge it', () => {
    const { hears, state } = aConsumer({ mark: 'two-state' });
    hears(DELIVERY);
    expect(types(hears(marked('begun')))).toEqual([]);
    expect(state()).toBe('idle');
    hears(DELIVERY);
    expect(types(hears(marked('done')))).toEqual(['message.acknowledged']);
  });

  it('sets mark and lease with one command, or with two', () => {
    const one = aConsumer({ mark: 'two-state', lease: 'with-mark' });
    expect(one.hears(DELIVERY).sent).toMatchObject([{ type: 'key.claimed', expiresIn: 4 }]);
    expect(types(one.hears(OK))).toEqual(['statement.sent']);
    const two = aConsumer({ mark: 'two-state', lease: 'after-mark' });
    expect(two.hears(DELIVERY).sent[0]).not.toHaveProperty('expiresIn');
    expect(two.hears(OK).sent).toMatchObject([{ type: 'key.expirySet', expiresIn: 4 }]);
    expect(types(two.hears(OK))).toEqual(['statement.sent']);
  });

  it('sets no lease on a mark that is another’s', () => {
    const { hears } = aConsumer({ mark: 'two-state', lease: 'after-mark' });
    hears(DELIVERY);
    expect(types(hears(marked('done')))).toEqual(['message.acknowledged']);
  });
});

// Helpers

const DELIVERY = {
  ...{ type: 'message.delivered', from: 'queue', id: 'order-A', receipt: 'r1.1' },
  ...{ redelivered: false },
};
const OK = { type: 'key.answered', ok: true, found: null };
const NOTHING = { type: 'key.answered', ok: false, found: null };
const ROW = { type: 'statement.answered', sqlstate: null, count: 1, rows: [] };
const marked = (as: 'begun' | 'done') => ({
  ...{ type: 'key.answered', ok: false },
  found: { status: as === 'begun' ? 'in-progress' : 'done', body: null },
});

const aConsumer = (input: Partial<MarkingConsumerInput>) =>
  actor(markingConsumer, { mark: 'first', lease: 'with-mark', leaseTicks: 4, ...input });

const types = ({ sent }: ReturnType<ReturnType<typeof actor>['hears']>) =>
  sent.map(({ type }) => type);
