import { describe, expect, it } from 'vitest';

import { actor } from '@/simulations/actors/acting';
import { transactionalLog } from '@/simulations/actors/transactional-log';
import type { Isolation } from '@/simulations/log-messages';

// Numbers in titles are rows of the fact sheet on Kafka that the log is held to.
describe('transactional log', () => {
  it('DOMAIN 6.7: gives a name the same producer id in every life, and a higher epoch', () => {
    const { comes } = aLog();
    expect(comes('one')).toMatchObject({ producer: 'p1', epoch: 0, aborted: false });
    expect(comes('two')).toMatchObject({ producer: 'p2', epoch: 0 });
    expect(comes('one')).toMatchObject({ producer: 'p1', epoch: 1, aborted: false });
  });

  it('DOMAIN 6.7: aborts what an earlier life left open, and refuses whatever still comes from it', () => {
    const { comes, produces, adds, commits, reads, offset } = aLog();
    comes('one');
    produces(0, 'A');
    adds(0, 1);
    expect(comes('one')).toMatchObject({ epoch: 2, aborted: true });
    expect(produces(0, 'B', 1)).toMatchObject({ offset: null, error: 'old epoch' });
    expect(adds(0, 1)).toMatchObject({ error: 'old epoch' });
    expect(commits(0)).toMatchObject({ error: 'old epoch' });
    expect(commits(2)).toMatchObject({ error: 'no transaction' });
    expect(reads('committed', 0)).toEqual([]);
    expect(offset()).toBe(0);
  });

  it('DOMAIN 6.7: lets an earlier life end or change nothing of what the present one has begun', () => {
    const { comes, produces, adds, commits, reads, offset } = aLog();
    for (const name of ['one', 'one']) comes(name);
    produces(1, 'A');
    expect(adds(0, 1)).toMatchObject({ error: 'old epoch' });
    expect(commits(0)).toMatchObject({ error: 'old epoch' });
    expect(reads('committed', 0)).toEqual([]);
    commits(1);
    expect(offset()).toBe(0);
  });

  it('DOMAIN 6.7: tells whoever did not hear that it is committed so again, once the epoch is raised', () => {
    const { comes, produces, commits, entries } = aLog();
    comes('one');
    produces(0, 'A');
    expect(commits(0)).toMatchObject({ error: null, epoch: 1 });
    expect(commits(0)).toMatchObject({ error: null, epoch: 1 });
    expect(entries()).toBe(2);
  });

  it('DOMAIN 6.7: has nothing to commit where nothing was begun', () => {
    const { comes, produces, commits, entries } = aLog();
    comes('one');
    expect(commits(0)).toMatchObject({ error: 'no transaction' });
    produces(0, 'A');
    commits(0);
    expect(commits(1)).toMatchObject({ error: 'no transaction' });
    // Who has come again did not leave anything to be committed once more.
    comes('one');
    expect(commits(1)).toMatchObject({ error: 'old epoch' });
    expect(entries()).toBe(2);
  });

  it('DOMAIN 6.7: takes from somebody that it has given no id neither records nor commits', () => {
    const { produces, commits } = aLog();
    expect(produces(0, 'A')).toMatchObject({ offset: null, error: 'old epoch' });
    expect(commits(0)).toMatchObject({ error: 'old epoch' });
  });

  it('DOMAIN 6.3: knows a record that is sent again within its transaction', () => {
    const { comes, produces } = aLog();
    comes('one');
    expect([produces(0, 'A'), produces(0, 'A')]).toMatchObject([
      { offset: 0, known: false },
      { offset: 0, known: true },
    ]);
    expect(produces(0, 'B', 2)).toMatchObject({ offset: null, error: 'out of order' });
    expect(produces(0, 'B', 1)).toMatchObject({ offset: 1, known: false });
  });

  it('DOMAIN 6.10: begins each transaction with an epoch of its own, which no late record can get into', () => {
    const { comes, produces, commits } = aLog();
    comes('one');
    produces(0, 'A');
    commits(0);
    expect(produces(0, 'A', 1)).toMatchObject({ offset: null, error: 'old epoch' });
    expect(produces(1, 'B')).toMatchObject({ offset: 2, known: false });
  });

  it('DOMAIN 6.8: shows a record of an open transaction to whoever reads everything, and to no others', () => {
    const { comes, produces, commits, reads } = aLog();
    comes('one');
    produces(0, 'A');
    expect(reads('uncommitted', 0)).toEqual(['A at 0']);
    expect(reads('committed', 0)).toEqual([]);
    expect(commits(0)).toMatchObject({ error: null });
    expect(reads('committed', 0)).toEqual(['A at 0']);
  });

  it('DOMAIN 6.8: shows everything to whoever does not say what it wants', () => {
    const { comes, produces, hears } = aLog();
    comes('one');
    produces(0, 'A');
    const { sent } = hears({ type: 'record.polled', from: 'reader', offset: 0 });
    expect(sent).toMatchObject([{ type: 'record.fetched', id: 'A' }]);
  });

  it('DOMAIN 6.8: never shows an aborted record to readers of what is committed, and always to the others', () => {
    const { comes, produces, commits, reads } = aLog();
    comes('one');
    produces(0, 'A');
    comes('one');
    produces(2, 'A');
    commits(2);
    expect(reads('uncommitted', 0)).toEqual(['A at 0']);
    expect(reads('uncommitted', 1)).toEqual(['A at 2']);
    expect(reads('committed', 0)).toEqual(['A at 2']);
  });

  it('DOMAIN 6.8: holds back all that stands behind an open transaction: the last stable offset', () => {
    const { comes, produces, commits, reads } = aLog();
    for (const name of ['one', 'two']) comes(name);
    produces(null, 'before');
    produces(0, 'A', 0, 'p1');
    produces(null, 'behind');
    produces(0, 'B', 0, 'p2');
    commits(0, 'p2');
    expect(reads('committed', 0)).toEqual(['before at 0']);
    expect(reads('committed', 1)).toEqual([]);
    comes('one');
    expect(reads('committed', 1)).toEqual(['behind at 2']);
    expect(reads('committed', 3)).toEqual(['B at 3']);
  });

  it('wakes a reader that waits as soon as it may read on, and shows it no marker', () => {
    const { comes, produces, reads, hears } = aLog();
    comes('one');
    produces(0, 'A');
    expect(reads('committed', 0)).toEqual([]);
    expect(hears(commit(0)).sent).toMatchObject([
      { type: 'commit.answered' },
      { to: 'reader', type: 'record.fetched', id: 'A', offset: 0 },
    ]);
    expect(reads('uncommitted', 1)).toEqual([]);
  });

  it('DOMAIN 6.8: counts an offset with its transaction, and not before', () => {
    const { comes, produces, adds, commits, offset } = aLog();
    comes('one');
    produces(0, 'A');
    expect(adds(0, 1)).toMatchObject({ error: null });
    expect(offset()).toBe(0);
    commits(0);
    expect(offset()).toBe(1);
    produces(1, 'B');
    commits(1);
    expect(offset()).toBe(1);
  });

  it('DOMAIN 6.8: forgets an offset with its transaction, of which nothing else need be there', () => {
    const { comes, produces, adds, commits, offset, entries } = aLog();
    comes('one');
    adds(0, 1);
    expect(comes('one')).toMatchObject({ epoch: 2, aborted: true });
    expect(commits(2)).toMatchObject({ error: 'no transaction' });
    expect(offset()).toBe(0);
    // What others have open is not theirs to mark.
    comes('two');
    produces(0, 'B', 0, 'p2');
    adds(2, 1);
    commits(2);
    expect(offset()).toBe(1);
    expect(entries()).toBe(1);
  });

  it('DOMAIN 6.9: counts an offset that is no part of a transaction at once', () => {
    const { comes, produces, hears, offset } = aLog();
    comes('one');
    produces(0, 'A');
    hears({ type: 'offset.committed', offset: 1, attempt: 1 });
    comes('one');
    expect(offset()).toBe(1);
  });
});

// Helpers

const commit = (epoch: number, producer = 'p1') => ({
  ...{ type: 'commit.requested', producer, epoch, attempt: 1 },
});

function aLog() {
  const { hears } = actor(transactionalLog);
  const answer = (message: Parameters<typeof hears>[0]) => hears(message).sent[0];
  const produces = (epoch: number | null, id: string, sequence = 0, producer = 'p1') =>
    answer({
      ...{ type: 'record.produced', id, attempt: 1 },
      numbers: epoch === null ? null : { producer, epoch, sequence },
    });
  return {
    hears,
    produces,
    comes: (name: string) => answer({ type: 'transactions.initialized', name, attempt: 1 }),
    adds: (epoch: number, offset: number) =>
      answer({ type: 'offset.added', producer: 'p1', epoch, offset, attempt: 1 }),
    commits: (epoch: number, producer = 'p1') => answer(commit(epoch, producer)),
    offset: () => answer({ type: 'offset.requested', attempt: 1 })?.['offset'],
    /** What a reader is shown that asks at an offset. */
    reads: (isolation: Isolation, offset: number) =>
      hears({ type: 'record.polled', from: 'reader', isolation, offset }).sent.map(
        (sent) => `${sent['id'] as string} at ${sent['offset'] as number}`,
      ),
    /** How many records and markers there are: where a record of nobody’s transaction would stand. */
    entries: () => produces(null, 'last')?.['offset'],
  };
}
