import { describe, expect, it } from 'vitest';

import { actor } from '@/simulations/actors/acting';
import { logWorker, type LogWorkerInput } from '@/simulations/actors/log-worker';

describe('log worker', () => {
  it('DOMAIN 6.7: comes under its name before it asks how far it had come', () => {
    const { state, hears } = aWorker({});
    expect(state()).toBe('initializing');
    expect(hears(READY).sent).toMatchObject([{ to: 'log', type: 'offset.requested' }]);
    expect(hears(FOUND).sent).toMatchObject([{ to: 'source', type: 'record.polled', offset: 3 }]);
  });

  it('DOMAIN 6.8: sends the offset of the next record with the transaction, before it commits', () => {
    const { hears } = atWork({ offsets: 'inside' });
    expect(hears(PRODUCED).sent).toMatchObject([
      { type: 'offset.added', producer: 'p1', epoch: 4, offset: 4 },
    ]);
    expect(hears(NOTED).sent).toMatchObject([{ type: 'commit.requested', epoch: 4 }]);
    expect(hears(COMMITTED).sent).toMatchObject([{ type: 'record.polled', offset: 4 }]);
  });

  it('DOMAIN 6.9: commits the offset after the transaction, if it is no part of it', () => {
    const { hears } = atWork({ offsets: 'outside' });
    expect(hears(PRODUCED).sent).toMatchObject([{ type: 'commit.requested' }]);
    expect(hears(COMMITTED).sent).toMatchObject([{ type: 'offset.committed', offset: 4 }]);
    expect(hears({ ...NOTED, askedIn: 5 }).sent).toMatchObject([
      { type: 'record.polled', offset: 4 },
    ]);
  });

  it('DOMAIN 6.9: charges in the middle of the transaction, where the charge is a call', () => {
    const { hears, state } = polling({ provider: 'payments' });
    expect(hears(FETCHED).sent).toMatchObject([{ to: 'payments', type: 'charge.requested' }]);
    expect(state()).toBe('charging');
    expect(hears({ type: 'charge.accepted', charge: 'ch-1' }).sent).toMatchObject([
      { type: 'record.produced' },
    ]);
  });

  it('DOMAIN 6.1: gives its record the same number in every attempt', () => {
    const { waits, hears, state } = atWork({});
    const numbers = { producer: 'p1', epoch: 4, sequence: 0 };
    expect(waits().sent).toMatchObject([{ type: 'record.produced', attempt: 2, numbers }]);
    hears(PRODUCED);
    expect(state()).toBe('producing');
    hears({ ...PRODUCED, attempt: 2 });
    expect(state()).toBe('addingOffset');
  });

  it('DOMAIN 6.7: when it does not hear whether it is committed, commits again, and does nothing else', () => {
    const { hears, waits, state } = atWork({ offsets: 'inside' });
    for (const answer of [PRODUCED, NOTED]) hears(answer);
    expect(waits().sent).toMatchObject([{ type: 'commit.requested', epoch: 4, attempt: 2 }]);
    hears(COMMITTED);
    expect(state()).toBe('committing');
    hears({ ...COMMITTED, attempt: 2 });
    expect(state()).toBe('polling');
  });

  it('DOMAIN 6.10: writes its next record in the epoch with which the last one was committed', () => {
    const { hears } = atWork({ offsets: 'inside' });
    for (const answer of [PRODUCED, NOTED, COMMITTED]) hears(answer);
    expect(hears({ ...FETCHED, offset: 4 }).sent).toMatchObject([
      { type: 'record.produced', attempt: 1, numbers: { epoch: 5, sequence: 0 } },
    ]);
  });

  it.each([
    ['its record is', [], 'produce.answered'],
    ['its offset is', ['produce.answered'], 'offset.answered'],
    ['its commit is', ['produce.answered', 'offset.answered'], 'commit.answered'],
  ])('DOMAIN 6.7: starts over under its name when %s refused', (_, before, refusing) => {
    const { hears, waits } = atWork({ offsets: 'inside' });
    for (const type of before) hears({ ...ANSWERS[type], type });
    waits();
    const { sent } = hears({ ...REFUSED, type: refusing, attempt: 2 });
    expect(sent).toMatchObject([{ type: 'transactions.initialized', name: 'n', attempt: 2 }]);
    // An answer to its first coming is none to this one.
    expect(hears(READY).sent).toEqual([]);
    expect(hears({ ...READY, attempt: 2, epoch: 6 }).sent).toMatchObject([
      { type: 'offset.requested', attempt: 1 },
    ]);
  });

  it.each(['producing', 'addingOffset', 'committing', 'committingOffset'])(
    'stops when it has been told nothing as often as it may ask, %s',
    (at) => {
      const { hears, waits, state } = atWork({
        offsets: at === 'committingOffset' ? 'outside' : 'inside',
      });
      for (const answer of [PRODUCED, NOTED, COMMITTED]) if (state() !== at) hears(answer);
      expect(state()).toBe(at);
      for (const attempt of [2, 3]) expect(waits().sent).toMatchObject([{ attempt }]);
      expect(waits().sent).toEqual([]);
      expect(state()).toBe('stopped');
    },
  );

  it('does not take for an answer what was asked in an earlier epoch', () => {
    const { hears, state } = atWork({ offsets: 'inside' });
    hears({ ...REFUSED, type: 'produce.answered' });
    hears({ ...READY, attempt: 2, epoch: 6 });
    expect(hears(FOUND).sent).toEqual([]);
    for (const answer of [{ ...FOUND, askedIn: 6 }, FETCHED]) hears(answer);
    expect(hears(PRODUCED).sent).toEqual([]);
    expect(state()).toBe('producing');
    expect(hears({ ...PRODUCED, askedIn: 6 }).sent).toMatchObject([{ type: 'offset.added' }]);
  });

  it('stops when it has come as often as it may, and has been told nothing', () => {
    const { hears, waits, state } = atWork({});
    hears({ ...REFUSED, type: 'produce.answered' });
    expect(waits().sent).toMatchObject([{ type: 'transactions.initialized', attempt: 3 }]);
    expect(waits().sent).toEqual([]);
    expect(state()).toBe('stopped');
  });

  it('stops when it has been fenced as often as it may come', () => {
    const { hears, state } = atWork({});
    for (const attempt of [2, 3]) {
      hears({ ...REFUSED, type: 'produce.answered' });
      for (const answer of [{ ...READY, attempt }, FOUND, FETCHED]) hears(answer);
      expect(state()).toBe('producing');
    }
    expect(hears({ ...REFUSED, type: 'produce.answered' }).sent).toEqual([]);
    expect(state()).toBe('stopped');
  });

  it('is started again when it has stopped, and remembers nothing', () => {
    const { hears, waits, state } = atWork({});
    while (state() !== 'stopped') waits();
    expect(waits().sent).toMatchObject([{ type: 'transactions.initialized', attempt: 1 }]);
    expect(hears(READY).sent).toMatchObject([{ type: 'offset.requested', attempt: 1 }]);
    expect(hears({ ...FOUND, offset: 0 }).sent).toMatchObject([{ offset: 0 }]);
    // Its record is not taken for one that it sends again.
    expect(hears(FETCHED).sent).toMatchObject([{ type: 'record.produced', attempt: 1 }]);
  });
});

// Helpers

const READY = { type: 'transactions.ready', producer: 'p1', epoch: 4, aborted: false, attempt: 1 };
const ASKED = { attempt: 1, askedIn: READY.epoch };
const FOUND = { type: 'offset.found', offset: 3, ...ASKED };
const FETCHED = { type: 'record.fetched', id: 'order-A', offset: 3 };
const PRODUCED = { type: 'produce.answered', offset: 0, error: null, known: false, ...ASKED };
const NOTED = { type: 'offset.answered', error: null, ...ASKED };
const COMMITTED = { type: 'commit.answered', error: null, epoch: 5, ...ASKED };
const REFUSED = { error: 'old epoch', offset: null, epoch: 6, ...ASKED };
const ANSWERS: Readonly<Record<string, object>> = {
  ...{ 'produce.answered': PRODUCED, 'offset.answered': NOTED },
};

const aWorker = (input: Partial<LogWorkerInput>) =>
  actor(logWorker, {
    ...{ source: 'source', log: 'log', name: 'n', offsets: 'inside', amount: 100 },
    ...{ retries: 2, timeoutTicks: 3 },
    ...input,
  });

/** It knows its number and its place, and waits for a record. */
function polling(input: Partial<LogWorkerInput>) {
  const worker = aWorker(input);
  for (const answer of [READY, FOUND]) worker.hears(answer);
  return worker;
}

/** It has sent its record to the log. */
function atWork(input: Partial<LogWorkerInput>) {
  const worker = polling(input);
  worker.hears(FETCHED);
  return worker;
}
