import { describe, expect, it } from 'vitest';

import { actor } from '@/simulations/actors/acting';
import { worker, type WorkerInput } from '@/simulations/actors/worker';

describe('worker', () => {
  it('ships and then acknowledges', () => {
    const { hears, state } = aWorker({});
    expect(kinds(hears(DELIVERY))).toEqual(['insert shipments']);
    expect(kinds(hears(rows(1)))).toEqual(['message.acknowledged']);
    expect(state()).toBe('idle');
  });

  it('acknowledges and then ships, if it is told to, and not once more afterwards', () => {
    const { hears, state } = aWorker({ ack: 'before' });
    expect(kinds(hears(DELIVERY))).toEqual(['message.acknowledged', 'insert shipments']);
    expect(kinds(hears(rows(1)))).toEqual([]);
    expect(state()).toBe('idle');
  });

  it('does all its work in the transaction of the inbox row', () => {
    const { hears } = aWorker({ dedup: 'inbox', checks: true });
    const said = [DELIVERY, rows(0), rows(1), CHECKED, rows(1), rows(0)].map((event) =>
      kinds(hears(event)),
    );
    expect(said.flat()).toEqual([
      ...['begin', 'insert inbox', 'check.requested', 'insert shipments', 'commit'],
      'message.acknowledged',
    ]);
  });

  it('ships nothing when the inbox knows the message, and acknowledges all the same', () => {
    const { hears } = aWorker({ dedup: 'inbox' });
    const said = [DELIVERY, rows(0), rows(0), rows(0)].map((event) => kinds(hears(event)));
    expect(said).toEqual([['begin'], ['insert inbox'], ['rollback'], ['message.acknowledged']]);
  });

  it('asks for more time again and again while it waits, and no longer', () => {
    const { hears, waits, timers } = aWorker({ checks: true, beatTicks: 2 });
    hears(DELIVERY);
    expect(timers()).toEqual([2]);
    for (const beat of [waits(), waits()]) {
      expect(beat.sent).toMatchObject([
        { to: 'queue', type: 'visibility.extended', id: 'order-A', receipt: 'r1.2' },
      ]);
    }
    hears(CHECKED);
    expect(timers()).toEqual([]);
  });

  it('skips whatever the broker has marked, if it trusts that', () => {
    const { hears } = aWorker({ dedup: 'flag' });
    const { sent, facts } = hears({ ...DELIVERY, redelivered: true });
    expect(sent.map(({ type }) => type)).toEqual(['message.acknowledged']);
    expect(facts).toEqual([{ name: 'duplicate.discarded', intent: 'A' }]);
    expect(kinds(hears(DELIVERY))).toEqual(['insert shipments']);
  });
});

// Helpers

const DELIVERY = {
  ...{ type: 'message.delivered', from: 'queue', id: 'order-A', receipt: 'r1.2' },
  ...{ redelivered: false },
};
const CHECKED = { type: 'check.answered', from: 'addresses' };
const rows = (count: number) => ({ type: 'statement.answered', sqlstate: null, count, rows: [] });

const aWorker = (input: Partial<WorkerInput>) =>
  actor(worker, { ack: 'after', dedup: 'none', checks: false, ...input });

/** What was sent, a statement by its operation and table. */
const kinds = ({ sent }: ReturnType<ReturnType<typeof actor>['hears']>) =>
  sent.map(({ type, statement }) => {
    const { op, table } = (statement ?? {}) as { op?: string; table?: string };
    return op === undefined ? type : [op, table].filter(Boolean).join(' ');
  });
