import { describe, expect, it } from 'vitest';

import { actor } from '@/simulations/actors/acting';
import { logReader, type LogReaderInput } from '@/simulations/actors/log-reader';

describe('log reader', () => {
  it('books each record, and asks for the next one when it is booked', () => {
    const { hears, state } = aReader({});
    expect(state()).toBe('polling');
    expect(hears(fetched(0)).sent).toMatchObject([insertInto('shipments')]);
    expect(state()).toBe('booking');
    expect(hears(BOOKED).sent).toMatchObject([{ to: 'log', type: 'record.polled', offset: 1 }]);
  });

  it('books where it is told to', () => {
    const { hears } = aReader({ table: 'charges' });
    expect(hears(fetched(0)).sent).toMatchObject([insertInto('charges')]);
  });

  it('DOMAIN 6.8: says what it wants to read, or nothing, which is everything', () => {
    for (const isolation of ['committed', 'uncommitted'] as const) {
      expect(secondPollOf({ isolation })).toMatchObject({ isolation });
    }
    expect(secondPollOf({})).not.toHaveProperty('isolation');
  });

  it('DOMAIN 6.8: goes on behind what it was shown, though it was not shown all that stands before', () => {
    const { hears } = aReader({ isolation: 'committed' });
    hears(fetched(2));
    expect(hears(BOOKED).sent).toMatchObject([{ type: 'record.polled', offset: 3 }]);
  });

  it('takes no record before it has booked the last one', () => {
    const { hears } = aReader({});
    hears(fetched(0));
    expect(hears(fetched(1)).handled).toBe(false);
  });
});

// Helpers

const fetched = (offset: number) => ({ type: 'record.fetched', id: 'order-A', offset });
const BOOKED = { type: 'statement.answered', sqlstate: null, command: 'insert', count: 1 };
const insertInto = (table: string) => ({
  ...{ to: 'orders', type: 'statement.sent' },
  statement: { op: 'insert', table, row: { order: 'order-A' } },
});
const aReader = (input: Partial<LogReaderInput>) => actor(logReader, { log: 'log', ...input });

/** What it asks for once it has booked a record. */
function secondPollOf(input: Partial<LogReaderInput>) {
  const { hears } = aReader(input);
  hears(fetched(0));
  return hears(BOOKED).sent[0];
}
