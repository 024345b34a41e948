import type { AnyStateMachine } from 'xstate';

import type { ActorSpec, ProcessSpec } from '@/lib/engine/model';
import type { StateView } from '@/lib/engine/trace';

/** Who does the work of a process: whoever plays the machine of the first. What it has beside them, such as a memory, does none. */
export const handlersOf = ({ actors }: Pick<ProcessSpec, 'actors'>): readonly ActorSpec[] =>
  actors.filter(({ machine }) => machine === actors[0]?.machine);

/**
 * Whether a machine in this state has something to do: it is not in a state called `idle`, or tagged so. One that has no
 * such state answers at once, and is never at work.
 */
export function isAtWork(
  { states }: AnyStateMachine,
  { value }: Pick<StateView, 'value'>,
): boolean {
  const idle = Object.values(states).filter(({ key, tags }) => [key, ...tags].includes('idle'));
  return idle.length > 0 && idle.every(({ key }) => key !== value);
}
