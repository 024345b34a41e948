import { describe, expect, it } from 'vitest';

import { actor } from '@/simulations/actors/acting';
import {
  publishingService,
  type PublishingServiceInput,
} from '@/simulations/actors/publishing-service';

describe('publishing service', () => {
  it('DOMAIN 13.1: makes one write, then the other, and answers after both', () => {
    expect(course('database-first', [REQUEST, rows(1), CONFIRMED])).toEqual([
      ...['insert orders', 'message.published', '201'],
    ]);
    expect(course('broker-first', [REQUEST, CONFIRMED, rows(1)])).toEqual([
      ...['message.published', 'insert orders', '201'],
    ]);
  });

  it('DOMAIN 13.2: writes the message as a row in the order’s own transaction', () => {
    expect(course('outbox', [REQUEST, rows(0), rows(1), rows(1), rows(0)])).toEqual([
      ...['begin, in transaction', 'insert orders, in transaction'],
      ...['insert outbox, in transaction', 'commit, in transaction', '201'],
    ]);
  });

  it('takes an order that is there for done, whatever became of its message', () => {
    expect(course('database-first', [REQUEST, rows(0), rows(1)])).toEqual([
      ...['insert orders', 'select orders', '201'],
    ]);
  });

  it('refuses what somebody else has, after it has published it, if the queue comes first', () => {
    expect(course('broker-first', [REQUEST, CONFIRMED, rows(0), rows(0)])).toEqual([
      ...['message.published', 'insert orders', 'select orders', '422'],
    ]);
    expect(course('outbox', [REQUEST, rows(0), rows(0), rows(0), rows(0)])).toEqual([
      ...['begin, in transaction', 'insert orders, in transaction'],
      ...['rollback, in transaction', 'select orders', '422'],
    ]);
  });
});

// Helpers

const REQUEST = { type: 'request.sent', from: 'client', key: 'key-A', attempt: 1 };
const CONFIRMED = { type: 'publish.confirmed', attempt: 1 };
const rows = (count: number) => ({ type: 'statement.answered', sqlstate: null, count, rows: [] });

/** What a handler says to each thing that it hears, in a word or two. */
function course(
  write: PublishingServiceInput['write'],
  heard: readonly { readonly type: string }[],
): readonly string[] {
  const { hears } = actor(publishingService, { write });
  return heard.flatMap((message) =>
    hears(message).sent.map(({ type, status, statement, inTransaction }) => {
      if (typeof status === 'number') return String(status);
      if (type !== 'statement.sent') return type;
      const { op, table } = statement as { readonly op: string; readonly table?: string };
      return `${op}${table ? ` ${table}` : ''}${inTransaction === true ? ', in transaction' : ''}`;
    }),
  );
}
