import { describe, expect, it } from 'vitest';

import type { Cast } from '@/lib/engine/model';
import { alone } from '@/lib/engine/toy-casts';
import { alarmClock } from '@/lib/engine/toys';
import { after, firstSituation, later } from '@/lib/explorer/brute-force/happen';
import { type Move, movesOf, patienceOf } from '@/lib/explorer/brute-force/moves';
import { type Rules, rulesOf, type Situation } from '@/lib/explorer/brute-force/situation';
import { castOf, herald, linked, player, reader, writer } from '@/lib/explorer/casts/pieces';

describe('time', () => {
  it('does not stand still for what nobody can take', () => {
    const { rules, first } = start(twoLettersToOneHandler());
    const busy = taken(rules, first, 'deliver', 'deliver', 'deliver');
    expect(busy.wire).toMatchObject([{ to: 'desk', latestIn: 0 }]);
    expect(movesOf(rules, busy)).toEqual([]);
    expect(patienceOf(rules, busy)).toBe(3);
    expect(movesOf(rules, later(busy, 3))).toMatchObject([{ kind: 'fire' }]);
  });
});

describe('a timer', () => {
  it('takes the place of one of its name, and is gone when it has gone off', () => {
    const set = { type: 'alarm.set', intent: null, number: 1, ticks: 2 };
    const cast = alone(
      alarmClock,
      [0, 1].map((atTicks) => ({ atTicks, message: set })),
    );
    const { rules, first } = start(cast);
    const once = taken(rules, first, 'deliver');
    const anew = taken(rules, later(once, 1), 'deliver');
    expect(anew.actors[0]?.timers).toMatchObject([{ id: 'alarm-1', dueIn: 2 }]);
    expect(taken(rules, later(anew, 2), 'fire').actors[0]?.timers).toEqual([]);
  });
});

describe('the faults left', () => {
  it('are fewer by each that comes', () => {
    const { rules, first } = start(manyFaults(), 2);
    expect(taken(rules, first, 'lose').left).toEqual({ losses: 1, duplicates: 2, crashes: 2 });
    expect(taken(rules, first, 'duplicate').left).toEqual({ losses: 2, duplicates: 1, crashes: 2 });
    expect(taken(rules, first, 'crash').left).toEqual({ losses: 2, duplicates: 2, crashes: 1 });
    const twice = taken(rules, first, 'duplicate', 'lose', 'lose');
    expect(movesOf(rules, twice).map(({ kind }) => kind)).toEqual(['crash']);
  });
});

describe('a crash', () => {
  it('takes timers and states, and lets requests arrive', () => {
    const { rules, first } = start(twoLettersToOneHandler(), 1);
    const busy = taken(rules, first, 'deliver', 'deliver', 'deliver');
    const again = taken(rules, busy, 'crash');
    expect(again.actors.map(({ timers }) => timers.length)).toEqual([0, 0]);
    expect(again.left.crashes).toBe(0);
    expect(movesOf(rules, again)).toMatchObject([{ kind: 'deliver' }]);
  });

  it('cuts requests, if it opened the connections on which they come', () => {
    const cast = twoLettersToOneHandler();
    const processes = cast.processes.map((each) => ({ ...each, connects: each.crashes }));
    const { rules, first } = start({ ...cast, processes }, 1);
    const busy = taken(rules, first, 'deliver', 'deliver', 'deliver');
    expect(busy.wire).toMatchObject([{ to: 'desk' }]);
    expect(taken(rules, busy, 'crash').wire).toEqual([]);
  });

  it('makes nobody of the sender of what it had sent', () => {
    const { rules, first } = start(correspondence(), 1);
    const sent = taken(rules, first, 'deliver');
    expect(sent.wire).toMatchObject([{ from: 'writer.1', to: 'desk' }]);
    const orphaned = taken(rules, sent, 'crash');
    expect(orphaned.wire).toMatchObject([{ from: 'nobody', to: 'desk' }]);
    const read = taken(rules, orphaned, 'deliver', 'fire');
    expect(read.facts.map(({ name, from }) => [name, from])).toContainEqual([
      'letter.read',
      'nobody',
    ]);
    expect(read.wire).toEqual([]);
  });

  it('cuts answers to it', () => {
    const { rules, first } = start(correspondence(), 1);
    const answered = taken(rules, first, 'deliver', 'deliver', 'fire');
    expect(answered.wire).toMatchObject([{ from: 'desk.1', to: 'writer.1' }]);
    expect(taken(rules, answered, 'crash').wire).toEqual([]);
  });

  it('lets all of a process forget before any of it starts to talk', () => {
    const { rules, first } = start(deskThatWritesToItself(), 1);
    for (const situation of [first, taken(rules, first, 'crash')]) {
      expect(situation.actors.map(({ timers }) => timers.length)).toEqual([0, 1]);
      expect(situation.wire).toEqual([]);
    }
  });

  it('may record what a start does, though the first start is nobody’s to judge', () => {
    const { rules, first } = start(deskThatWritesToItself(), 1);
    expect(first.facts).toEqual([]);
    // What it records comes before what its own process makes of what it sends.
    expect(taken(rules, first, 'crash').facts).toMatchObject([
      { name: 'letter.cried' },
      { name: 'letter.read' },
    ]);
  });

  it('is heard by the others, by name', () => {
    const { rules, first } = start(correspondence(), 1);
    expect(taken(rules, first, 'crash').facts).toEqual([
      { name: 'connection.lost', intent: 'A', peers: ['writer.1', 'writer.2'] },
    ]);
  });
});

// Helpers

const aDesk = (id: string, crashes: boolean, ticks: number) =>
  player(id, [{ id: `${id}.1`, machine: reader, input: { ticks } }], { crashes });

/** Somebody is told twice to write to a desk with one handler, who is deaf while it reads. */
const twoLettersToOneHandler = (): Cast =>
  castOf(
    [player('writer', [{ id: 'writer', machine: writer, input: null }]), aDesk('desk', true, 3)],
    [linked(['writer', 'desk'])],
    ['A', 'B'].map((intent) => told(intent)),
  );

/** One of two writers, who may crash together, writes to a desk that answers. */
const correspondence = (): Cast =>
  castOf(
    [
      player(
        'writer',
        ['writer.1', 'writer.2'].map((id) => ({ id, machine: writer, input: null })),
        { crashes: true },
      ),
      aDesk('desk', false, 0),
    ],
    [linked(['writer', 'desk'])],
    [told('A')],
  );

/** Somebody outside tells the writer to write. */
const told = (intent: string): Cast['openings'][number] => ({
  ...{ from: 'person', to: 'writer', atTicks: 0 },
  message: { type: 'letter.wanted', intent, to: 'desk' },
});

/** A letter that may be lost or doubled, to a desk that may crash. */
const manyFaults = (): Cast =>
  castOf(
    [
      player('herald', [{ id: 'herald', machine: herald, input: { to: 'desk' } }]),
      aDesk('desk', true, 0),
    ],
    [linked(['herald', 'desk'], { lossy: true })],
  );

/** A desk that, as soon as it starts, hands a letter to its own reader. */
const deskThatWritesToItself = (): Cast =>
  castOf(
    [
      player(
        'desk',
        [
          { id: 'desk.0', machine: herald, input: { to: 'desk.1' } },
          { id: 'desk.1', machine: reader, input: { ticks: 3 } },
        ],
        { crashes: true },
      ),
    ],
    [],
  );

function start(cast: Cast, faults = 0): { readonly rules: Rules; readonly first: Situation } {
  const rules = rulesOf(
    cast,
    { losses: faults, duplicates: faults, crashes: faults, retries: 0 },
    true,
  );
  return { rules, first: firstSituation(rules) };
}

/** What comes of the first move of each kind, one after the other. */
function taken(rules: Rules, first: Situation, ...kinds: readonly Move['kind'][]): Situation {
  return kinds.reduce((situation, kind) => {
    const move = movesOf(rules, situation).find((it) => it.kind === kind);
    const next = move ? after(rules, situation, move) : null;
    if (!next) throw new Error(`Nothing to ${kind}`);
    return next;
  }, first);
}
