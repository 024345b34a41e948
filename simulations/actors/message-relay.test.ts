import { describe, expect, it } from 'vitest';

import { startActor } from '@/lib/engine/step-actor';
import { actor } from '@/simulations/actors/acting';
import { messageRelay } from '@/simulations/actors/message-relay';
import type { Row } from '@/simulations/messages';

describe('message relay', () => {
  it('DOMAIN 13.2: publishes, then deletes, so that a crash in between makes it publish again', () => {
    const first = actor(messageRelay);
    const published = { to: 'queue', type: 'message.published', id: 'key-A', intent: 'A' };
    expect(first.hears(rows(ROW)).sent).toMatchObject([published]);
    expect(first.hears({ type: 'publish.confirmed', attempt: 1 }).sent).toMatchObject([
      { statement: { op: 'delete', table: 'outbox', where: { message: 'key-A' } } },
    ]);
    // It dies instead, and the row is still there: the same message, under the same id.
    expect(actor(messageRelay).hears(rows(ROW)).sent).toMatchObject([published]);
  });

  it('looks as soon as it starts, since nobody notifies who is not there', () => {
    const { effects } = startActor(messageRelay, null);
    expect(effects).toMatchObject([{ message: { statement: { op: 'select', table: 'outbox' } } }]);
  });
});

// Helpers

const ROW = { message: 'key-A', order: 'A' };
const rows = (...found: readonly Row[]) => ({
  ...{ type: 'statement.answered', count: found.length, rows: found },
});
