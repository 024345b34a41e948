import { expect, it } from 'vitest';

import { actor } from '@/simulations/actors/acting';
import { addressService } from '@/simulations/actors/address-service';
import { operator } from '@/simulations/actors/operator';

it('has moved back what was put aside', () => {
  expect(actor(operator).hears({ type: 'alarm.raised', from: 'queue', id: 'order-A' })).toEqual({
    sent: [{ to: 'queue', type: 'redrive.requested', intent: 'A', id: 'order-A' }],
    ...{ facts: [], handled: true },
  });
});

it('answers whoever asks about an address, and that is all', () => {
  expect(actor(addressService).hears({ type: 'check.requested' })).toEqual({
    sent: [{ to: 'somebody', type: 'check.answered', intent: 'A' }],
    ...{ facts: [], handled: true },
  });
});
