import { describe, expect, it } from 'vitest';

import { actor } from '@/simulations/actors/acting';
import { paymentProvider } from '@/simulations/actors/payment-provider';

describe('payment provider', () => {
  it('charges each time that it is asked without a key', () => {
    const { hears } = actor(paymentProvider);
    const charges = [1, 2, 3].map(() => hears(charge(null)));
    expect(charges.map(({ facts }) => facts)).toMatchObject([
      [{ name: 'card.charged', intent: 'A', id: 'ch-1', amount: 100 }],
      [{ id: 'ch-2' }],
      [{ id: 'ch-3' }],
    ]);
    expect(charges.map(({ sent }) => sent[0]?.['charge'])).toEqual(['ch-1', 'ch-2', 'ch-3']);
  });

  it('charges once for a key, and tells of that charge ever after', () => {
    const { hears } = actor(paymentProvider);
    hears(charge(null));
    expect(hears(charge('k')).facts).toHaveLength(1);
    hears(charge(null));
    const again = hears(charge('k'));
    expect(again.facts).toEqual([]);
    expect(again.sent).toMatchObject([
      { to: 'somebody', type: 'charge.accepted', charge: 'ch-2', replayed: true },
    ]);
  });

  it.each(['', 'constructor', 'toString'])('takes %j for a key like any other', (key) => {
    const { hears } = actor(paymentProvider);
    expect(hears(charge(key)).facts).toHaveLength(1);
    expect(hears(charge(key)).facts).toHaveLength(0);
  });
});

// Helpers

const charge = (key: string | null) => ({ type: 'charge.requested', amount: 100, key });
