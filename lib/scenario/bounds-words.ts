import { labelIn } from '@/lib/engine/label-in';
import type { Cast, Link, ProcessId } from '@/lib/engine/model';
import type { Trace } from '@/lib/engine/trace';
import type { Bounds } from '@/lib/explorer/question';
import { counted } from '@/lib/words/counted';
import { listOf } from '@/lib/words/list-of';

/**
 * What “all schedules” means: `at most 2 lost messages (between client and api) and 2 retries, and no doubled message
 * or crash`. What can't strike in this cast counts as none. Without a cast, as of many settings, it says only how often.
 */
export function boundsInWords(
  { losses, duplicates, crashes, retries }: Bounds,
  cast: Cast | null,
): string {
  const links = cast ? linksOf(cast) : [];
  const lossy = cast ? lossyWays(links, cast) : null;
  const doubling = links.filter(({ doubles }) => doubles !== false);
  const dying = cast ? cast.processes.filter((process) => process.crashes) : null;
  const kinds: readonly Kind[] = [
    { ...FAULTS[0], count: losses, where: lossy },
    { ...FAULTS[1], count: duplicates, where: cast && lossyWays(doubling, cast) },
    {
      ...{ ...FAULTS[2], count: crashes },
      where: dying ? dying.map(({ label }, at) => (at === 0 ? `of ${label}` : label)) : null,
    },
    { count: retries, one: 'retry', many: 'retries', where: null },
  ];
  const some = kinds.filter(({ count, where }) => count > 0 && where?.length !== 0);
  const without = kinds.filter((kind) => !some.includes(kind)).map(({ one }) => one);
  const no = without.length > 0 ? `no ${listOf(without, 'or')}` : '';
  if (some.length === 0) return no;
  const most = listOf(
    some.map(({ count, one, many, where }) => {
      const places = where ? ` (${listOf(where, 'or')})` : '';
      return `${counted(count)} ${count === 1 ? one : many}${places}`;
    }),
  );
  return `at most ${most}${no === '' ? '' : `, and ${no}`}`;
}

interface Kind {
  readonly count: number;
  readonly one: string;
  readonly many: string;
  /** Between whom, or to whom, it can strike; null: it is not said, or needs no saying. */
  readonly where: readonly string[] | null;
}

/** On which of these links messages can be lost, and between whom. */
function lossyWays(links: readonly Link[], cast: Cast): readonly string[] {
  const label = (id: ProcessId) => labelIn(cast, id);
  return links.flatMap(({ between: [a, b], lossy }) => {
    if (lossy === false) return [];
    if (lossy === true) return [`between ${label(a)} and ${label(b)}`];
    return [`from ${label(lossy === a ? b : a)} to ${label(lossy)}`];
  });
}

/** Between processes that are there: a stage may wire what a scenario leaves out. */
export const linksOf = ({ links, processes }: Cast): readonly Link[] =>
  links.filter(({ between }) => between.every((end) => processes.some(({ id }) => id === end)));

/**
 * Of a run with more faults than were searched: whoever sees harm in it must not read “none” as being about it. Null of
 * all others.
 */
export function outsideInWords(trace: Trace, bounds: Bounds): string | null {
  const beyond = FAULTS.flatMap(({ kind, most, one, many }) => {
    const count = trace.filter((entry) => entry.kind === kind).length;
    return count > bounds[most] ? [`${count} ${count === 1 ? one : many}`] : [];
  });
  return beyond.length === 0
    ? null
    : `This run has ${listOf(beyond, 'and')}, more than was searched: of such runs the verdict says nothing.`;
}

const FAULTS = [
  { kind: 'lost', most: 'losses', one: 'lost message', many: 'lost messages' },
  { kind: 'duplicated', most: 'duplicates', one: 'doubled message', many: 'doubled messages' },
  { kind: 'crashed', most: 'crashes', one: 'crash', many: 'crashes' },
] as const;
