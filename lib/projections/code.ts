import type { ActorId, ActorSpec, Cast } from '@/lib/engine/model';
import type { Run } from '@/lib/engine/run';
import { answersAtOnce, isAtWork } from '@/lib/projections/idle';
import { pathOf, statesAt } from '@/lib/projections/states';

export interface CodeLine {
  readonly text: string;
  /** Handlers that stand at this line now. */
  readonly at: readonly ActorId[];
}

const MARK = /\s*(?:\/\/|--)@ (\S+)\s*$/;

/** A sample as it is read, without its marks. */
export const plainCode = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.replace(MARK, ''))
    .join('\n');

/**
 * The lines of a sample, and who stands at each after `position` entries. A handler that has just
 * finished stands at the line marked `reply`; one that has just finished and is in a certain state, at `reply.<state>`.
 */
export function codeAt(
  text: string,
  { run, cast, group }: { readonly run: Run; readonly cast: Cast; readonly group: string },
  position: number,
): readonly CodeLine[] {
  const states = statesAt(run, position);
  const handlers = cast.processes
    .filter((process) => process.group === group || process.id === group)
    .flatMap(({ actors }) => actors);
  const entry = run.trace[position - 1];
  const hasFinished = ({ id, machine }: ActorSpec): boolean =>
    entry !== undefined &&
    entry.kind !== 'crashed' &&
    entry.changes.some(
      ({ actor, after, handled }) => actor === id && handled && !isAtWork(machine, after),
    ) &&
    (!answersAtOnce(machine) || entry.sent.some(({ sender }) => sender === id));
  return text.split('\n').map((line) => {
    const mark = MARK.exec(line)?.[1];
    const isHere = (actor: ActorSpec): boolean => {
      if (mark === undefined) return false;
      const path = pathOf(states[actor.id]?.value ?? '');
      if (mark === 'reply' || mark === `reply.${path}`) return hasFinished(actor);
      return path === mark || path.endsWith(`.${mark}`);
    };
    return { text: line.replace(MARK, ''), at: handlers.filter(isHere).map(({ id }) => id) };
  });
}
