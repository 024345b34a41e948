import { choiceFor, defaultChoice } from '@/lib/engine/choices';
import type { Directive, Script } from '@/lib/engine/directive';
import { LIMITS } from '@/lib/engine/limits';
import type { Cast } from '@/lib/engine/model';
import type { Trace, TraceEntry } from '@/lib/engine/trace';
import { step } from '@/lib/engine/step';
import { createWorld, type World } from '@/lib/engine/world';

/** `quiescent`: nothing is pending any more. The others name the bound that was hit. */
export type Ending = 'quiescent' | 'step-limit' | 'time-limit' | 'message-limit';

/** The playing of a script against a cast, to its end. */
export interface Run {
  readonly trace: Trace;
  readonly ending: Ending;
  /** Directives that never applied, by their line in the script. */
  readonly unapplied: readonly { readonly line: number; readonly directive: Directive }[];
  /** After how many entries each directive applied, by its line, as far as they did. */
  readonly appliedAfter: readonly number[];
  /** The world at the start and at the end. */
  readonly first: World;
  readonly last: World;
}

/**
 * Plays a script. At every moment the head directive's choice is taken if it is enabled; otherwise
 * what is due next happens.
 */
export function run(cast: Cast, script: Script, options: { readonly memo?: boolean } = {}): Run {
  return play(createWorld(cast, options), script);
}

/** The same from any world on. */
export function play(first: World, script: Script): Run {
  const trace: TraceEntry[] = [];
  let world = first;
  const appliedAfter: number[] = [];
  let ending: Ending | null = null;
  while (ending === null) {
    const line = appliedAfter.length;
    const head = script[line];
    const directed = head ? choiceFor(world, head) : null;
    const choice = directed ?? defaultChoice(world);
    if (!choice) {
      ending = 'quiescent';
      break;
    }
    const next = step(world, choice, directed ? line : null);
    world = next.world;
    if (directed) appliedAfter.push(trace.length);
    if (next.entry) trace.push(next.entry);
    ending = limitHit(world, trace.length);
  }
  const unapplied = script
    .map((directive, line) => ({ line, directive }))
    .slice(appliedAfter.length);
  return { trace, ending, unapplied, appliedAfter, first, last: world };
}

function limitHit(world: World, steps: number): Ending | null {
  if (steps >= LIMITS.stepsMax) return 'step-limit';
  if (world.nowTicks >= LIMITS.ticksMax) return 'time-limit';
  if (world.envelopes.length > LIMITS.inFlightMax) return 'message-limit';
  return null;
}

/** The script that makes every choice of a trace by name, waiting included. */
export function scriptOf(trace: Trace): Script {
  let nowTicks = 0;
  return trace.flatMap(({ atTicks, directive }): Script => {
    const ticks = atTicks - nowTicks;
    nowTicks = atTicks;
    return ticks > 0 ? [{ kind: 'wait', ticks }, directive] : [directive];
  });
}
