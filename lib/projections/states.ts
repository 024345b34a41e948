import type { ActorId } from '@/lib/engine/model';
import type { Run } from '@/lib/engine/run';
import type { StateView } from '@/lib/engine/trace';
import { statesOf } from '@/lib/engine/world';
import { spaced } from '@/lib/words/letters';

/** The state of every actor after `position` entries. */
export function statesAt(
  { trace, first }: Pick<Run, 'trace' | 'first'>,
  position: number,
): Readonly<Record<ActorId, StateView>> {
  const states: Record<ActorId, StateView> = { ...statesOf(first) };
  for (const { changes } of trace.slice(0, position)) {
    for (const { actor, after } of changes) states[actor] = after;
  }
  return states;
}

/** A state's path as its statechart names it: `inOneTransaction.claiming`. */
export function pathOf(value: StateView['value']): string {
  if (typeof value === 'string') return value;
  const [[name, inner] = ['', '']] = Object.entries(value);
  return inner === undefined || inner === '' ? name : `${name}.${pathOf(inner)}`;
}

/** The same in words: `in one transaction, claiming`. */
export const stateInWords = (path: string): string => spaced(path).replaceAll('.', ', ');
