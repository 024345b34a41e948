import { describe, expect, it } from 'vitest';

import { actor } from '@/simulations/actors/acting';
import { webhookSender } from '@/simulations/actors/webhook-sender';

describe('webhook sender', () => {
  it('DOMAIN 11: delivers again what is not answered, with the same ids and the same state', () => {
    const { hears, waits, state } = sender();
    const first = hears(HAPPENED).sent;
    expect(first).toMatchObject([
      { to: 'app', event: 'event-1', webhook: 'hook-1', version: 1, attempt: 1 },
    ]);
    waits();
    expect(state()).toBe('pausing');
    expect(waits().sent).toEqual(first.map((message) => ({ ...message, attempt: 2 })));
  });

  it('is done when it is answered', () => {
    const { hears, timers } = sender();
    hears(HAPPENED);
    expect(hears(ANSWER).facts).toMatchObject([{ name: 'webhook.settled', says: 'done' }]);
    expect(timers()).toEqual([]);
  });

  it('does not hear the answer to an attempt that it has given up on', () => {
    const { hears, waits, state } = sender();
    hears(HAPPENED);
    waits();
    waits();
    expect(hears(ANSWER).handled).toBe(false);
    expect(state()).toBe('delivering');
  });

  it('DOMAIN 11: gives up at last, and delivers once more when somebody asks for it', () => {
    const { hears, waits } = sender();
    hears(HAPPENED);
    waits();
    waits();
    expect(waits().facts).toEqual([{ name: 'client.gave-up', intent: 'A' }]);
    expect(hears({ type: 'retry.wanted' }).sent).toMatchObject([
      { event: 'event-1', webhook: 'hook-1' },
    ]);
  });

  it('DOMAIN 11: passes the event on to whoever delivers for the next subscription', () => {
    expect(sender({ next: 'platform.2' }).hears(HAPPENED).sent).toMatchObject([
      { to: 'platform.2', type: 'purchase.wanted' },
      { to: 'app' },
    ]);
  });
});

// Helpers

const HAPPENED = { type: 'purchase.wanted', amount: 100 };
const ANSWER = { type: 'webhook.answered', attempt: 1 };
const sender = (more: object = {}) =>
  actor(webhookSender, {
    ...{ endpoint: 'app', event: 'event-1', webhook: 'hook-1', version: 1 },
    ...{ retries: 1, timeoutTicks: 5, pauseTicks: 2, ...more },
  });
