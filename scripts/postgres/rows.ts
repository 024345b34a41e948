import type { Move } from '@/simulations/actors/database/random-sessions';
import type { Row } from '@/simulations/messages';

import { movesOf, thing } from './shorthand.ts';

/** Sessions in an order that somebody thought of. */
export interface HandPicked {
  readonly name: string;
  readonly things: readonly Row[];
  readonly moves: readonly Move[];
}

const LEVELS = [undefined, 'repeatable-read', 'serializable'] as const;

/** What b does at each level about a row that a changes or makes, by the rows of the fact sheet. */
const WHILE_OPEN = {
  '10.1-10.3 DO NOTHING': [[], 'insert things 5', 'insert things 5 n=9 nothing'],
  '10.4 duplicate': [[], 'insert things 5', 'insert things 5 n=9'],
  '10.5 DO UPDATE': [[], 'insert things 5', 'insert things 5 token=null update'],
  '10.5 DO UPDATE, and whether it inserted': [
    ...[[], 'insert things 5'],
    'insert things 5 token=null update returning',
  ],
  '10.6 DO UPDATE WHERE': [[], 'insert things 5', 'insert things 5 token=null update-never'],
  '10.8-10.9 UPDATE': [[1], 'add 1', 'set 1 n=5 if n=0'],
  '10.9 DELETE': [[1], 'add 1', 'delete 1 if n=0'],
  '10.9 UPDATE of what is deleted': [[1], 'delete 1', 'add 1'],
  '10.9 UPDATE of what is locked': [[1], 'lock 1', 'add 1'],
  '10.15 SELECT FOR UPDATE': [[1], 'add 1', 'lock 1 if n=0'],
  '10.15 NOWAIT': [[1], 'add 1', 'lock 1 nowait'],
  '10.15 SKIP LOCKED': [[1, 2], 'add 1', 'lock skip-locked'],
} as const;

/** What goes on at every level, and elsewhere otherwise. */
const AT_LEVELS: Readonly<Record<string, readonly [things: readonly number[], moves: string]>> = {
  '10.10 read and write': [
    [1],
    'a begin LEVEL, b begin LEVEL, a select 1, b select 1, a set 1 n=110, b set 1 n=110, a commit, b commit',
  ],
  '10.12 SELECT-then-INSERT': [
    [],
    'a begin LEVEL, b begin LEVEL, a select notes 1, b select notes 1, a insert notes 1, b insert notes 1, a commit, b commit',
  ],
  '10.13 SELECT-then-INSERT, unique': [
    [],
    'a begin LEVEL, b begin LEVEL, a select 1, b select 1, a insert things 1, b insert things 1, a commit, b commit',
  ],
  '10.13 duplicate of what was committed': [
    [],
    'a begin LEVEL, b begin LEVEL, a select 1, b select 1, a insert things 1, a commit, b insert things 1, b commit',
  ],
  '10.13 duplicate that was not looked for': [
    [],
    'a begin LEVEL, b begin LEVEL, a select 1, b select notes 9, a insert things 1, b insert things 1, a commit, b commit',
  ],
  'snapshot at the first statement': [
    [1],
    'a begin LEVEL, a savepoint s, b add 1, a select, b add 1, a select, a commit, a select',
  ],
  'snapshot that outlives ROLLBACK TO': [
    [1],
    'a begin LEVEL, a savepoint s, a select, b add 1, a rollback-to s, a select, a add 1, a rollback-to s, a select, a commit',
  ],
  'changed, and locked by another': [
    [1],
    'a begin LEVEL, a select, b add 1, c begin, c lock 1, a add 1, a rollback, c commit',
  ],
  'deleted and put back': [
    [1],
    'b begin LEVEL, b select, a begin, a delete 1, a insert things 1 n=8, a commit, b select, b add 1, b commit',
  ],
  'a key that only the snapshot still sees': [
    [1],
    'a begin LEVEL, a select, b delete 1, a insert things 1 n=7, a select, a commit',
  ],
  'write skew': [
    [1, 2],
    'a begin LEVEL, b begin LEVEL, a select 1, b select 2, a set 2 n=5, b set 1 n=5, b commit, a commit',
  ],
  'write skew whose loser goes on': [
    [1, 2],
    'a begin LEVEL, b begin LEVEL, a select 1, b select 2, a set 2 n=5, b set 1 n=5, b commit, a select 1, a commit',
  ],
  'write skew that is seen while it is written': [
    [1, 2],
    'a begin LEVEL, b begin LEVEL, a select 1, b select 2, b set 1 n=5, b commit, a set 2 n=5, a commit',
  ],
  'one of a skew rolls back': [
    [1, 2],
    'a begin LEVEL, b begin LEVEL, a select 1, b select 2, a set 2 n=5, a rollback, b set 1 n=5, b commit',
  ],
  'one reads and one writes': [
    [1, 2],
    'a begin LEVEL, b begin LEVEL, a select 1, b set 1 n=5, b commit, a set 2 n=7, a commit',
  ],
  'a reader between two that fit in no order': [
    [1, 2],
    'a begin LEVEL, a select 1, b begin LEVEL, b set 1 n=5, b commit, c begin LEVEL, c select 1, c select 2, c commit, a set 2 n=7, a commit',
  ],
  'a reader that comes upon a pivot': [
    [1, 2],
    'a begin LEVEL, a select 1, b begin LEVEL, b set 1 n=5, b commit, c begin LEVEL, c select 1, a set 2 n=7, a commit, c select 2, c commit',
  ],
  'ON CONFLICT DO NOTHING in place of a read': [
    [1],
    'a begin LEVEL, b begin LEVEL, a insert things 1 nothing, b select notes 1, a insert notes 1, b delete 1, a commit, b commit',
  ],
  'a read in place of ON CONFLICT': [
    [1],
    'a begin LEVEL, b begin LEVEL, a select 1, b select notes 1, a insert notes 1, b delete 1, a commit, b commit',
  ],
};

const AT_READ_COMMITTED: typeof AT_LEVELS = {
  '10.4 ROLLBACK TO SAVEPOINT after a duplicate': [
    [1],
    'a begin, a add 1, a savepoint s, a insert things 2, a insert things 1, a select, a savepoint t, a release s, a rollback-to s, a select, a rollback-to s, a insert things 3, a commit',
  ],
  '10.4 locks from before and after a savepoint': [
    [1, 2],
    'a begin, a add 1, a savepoint s, a add 2, b add 2, c add 1, a insert things 1, a rollback-to s, a commit',
  ],
  '10.18 NULLs': [
    [],
    'a insert things 1 token=null, a insert things 2 token=null, a insert things 3 token=7, a insert things 4 token=7',
  ],
  '10.19 opposite order': [
    [1, 2],
    'a begin, b begin, a add 1, b add 2, a add 2, b add 1, a commit, b commit',
  ],
  'savepoints of one name': [
    [1],
    'a begin, a savepoint s, a add 1, a savepoint s, a add 1, a rollback-to s, a select, a release s, a rollback-to s, a select, a release s, a rollback-to s, a commit',
  ],
  'savepoints that are released': [
    [1, 2],
    'a begin, a savepoint s, a savepoint t, a add 1, a release t, a add 2, a rollback-to s, b add 1, a select, a commit',
  ],
  'savepoints out of place': [[], 'a savepoint s, a rollback-to s, a release s'],
  'an UPDATE that waits for a key': [
    [1, 2],
    'a begin, a add 1, c set 2 token=1, b insert things 2 token=null, a rollback',
  ],
  'an INSERT that waits for its second key': [
    [1],
    'a begin, a add 1, b insert things 5 token=1, c insert things 5, a commit',
  ],
};

export const HAND_PICKED: readonly HandPicked[] = [
  ...Object.entries(WHILE_OPEN).flatMap(([name, [things, meanwhile, statement]]) =>
    LEVELS.flatMap((level) =>
      ['commit', 'rollback'].map((end) => ({
        name: `${name}, ${level ?? 'read committed'}, ${end}`,
        things: things.map(thing),
        moves: movesOf(
          `a begin, b begin LEVEL, b select, a ${meanwhile}, b ${statement}, a ${end}, b select, b commit`,
          level,
        ),
      })),
    ),
  ),
  ...Object.entries(AT_LEVELS).flatMap(([name, [things, moves]]) =>
    LEVELS.map((level) => ({
      name: `${name}, ${level ?? 'read committed'}`,
      things: things.map(thing),
      moves: movesOf(moves, level),
    })),
  ),
  ...Object.entries(AT_READ_COMMITTED).map(([name, [things, moves]]) => ({
    ...{ name, things: things.map(thing), moves: movesOf(moves) },
  })),
];
