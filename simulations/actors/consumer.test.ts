import { describe, expect, it } from 'vitest';

import { actor } from '@/simulations/actors/acting';
import { consumer } from '@/simulations/actors/consumer';

describe('consumer', () => {
  it('ships at once and then acknowledges, without an inbox', () => {
    const { hears, state } = actor(consumer, { dedup: 'none' });
    expect(hears(DELIVERY).sent).toMatchObject([
      { to: 'orders', inTransaction: false, statement: { op: 'insert', table: 'shipments' } },
    ]);
    expect(hears(rows(1)).sent).toMatchObject([ACKNOWLEDGEMENT]);
    expect(state()).toBe('idle');
  });

  it('registers, ships and commits before it acknowledges, with an inbox', () => {
    const { hears } = actor(consumer, { dedup: 'inbox' });
    const said = [hears(DELIVERY), hears(rows(0)), hears(rows(1)), hears(rows(1)), hears(rows(0))];
    expect(said.map(({ sent }) => sent[0])).toMatchObject([
      { inTransaction: true, statement: { op: 'begin' } },
      {
        statement: {
          op: 'insert',
          table: 'inbox',
          row: { message: 'order-A' },
          onConflict: 'nothing',
        },
      },
      { inTransaction: true, statement: { op: 'insert', table: 'shipments' } },
      { statement: { op: 'commit' } },
      ACKNOWLEDGEMENT,
    ]);
  });

  it('ships nothing when the inbox knows the message, and acknowledges all the same', () => {
    const { hears } = actor(consumer, { dedup: 'inbox' });
    const said = [hears(DELIVERY), hears(rows(0)), hears(rows(0)), hears(rows(0))];
    expect(said.map(({ sent }) => sent[0])).toMatchObject([
      { statement: { op: 'begin' } },
      { statement: { op: 'insert', table: 'inbox' } },
      { statement: { op: 'rollback' } },
      ACKNOWLEDGEMENT,
    ]);
  });

  it.each(['none', 'inbox'])(
    'leaves a second delivery waiting while it is at work: %s',
    (dedup) => {
      const { hears } = actor(consumer, { dedup });
      hears(DELIVERY);
      expect(hears(DELIVERY).handled).toBe(false);
    },
  );
});

// Helpers

const DELIVERY = {
  ...{ type: 'message.delivered', from: 'queue', id: 'order-A', receipt: 'r1.2' },
  ...{ redelivered: false },
};
const ACKNOWLEDGEMENT = {
  ...{ to: 'queue', type: 'message.acknowledged', id: 'order-A', receipt: 'r1.2', intent: 'A' },
};
const rows = (count: number) => ({ type: 'statement.answered', sqlstate: null, count, rows: [] });
