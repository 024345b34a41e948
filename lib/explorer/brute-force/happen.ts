/** For tests and benchmarks, with the rest of brute force. */
import type { EventObject } from 'xstate';

import { LIMITS, LimitExceeded } from '@/lib/engine/limits';
import type { Fact, Message, ProcessId, Ticks } from '@/lib/engine/model';
import { type ActorStep, startActor, stepActor, type TimerChange } from '@/lib/engine/step-actor';
import { unreachable } from '@/lib/engine/unreachable';
import { heardOf, type Move, takerOf } from '@/lib/explorer/brute-force/moves';
import {
  type ActorNow,
  type Left,
  NOBODY,
  opened,
  type OnTheWire,
  posted,
  processOf,
  type Rules,
  type Situation,
  type Timer,
} from '@/lib/explorer/brute-force/situation';

/** A situation while something happens in it. */
interface Draft {
  readonly rules: Rules;
  readonly actors: ActorNow[];
  wire: readonly OnTheWire[];
  /** What this step puts on the wire, behind all that is there. */
  readonly sent: OnTheWire[];
  readonly facts: Fact[];
  handovers: number;
}

/** Before anything has happened. */
export function firstSituation(rules: Rules): Situation {
  const { losses, duplicates, crashes } = rules.bounds;
  const starts = rules.actors.map(({ spec }) => startActor(spec.machine, spec.input));
  const draft: Draft = {
    ...{ rules, wire: [], sent: [], facts: [], handovers: 0 },
    actors: starts.map((step) => settled(rules, [], step)),
  };
  starts.forEach((step, actor) => {
    ask(draft, actor, step);
  });
  draft.sent.push(...rules.cast.openings.map((opening) => opened(rules, opening)));
  // What is recorded before anything has happened belongs to no entry of a trace, so nobody judges it.
  return { ...done(draft, { losses, duplicates, crashes }), facts: [] };
}

/** What comes of a move; null if it would put an attempt on the wire that lies outside the bounds. */
export function after(rules: Rules, situation: Situation, move: Move): Situation | null {
  const { actors, wire, facts, left } = situation;
  const draft: Draft = {
    ...{ rules, wire, sent: [], handovers: 0 },
    ...{ actors: [...actors], facts: [...facts] },
  };
  const still = carryOut(draft, left, move);
  const isOutside = draft.sent.some(({ message: { attempt } }) => {
    return typeof attempt === 'number' && attempt > rules.bounds.retries + 1;
  });
  return isOutside ? null : done(draft, still);
}

/** The same situation, later, nothing having happened. */
export function later(situation: Situation, ticks: Ticks): Situation {
  const less = (hours: Ticks): Ticks => Math.max(0, hours - ticks);
  return {
    ...situation,
    actors: situation.actors.map(({ snapshot, timers }) => ({
      snapshot,
      timers: timers.map((timer) => ({ ...timer, dueIn: timer.dueIn - ticks })),
    })),
    // What waits outside for a free handler may be overdue.
    wire: situation.wire.map((it) => ({
      ...it,
      usualIn: less(it.usualIn),
      latestIn: less(it.latestIn),
    })),
  };
}

const done = ({ actors, wire, sent, facts }: Draft, left: Left): Situation => ({
  ...{ actors, facts, left },
  wire: [...wire, ...sent],
});

/** Makes the move in the draft and says how many faults are left. */
function carryOut(draft: Draft, left: Left, move: Move): Left {
  switch (move.kind) {
    case 'deliver':
      deliver(draft, move.message);
      return left;
    case 'lose':
      takeOff(draft, move.message);
      return { ...left, losses: left.losses - 1 };
    case 'duplicate':
      draft.sent.push(onTheWire(draft, move.message));
      return { ...left, duplicates: left.duplicates - 1 };
    case 'fire':
      fire(draft, move.actor, move.timer);
      return left;
    case 'crash':
      crash(draft, move.process);
      return { ...left, crashes: left.crashes - 1 };
    default:
      return unreachable(move);
  }
}

function deliver(draft: Draft, message: number): void {
  const it = onTheWire(draft, message);
  takeOff(draft, message);
  const taker = takerOf(draft.rules, draft.actors, it.to, heardOf(it));
  if (taker !== null) hear(draft, taker, heardOf(it));
}

function fire(draft: Draft, actor: number, timer: number): void {
  const { snapshot, timers } = nowOf(draft, actor);
  const due = timers[timer];
  if (!due) throw new Error(`No timer ${timer}`);
  draft.actors[actor] = { snapshot, timers: timers.filter((other) => other !== due) };
  hear(draft, actor, due.event);
}

/** All of the process forget; only then do they start, and the others hear of it last. */
function crash(draft: Draft, process: ProcessId): void {
  const { rules } = draft;
  const dead = [...rules.actors.keys()].filter((at) => rules.actors[at]?.process.id === process);
  const names = dead.map((at) => rules.actors[at]?.spec.id ?? '');
  const connects = rules.cast.processes.some((it) => it.id === process && it.connects);
  draft.wire = draft.wire
    .filter(({ to }) => !names.includes(to) && !(connects && to === process))
    .map((it) => (names.includes(it.from) ? { ...it, from: NOBODY } : it));
  const starts = dead.map((at) => ({ at, step: startAgain(rules, at) }));
  for (const { at, step } of starts) draft.actors[at] = settled(rules, [], step);
  for (const { at, step } of starts) ask(draft, at, step);
  for (const at of rules.actors.keys()) {
    if (!dead.includes(at)) hear(draft, at, { type: 'connection.closed', peers: names } as never);
  }
}

/** One actor hears something, and does what it does about it. */
function hear(draft: Draft, actor: number, event: EventObject): void {
  const { snapshot, timers } = nowOf(draft, actor);
  const machine = draft.rules.actors[actor]?.spec.machine;
  if (!machine) throw new Error(`No actor ${actor}`);
  const step = stepActor(machine, snapshot, event);
  if (!step.handled) return;
  draft.actors[actor] = settled(draft.rules, timers, step);
  ask(draft, actor, step);
}

/** Facts are noted before anything is sent: what is sent within the process may record more. */
function ask(draft: Draft, actor: number, { effects }: ActorStep): void {
  for (const effect of effects) if (effect.type === 'record') draft.facts.push(effect.fact);
  for (const effect of effects) {
    if (effect.type === 'send') send(draft, actor, effect.to, effect.message);
  }
}

function send(draft: Draft, actor: number, to: string, message: Message): void {
  if (to === NOBODY) return;
  const { rules } = draft;
  const sender = rules.actors[actor];
  if (!sender) throw new Error(`No actor ${actor}`);
  const from = sender.spec.id;
  if (processOf(rules, to).id !== sender.process.id) {
    draft.sent.push(posted(rules, from, to, message));
    return;
  }
  draft.handovers += 1;
  if (draft.handovers > LIMITS.localHopsMax) {
    throw new LimitExceeded(`${sender.process.id} keeps talking to itself`);
  }
  const event = { ...message, from };
  const taker = takerOf(rules, draft.actors, to, event);
  if (taker !== null) hear(draft, taker, event);
}

/** How an actor stands after a step, with what the step did to its timers. */
function settled(rules: Rules, running: readonly Timer[], step: ActorStep): ActorNow {
  return {
    snapshot: step.snapshot,
    timers: step.timers.reduce<readonly Timer[]>(
      (timers, change) => changed(rules, timers, change),
      running,
    ),
  };
}

function changed(rules: Rules, timers: readonly Timer[], change: TimerChange): readonly Timer[] {
  const others = timers.filter(({ id }) => id !== change.id);
  if (change.type === 'cancel') return others;
  const dueIn = rules.timed ? change.ticks : 0;
  return [...others, { id: change.id, event: change.event, dueIn }];
}

function startAgain(rules: Rules, at: number): ActorStep {
  const spec = rules.actors[at]?.spec;
  if (!spec) throw new Error(`No actor ${at}`);
  return startActor(spec.machine, spec.input);
}

function nowOf({ actors }: Draft, actor: number): ActorNow {
  const now = actors[actor];
  if (!now) throw new Error(`No actor ${actor}`);
  return now;
}

function onTheWire({ wire }: Draft, message: number): OnTheWire {
  const it = wire[message];
  if (!it) throw new Error(`No message ${message}`);
  return it;
}

function takeOff(draft: Draft, message: number): void {
  draft.wire = draft.wire.filter((_, at) => at !== message);
}
