import { choicesOf, defaultChoice } from '@/lib/engine/choices';
import type { Choice } from '@/lib/engine/core';
import { LIMITS } from '@/lib/engine/limits';
import { step } from '@/lib/engine/step';
import type { Trace, TraceEntry } from '@/lib/engine/trace';
import type { World } from '@/lib/engine/world';

interface Walk {
  readonly trace: Trace;
  readonly last: World;
}

const isFault = ({ kind }: Choice): boolean =>
  kind === 'lose' || kind === 'duplicate' || kind === 'delay' || kind === 'crash';

/**
 * Takes any choice at all, as the picks say, then lets time have its way until nothing is pending: how
 * tests get to places that no script leads to. Faults end after `faultsMax`, so that every walk does.
 */
export function walk(first: World, picks: readonly number[], faultsMax = 6): Walk {
  const trace: TraceEntry[] = [];
  let world = first;
  let faults = 0;
  const take = (choice: Choice): void => {
    const next = step(world, choice);
    world = next.world;
    if (next.entry) trace.push(next.entry);
  };
  for (const pick of picks) {
    const choices = choicesOf(world).filter((choice) => faults < faultsMax || !isFault(choice));
    const choice = choices[pick % choices.length];
    if (!choice) break;
    if (isFault(choice)) faults += 1;
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
