import { dueTimersOf } from '@/lib/engine/choices';
import type { Choice } from '@/lib/engine/core';
import { formatDirective, type Script } from '@/lib/engine/directive';
import { LIMITS } from '@/lib/engine/limits';
import { type Ending, play, type Run, scriptOf } from '@/lib/engine/run';
import { step } from '@/lib/engine/step';
import type { Trace, TraceEntry } from '@/lib/engine/trace';
import { createWorld, type World } from '@/lib/engine/world';
import { faultsOnly, shortestThat } from '@/lib/explorer/minimise';
import type { Question } from '@/lib/explorer/question';
import type { Days } from '@/lib/explorer/sampler/day';
import * as diary from '@/lib/explorer/sampler/diary';
import { type OutcomeName, OUTCOMES, presentIn } from '@/lib/outcomes/outcome';
import { type Course, judgeRun } from '@/lib/outcomes/judge-run';

/** A sampled day, lived through again in a real world. */
export interface Relived {
  readonly trace: Trace;
  readonly last: World;
  readonly outcomes: readonly OutcomeName[];
}

/** Scripts by which a day can be played. */
export interface Scripts {
  /** As few directives as show the same outcomes and no other. */
  readonly short: Script;
  /** Everything that went otherwise than on a calm day; null if that is more than a script may hold. */
  readonly whole: Script | null;
}

/** Lives through the day of a seed once more, step by step in the engine. */
export function relive(
  question: Question,
  days: Days,
  seed: number,
  first = createWorld(question.cast),
): Relived {
  days.live(seed);
  const names = days.tables.processes.map(({ id }) => id);
  const trace: TraceEntry[] = [];
  let last = first;
  for (let at = 0; at < days.diary.length; at += 1) {
    const next = step(last, choiceOf(last, names, days.diary.choices[at] as number));
    last = next.world;
    if (next.entry) trace.push(next.entry);
  }
  const outcomes = days.cutOff
    ? outcomesIn(days.outcomes)
    : outcomesOf(question, { trace, ending: 'quiescent', last });
  return { trace, last, outcomes };
}

/** Writes scripts of the day of a seed. Null if it was cut off: then there is no end to play it to. */
export function reopen(question: Question, days: Days, seed: number): Scripts | null {
  const first = createWorld(question.cast);
  const { trace, outcomes } = relive(question, days, seed, first);
  return days.cutOff ? null : scriptsOf(question, first, trace, outcomes);
}

const outcomesIn = (bits: number): readonly OutcomeName[] =>
  OUTCOMES.filter((_, place) => (bits & (1 << place)) !== 0);

function choiceOf(world: World, processes: readonly string[], noted: number): Choice {
  const which = diary.whichOf(noted);
  switch (diary.kindOf(noted)) {
    case diary.DELIVER:
      return { kind: 'deliver', parcel: which };
    case diary.LOSE:
      return { kind: 'lose', parcel: which };
    case diary.DUPLICATE:
      return { kind: 'duplicate', parcel: which };
    case diary.CRASH:
      return { kind: 'crash', process: processes[which] ?? '' };
    case diary.WAIT:
      return { kind: 'wait', ticks: which };
    default:
      return fireOf(world, processes[diary.processOf(which)] ?? '', diary.placeOf(which));
  }
}

function fireOf(world: World, process: string, place: number): Choice {
  const due = world.system
    .actorsOf(process)
    .flatMap(({ index }) => dueTimersOf(world, index).map((timer) => ({ actor: index, timer })));
  const fired = due[place];
  if (!fired) throw new Error(`No timer ${place} of "${process}" is due`);
  return { kind: 'fire', ...fired };
}

const outcomesOf = (question: Question, played: Course): readonly OutcomeName[] =>
  presentIn(judgeRun(played, question).outcomes);

function scriptsOf(
  question: Question,
  first: World,
  trace: Trace,
  outcomes: readonly OutcomeName[],
): Scripts {
  const exact = scriptOf(trace);
  const faults = faultsOnly(first.system, trace);
  const whole = sameDay(play(first, faults), trace) ? faults : exact;
  const shows = (script: Script): boolean => {
    const played = play(first, script);
    return isToldWhole(played) && outcomesOf(question, played).join() === outcomes.join();
  };
  // Of a day without harm every part can be left out, so nothing is.
  const short =
    outcomes.length === 0
      ? shows(faults)
        ? faults
        : exact
      : (shortestThat(first.system, trace, shows) ?? exact);
  return { short, whole: whole.length > LIMITS.directivesMax ? null : whole };
}

const isToldWhole = ({ ending, unapplied }: { ending: Ending; unapplied: Run['unapplied'] }) =>
  ending === 'quiescent' && unapplied.length === 0;

/** The same things at the same times. Holding a message back is a step of its own, and says no more. */
function sameDay(played: Run, trace: Trace): boolean {
  if (!isToldWhole(played)) return false;
  const told = played.trace.filter(({ kind }) => kind !== 'delayed').map(wordsOf);
  return told.join() === trace.map(wordsOf).join();
}

const wordsOf = ({ atTicks, directive }: TraceEntry): string =>
  `${atTicks} ${formatDirective(directive)}`;
