import { describe, expect, it } from 'vitest';

import { actor } from '@/simulations/actors/acting';
import { webhookApp, type WebhookAppInput } from '@/simulations/actors/webhook-app';

describe('webhook app', () => {
  it.each([
    { dedup: 'webhook-id', id: 'hook-1' },
    { dedup: 'event-id', id: 'event-1' },
  ] as const)('DOMAIN 11: registers and ships in one transaction, by $dedup', ({ dedup, id }) => {
    const { hears } = app({ dedup });
    const said = [hears(SENT), hears(rows(0)), hears(rows(1)), hears(rows(1)), hears(rows(0))];
    expect(said.map(({ sent }) => sent[0])).toMatchObject([
      { statement: { op: 'begin' } },
      { statement: { op: 'insert', table: 'inbox', row: { id }, onConflict: 'nothing' } },
      { statement: { op: 'insert', table: 'shipments' } },
      { statement: { op: 'commit' } },
      { to: 'platform.1', type: 'webhook.answered', attempt: 1 },
    ]);
  });

  it('ships nothing for what is registered, and answers all the same', () => {
    const { hears, state } = app({ dedup: 'event-id' });
    hears(SENT);
    hears(rows(0));
    expect(hears(rows(0)).sent).toMatchObject([{ statement: { op: 'rollback' } }]);
    expect(hears(rows(0)).sent).toMatchObject([{ type: 'webhook.answered' }]);
    expect(state()).toBe('idle');
  });

  it('ships at once where it compares nothing', () => {
    expect(app({}).hears(SENT).sent).toMatchObject([
      { statement: { op: 'insert', table: 'shipments' } },
    ]);
  });

  it('DOMAIN 11: writes an address over the one that is there; with versions, over an older one only', () => {
    const written = (versioned: boolean) =>
      app({ about: 'address', versioned }).hears({ ...SENT, version: 2 }).sent;
    expect(written(false)).toMatchObject([
      { statement: { table: 'addresses', onConflict: { set: { version: 2 } } } },
    ]);
    expect(written(false)[0]).not.toHaveProperty('statement.onConflict.where');
    expect(written(true)).toMatchObject([{ statement: { onConflict: { where: { version: 1 } } } }]);
  });
});

// Helpers

const SENT = {
  ...{ type: 'webhook.sent', from: 'platform.1', event: 'event-1', webhook: 'hook-1' },
  ...{ attempt: 1, version: 1 },
};
const rows = (count: number) => ({ type: 'statement.answered', sqlstate: null, count, rows: [] });
const app = (input: Partial<WebhookAppInput>) =>
  actor(webhookApp, { dedup: 'none', about: 'paid', versioned: false, ...input });
