import { labelIn } from '@/lib/engine/label-in';
import type { Cast, Link, ProcessId } from '@/lib/engine/model';
import type { Trace } from '@/lib/engine/trace';
import type { Answer, Reach } from '@/lib/explorer/explore';
import type { Bounds } from '@/lib/explorer/question';
import { isWhole } from '@/lib/explorer/whole';
import { type OutcomeName, OUTCOMES } from '@/lib/outcomes/outcome';
import { formatMs } from '@/lib/projections/format-ms';
import { counted } from '@/lib/words/counted';
import { listOf } from '@/lib/words/list-of';

/** An outcome that some schedule brings about. */
export type Reached = Extract<Reach, { readonly reachable: true }> & {
  readonly name: OutcomeName;
};

/** What each outcome is called within a sentence. */
export const NOUNS: Readonly<Record<OutcomeName, string>> = {
  duplicate: 'duplicate',
  lost: 'lost effect',
  stuck: 'stuck customer',
  wrongReply: 'wrong reply',
  swallowed: 'swallowed wish',
};

/** The outcomes that were found, the one with the fewest steps first. */
export const reachedOf = ({ outcomes }: Pick<Answer, 'outcomes'>): readonly Reached[] =>
  OUTCOMES.flatMap((name): readonly Reached[] => {
    const reach = outcomes[name];
    return reach.reachable ? [{ ...reach, name }] : [];
  }).sort((a, b) => a.steps - b.steps);

/** The answer in one sentence, which is only true within its bounds: always shown with `boundsInWords`. */
export function headlineOf(answer: Pick<Answer, 'outcomes' | 'complete' | 'beyond'>): string {
  const [first, ...others] = reachedOf(answer);
  if (!first) {
    return isWhole(answer)
      ? 'None of the five is reachable.'
      : 'None of the five was found so far.';
  }
  return others.length === 0
    ? reachedInWords(first)
    : `${NUMBERS[others.length + 1] ?? ''} of the five are reachable, the first in ${steps(first.steps)}.`;
}

const reachedInWords = ({ name, steps: count }: Reached): string =>
  `A ${NOUNS[name]} is reachable in ${steps(count)}.`;

/**
 * What “all schedules” means: `at most 2 lost messages (between client and api) and 2 retries, and no doubled message
 * or crash`. What can't strike in this cast counts as none. Without a cast, as of many settings, it says only how often.
 */
export function boundsInWords(
  { losses, duplicates, crashes, retries }: Bounds,
  cast: Cast | null,
): string {
  const ways = cast ? lossyWays(cast) : null;
  const dying = cast ? cast.processes.filter((process) => process.crashes) : null;
  const kinds: readonly Kind[] = [
    { ...FAULTS[0], count: losses, where: ways },
    { ...FAULTS[1], count: duplicates, where: ways },
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

/** Between whom messages can be lost or doubled: all others always arrive, once. */
function lossyWays(cast: Cast): readonly string[] {
  const label = (id: ProcessId) => labelIn(cast, id);
  return linksOf(cast).flatMap(({ between: [a, b], lossy }) => {
    if (lossy === false) return [];
    if (lossy === true) return [`between ${label(a)} and ${label(b)}`];
    return [`from ${label(lossy === a ? b : a)} to ${label(lossy)}`];
  });
}

/** A stage may wire what a scenario leaves out. */
const linksOf = ({ links, processes }: Cast): readonly Link[] =>
  links.filter(({ between }) => between.every((end) => processes.some(({ id }) => id === end)));

/**
 * What a lesson's "over all schedules" leaves out: more faults, more retries, and messages that take longer.
 * Of these it promises nothing.
 */
export function searchedInWords(bounds: Bounds, cast: Cast): string {
  return `Searched are all schedules with ${boundsInWords(bounds, cast)}; ${latestInWords(cast)}. Of anything beyond that, “none” says nothing.`;
}

/** How late a message may be, and on which way if that is not the same for all. */
function latestInWords(cast: Cast): string {
  const late = linksOf(cast).filter(({ usualTicks, latestTicks }) => latestTicks > usualTicks);
  const ticks = [...new Set(late.map(({ latestTicks }) => latestTicks))].sort((a, b) => a - b);
  if (ticks.length === 0) return 'no message is late';
  const label = (id: ProcessId) => labelIn(cast, id);
  const ways = ticks.map((latest) => {
    const those = late.filter(({ latestTicks }) => latestTicks === latest);
    const between = those.map(({ between: [a, b] }) => `${label(a)} and ${label(b)}`);
    return `${formatMs(latest * cast.tickMs)}${ticks.length === 1 ? '' : ` between ${between.join(', ')}`}`;
  });
  return `a message that is not lost is under way for at most ${ways.join(', and ')}`;
}

/**
 * After a link that shows an outcome, at that step. The script behind it is the one with the fewest faults: on the calm
 * day around them the outcome may come at another step than on the shortest way, and neither number must be taken for
 * the other. Of several outcomes (`each`) the headline names the shortest way to one only.
 */
export function shownInWords(at: number, shortest: number, each: boolean): string {
  if (at <= 0 || at === shortest) return each ? ` in ${shortest} steps` : '';
  return ` at step\u00a0${at} of the run with the fewest faults${each ? `; the shortest way takes ${shortest}` : ''}`;
}

/** What was looked at, within `bounds` as `boundsInWords` has them, and what that says of the outcomes that were not found. */
export function reasonOf(answer: Answer, bounds: string): string {
  const reached = reachedOf(answer).length;
  const within = `with ${bounds}`;
  if (!answer.complete) {
    return `Looked at schedules ${within}, and stopped at a limit after ${counted(answer.states)} states: what was not found may still be there.`;
  }
  if (answer.beyond) return `Looked at schedules ${within}. ${BEYOND}`;
  if (reached === 0) return `In no schedule ${within}: ${NOTHING}.`;
  return `That is the shortest way in all schedules ${within}. ${othersInWords(OUTCOMES.length - reached)}`;
}

/** Of a bound that was hit. */
const BEYOND =
  'Under these settings there can be more retries: such a schedule is left where the next one would come, and what was not found may still be there.';

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

/** All five, each by name: what is said of none must be true of every one. */
const NOTHING =
  'no duplicate, nothing lost, nobody stuck, no wrong reply, nothing taken for a duplicate';

function othersInWords(others: number): string {
  if (others === 0) return '';
  if (others === 1) return 'The other one is not reachable.';
  return `The other ${NUMBERS[others]?.toLowerCase() ?? ''} are not reachable.`;
}

/** The answer of the search that overlooks nothing, beside what the quick one needed for its own. */
export function attackInWords(full: Answer, quick: Answer | null, bounds: string): string {
  const reached = reachedOf(full);
  const seen = `${counted(full.states)} states and ${counted(full.transitions)} choices`;
  const within = `with ${bounds}`;
  const found = listOf(
    reached.map(({ name, steps: count }) => `a ${NOUNS[name]} in ${steps(count)}`),
  );
  const needed = quick ? ` The quick search needed ${counted(quick.states)} states.` : '';
  if (!isWhole(full)) {
    const so = reached.length === 0 ? 'None of the five so far' : `Found ${found}`;
    const why = full.complete
      ? BEYOND
      : 'A limit was hit first: what was not found may still be there.';
    return `${so}, in ${seen}, ${within}. ${why}`;
  }
  const rest = reached.length < OUTCOMES.length ? '; the rest of the five in none of' : ', in';
  return reached.length === 0
    ? `None of the five, in all ${seen}, ${within}.${needed}`
    : `Found ${found}${rest} all ${seen}, ${within}.${needed}`;
}

/**
 * Where the two searches contradict each other. They should not, ever; and if they do, a reader must
 * not take either for the truth. What a search did not find before its limit contradicts nothing.
 */
export function differencesOf(full: Answer, quick: Answer): readonly string[] {
  return OUTCOMES.flatMap((name): readonly string[] => {
    const [byFull, byQuick] = [full.outcomes[name], quick.outcomes[name]];
    const who = `A ${NOUNS[name]}`;
    if (byFull.reachable && byQuick.reachable) {
      return byFull.steps === byQuick.steps
        ? []
        : [
            `${who}: in ${steps(byFull.steps)} by the full search, in ${steps(byQuick.steps)} by the quick one.`,
          ];
    }
    if (byFull.reachable && isWhole(quick)) {
      return [`${who}: the full search found one, the quick search says that there is none.`];
    }
    if (byQuick.reachable && isWhole(full)) {
      return [`${who}: the quick search found one, the full search says that there is none.`];
    }
    return [];
  });
}

const steps = (count: number): string => (count === 1 ? '1 step' : `${count} steps`);
const NUMBERS = ['None', 'One', 'Two', 'Three', 'Four', 'All'];
