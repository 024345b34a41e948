import type { AnyStateMachine } from 'xstate';

import type { StateView } from '@/lib/engine/trace';

/** Names of the states in which a machine has nothing to do: one called `idle`, and those tagged so. */
const idleStates = (machine: AnyStateMachine): readonly string[] =>
  Object.entries(machine.states)
    .filter(([name, { tags }]) => name === 'idle' || tags.includes('idle'))
    .map(([name]) => name);

/** Whether a machine answers at once: it has no state in which it has nothing to do, and so none in which it is at work. */
export const answersAtOnce = (machine: AnyStateMachine): boolean =>
  idleStates(machine).length === 0;

export const isAtWork = (machine: AnyStateMachine, { value }: Pick<StateView, 'value'>): boolean =>
  !answersAtOnce(machine) && !(typeof value === 'string' && idleStates(machine).includes(value));
