/** For tests and benchmarks: how they get to places that no script leads to. */
import { choicesOf, defaultChoice } from '@/lib/engine/choices';
import type { Choice } from '@/lib/engine/core';
import { LIMITS } from '@/lib/engine/limits';
import { step } from '@/lib/engine/step';
import type { Trace, TraceEntry } from '@/lib/engine/trace';
import type { World } from '@/lib/engine/world';

export interface Walk {
  readonly trace: Trace;
  readonly last: World;
}

/** How many faults of each kind a walk may meet. */
export type Budget = Readonly<Record<'lose' | 'duplicate' | 'delay' | 'crash', number>>;

const SOME_FAULTS: Budget = { lose: 2, duplicate: 2, delay: 2, crash: 2 };

/**
 * Takes any choice at all, as the picks say, then lets time have its way until nothing is pending: how
 * tests get to places that no script leads to. Faults are budgeted, so that every walk ends.
 */
export function walk(first: World, picks: readonly number[], budget: Budget = SOME_FAULTS): Walk {
  const trace: TraceEntry[] = [];
  const left: Record<string, number> = { ...budget };
  let world = first;
  const take = (choice: Choice): void => {
    const next = step(world, choice);
    world = next.world;
    if (next.entry) trace.push(next.entry);
    left[choice.kind] = (left[choice.kind] ?? Infinity) - 1;
  };
  for (const pick of picks) {
    const choices = choicesOf(world).filter(({ kind }) => (left[kind] ?? 1) > 0);
    const choice = choices[pick % choices.length];
    if (!choice) break;
    take(choice);
  }
  for (
    let next = defaultChoice(world);
    next && trace.length < LIMITS.stepsMax;
    next = defaultChoice(world)
  ) {
    take(next);
  }
  return { trace, last: world };
}
