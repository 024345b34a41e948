import type { ActorId, ActorSpec, Cast } from '@/lib/engine/model';
import type { Run } from '@/lib/engine/run';
import type { StateView } from '@/lib/engine/trace';
import { isAtWork } from '@/lib/projections/idle';
import { pathOf, statesAt } from '@/lib/projections/states';

export interface CodeLine {
  readonly text: string;
  /** Handlers that stand at this line now. */
  readonly at: readonly ActorId[];
}

/** A run, and whose code it is: a process, or a group of them. */
interface CodeOf {
  readonly run: Pick<Run, 'trace' | 'first'>;
  readonly cast: Cast;
  readonly group: string;
}

const MARK = /\s*(?:\/\/|--)@ (\S+)\s*$/;

/** A sample as it is read, without its marks. */
export const plainCode = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.replace(MARK, ''))
    .join('\n');

/**
 * The lines of a sample, and who stands at each after `position` entries. A mark is the state of whoever stands there,
 * or `reply` for a handler that has just answered and has nothing else to do. What follows a slash must be so as well,
 * or one of what a comma parts, or after `!` must not: `changing/PUT` is a state in which the handler has to do with a
 * PUT, `reply/looking/409` an answer of 409 that comes out of the state `looking`, `reply/!replayed` one for the first time.
 */
export function codeAt(
  text: string,
  { run, cast, group }: CodeOf,
  position: number,
): readonly CodeLine[] {
  const states = statesAt(run, position);
  const handlers = cast.processes
    .filter((process) => process.group === group || process.id === group)
    .flatMap(({ actors }) => actors);
  const { changes = [], sent = [] } = run.trace[position - 1] ?? {};
  const hasAnswered = ({ id, machine }: ActorSpec, words: readonly string[]): boolean => {
    const said = sent.filter(({ sender }) => sender === id).map(({ message }) => message);
    const change = said.length > 0 ? changes.find(({ actor }) => actor === id) : undefined;
    if (!change || isAtWork(machine, change.after)) return false;
    const { before } = change;
    return holds(
      words,
      (word) =>
        isIn(before, word) ||
        says([said, before.context], word) ||
        // A number may stand for many things in what it knows: the answer’s own is its status.
        said.some((message) => Object.values(message).includes(Number(word))),
    );
  };
  return text.split('\n').map((line) => {
    const [state, ...words] = MARK.exec(line)?.[1]?.split('/') ?? [];
    const isHere = (actor: ActorSpec): boolean => {
      const view = states[actor.id];
      if (state === undefined || !view) return false;
      if (state === 'reply') return hasAnswered(actor, words);
      return isIn(view, state) && holds(words, (word) => says(view.context, word));
    };
    return { text: line.replace(MARK, ''), at: handlers.filter(isHere).map(({ id }) => id) };
  });
}

const holds = (words: readonly string[], isSo: (word: string) => boolean): boolean =>
  words.every((either) =>
    either.startsWith('!') ? !isSo(either.slice(1)) : either.split(',').some(isSo),
  );

const isIn = ({ value }: StateView, state: string): boolean =>
  `.${pathOf(value)}`.endsWith(`.${state}`);

/** Whether a word stands anywhere in the data: on its own, as part of a path, or as the name of what is true. */
const says = (data: unknown, word: string): boolean =>
  typeof data === 'object' && data !== null
    ? Object.entries(data).some(
        ([name, inner]) => (name === word && inner === true) || says(inner, word),
      )
    : typeof data === 'string' && data.split('/').includes(word);
