import type { ActorId, ActorSpec, Cast } from '@/lib/engine/model';
import type { Run } from '@/lib/engine/run';
import { isAtWork } from '@/lib/projections/idle';
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
 * answered and has nothing else to do stands at the line marked `reply`; if it is in a certain state, at `reply.<state>`.
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
  const { changes = [], sent = [] } = run.trace[position - 1] ?? {};
  const hasAnswered = ({ id, machine }: ActorSpec): boolean =>
    sent.some(({ sender }) => sender === id) &&
    changes.some(({ actor, after }) => actor === id && !isAtWork(machine, after));
  return text.split('\n').map((line) => {
    const mark = MARK.exec(line)?.[1];
    const isHere = (actor: ActorSpec): boolean => {
      if (!mark) return false;
      const path = pathOf(states[actor.id]?.value ?? '');
      if (mark === 'reply' || mark === `reply.${path}`) return hasAnswered(actor);
      return `.${path}`.endsWith(`.${mark}`);
    };
    return { text: line.replace(MARK, ''), at: handlers.filter(isHere).map(({ id }) => id) };
  });
}
