import type { Directive, Script } from '@/lib/engine/directive';
import { play, scriptOf } from '@/lib/engine/run';
import type { System } from '@/lib/engine/system';
import type { Trace } from '@/lib/engine/trace';
import type { World } from '@/lib/engine/world';
import type { OutcomeName } from '@/lib/outcomes/outcome';
import { type Judged, judgeRun } from '@/lib/outcomes/judge-run';

/**
 * A script that shows an outcome, as short as leaving out can make it: without any one of its directives
 * the outcome would not be there. Throws if the trace itself does not replay to the outcome, which would
 * be a mistake of the search.
 */
export function minimalScript(
  first: World,
  judged: Judged,
  trace: Trace,
  outcome: OutcomeName,
): Script {
  const shows = (script: Script): boolean => showsOutcome(first, judged, script, outcome);
  const script = shortestThat(first.system, trace, shows);
  if (!script) {
    throw new Error(`A search found "${outcome}", but playing what it found does not show it.`);
  }
  return script;
}

/**
 * As little of a trace as still shows something. Tries the faults of the trace alone first, with late
 * messages held back, since these read best; if they don't show it, every choice by name. Null if not
 * even that does.
 */
export function shortestThat(
  system: System,
  trace: Trace,
  shows: (script: Script) => boolean,
): Script | null {
  const faults = faultsOnly(system, trace);
  if (shows(faults)) return withoutNeedless(faults, shows);
  const exact = scriptOf(trace);
  return shows(exact) ? withoutNeedless(exact, shows) : null;
}

/** Whether a script plays to its end with every directive applied, and the outcome is there. */
export function showsOutcome(
  first: World,
  judged: Judged,
  script: Script,
  outcome: OutcomeName,
): boolean {
  const played = play(first, script);
  return (
    played.ending === 'quiescent' &&
    played.unapplied.length === 0 &&
    judgeRun(played, judged).outcomes[outcome].present
  );
}

/** Leaves out ever smaller stretches, then single directives until none can go. */
function withoutNeedless(script: Script, shows: (script: Script) => boolean): Script {
  let kept = script;
  for (let length = Math.ceil(script.length / 2); length >= 1;) {
    const before = kept.length;
    for (let start = kept.length - length; start >= 0; start -= length) {
      const shorter = [...kept.slice(0, start), ...kept.slice(start + length)];
      if (shows(shorter)) kept = shorter;
    }
    if (length > 1 || kept.length === before) length >>= 1;
  }
  return kept;
}

/** What a calm day would not have done, in the order in which it can be asked for. */
export function faultsOnly(system: System, trace: Trace): Script {
  const faults = trace
    .filter(({ kind }) => kind === 'lost' || kind === 'duplicated' || kind === 'crashed')
    .map(({ index, directive }): Wanted => ({ at: index, directive }));
  return [...faults, ...lateOnes(system, trace)]
    .sort((a, b) => a.at - b.at)
    .map(({ directive }) => directive);
}

interface Wanted {
  /** After which entry it can be asked for. */
  readonly at: number;
  readonly directive: Directive;
}

/** Messages that took longer than usual, those that have not arrived by the end among them. */
function lateOnes(system: System, trace: Trace): readonly Wanted[] {
  const ended = new Map<number, number>();
  for (const { kind, envelope, atTicks, cut } of trace) {
    if (envelope && (kind === 'delivered' || kind === 'lost')) ended.set(envelope.id, atTicks);
    for (const { id } of cut) ended.set(id, atTicks);
  }
  const endTicks = trace.at(-1)?.atTicks ?? 0;
  return trace
    .flatMap(({ sent }) => sent)
    .filter(({ id, from, to, delayable, sentAtTicks }) => {
      const { usualTicks } = system.link(from, to);
      return delayable && (ended.get(id) ?? endTicks) - sentAtTicks > usualTicks;
    })
    .map(({ from, to, nth, sentIn }) => ({
      // Held back as soon as it is on its way: before anything that comes after its sending.
      at: sentIn + 0.5,
      directive: { kind: 'delay', from: system.nameOf(from), to: system.nameOf(to), nth },
    }));
}
