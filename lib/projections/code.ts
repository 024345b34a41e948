import type { ActorId, Cast } from '@/lib/engine/model';
import type { Run } from '@/lib/engine/run';
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
 * finished stands at the line marked `reply`.
 */
export function codeAt(
  text: string,
  { run, cast, group }: { readonly run: Run; readonly cast: Cast; readonly group: string },
  position: number,
): readonly CodeLine[] {
  const states = statesAt(run, position);
  const handlers = cast.processes
    .filter((process) => process.group === group || process.id === group)
    .flatMap(({ actors }) => actors.map(({ id }) => id));
  // By its name: of what starts in another state it can't be said that it has answered when it is back there.
  const finished = new Set(
    run.trace[position - 1]?.kind === 'crashed'
      ? []
      : run.trace[position - 1]?.changes
          .filter(({ after, handled }) => handled && pathOf(after.value) === 'idle')
          .map(({ actor }) => actor),
  );
  return text.split('\n').map((line) => {
    const mark = MARK.exec(line)?.[1];
    const isHere = (actor: ActorId): boolean => {
      if (mark === undefined) return false;
      if (mark === 'reply') return finished.has(actor);
      const path = pathOf(states[actor]?.value ?? '');
      return path === mark || path.endsWith(`.${mark}`);
    };
    return { text: line.replace(MARK, ''), at: handlers.filter(isHere) };
  });
}
