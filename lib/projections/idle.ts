import type { AnyStateMachine } from 'xstate';

import type { StateView } from '@/lib/engine/trace';

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
