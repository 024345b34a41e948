import { describe, expect, it } from 'vitest';

import { actor } from '@/simulations/actors/acting';
import { hop } from '@/simulations/actors/hop';

const INPUT = {
  next: 'shipping',
  attempts: 3,
  backoff: 'none',
  baseTicks: 2,
  capTicks: 7,
} as const;
const REQUEST = {
  ...{ type: 'request.sent', method: 'POST', path: '/orders', amount: 100, attempt: 1, key: null },
};
const answer = (status: number) => ({
  type: 'response.sent',
  attempt: 1,
  status,
  body: null,
  replayed: false,
});
const statuses = (sent: readonly { readonly type: string }[]) =>
  sent.map((message) => ('status' in message ? message.status : message.type));

describe('a hop', () => {
  it('passes a request on, and its answer back', () => {
    const service = actor(hop, INPUT);
    expect(service.hears(REQUEST).sent).toMatchObject([{ to: 'shipping', type: 'request.sent' }]);
    expect(statuses(service.hears(answer(201)).sent)).toEqual([201]);
    expect(service.state()).toBe('idle');
  });

  it('calls again as often as it may, then says that what is behind it failed', () => {
    const service = actor(hop, INPUT);
    service.hears(REQUEST);
    const heard = [503, 503, 503].map((status) => statuses(service.hears(answer(status)).sent));
    expect(heard).toEqual([['request.sent'], ['request.sent'], [502]]);
  });

  it('DOMAIN 14.4: does not call again for what another call can’t mend', () => {
    const service = actor(hop, INPUT);
    service.hears(REQUEST);
    expect(statuses(service.hears(answer(422)).sent)).toEqual([422]);
  });

  it('pauses before it calls again', () => {
    const service = actor(hop, { ...INPUT, backoff: 'exponential' });
    service.hears(REQUEST);
    expect(service.hears(answer(503)).sent).toEqual([]);
    expect(service.timers()).toEqual([2]);
    expect(statuses(service.waits().sent)).toEqual(['request.sent']);
  });
});
