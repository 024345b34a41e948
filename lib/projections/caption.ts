import { formatDirective } from '@/lib/engine/directive';
import type { Trace, TraceEntry } from '@/lib/engine/trace';
import { isCopy, isUnheard } from '@/lib/projections/arrival';
import type { Beat } from '@/lib/projections/beats';

/** A sentence for a step that it recognises by its words, its directive (`crash.api.3`) or its kind (`kind:crashed`). */
export interface Caption {
  readonly at: string;
  /** Only if an earlier step is recognised by this: a caption must be true of every script. */
  readonly after?: string;
  /** Only under these settings. */
  readonly settings?: Readonly<Record<string, string | number>>;
  readonly text: string;
}

/** A step as a caption may recognise it, in small letters. */
interface Step {
  readonly sentence: string;
  /** Its directive and its kind; of an arrival they don't tell whether anybody heeded it, so it has none. */
  readonly names: readonly string[];
  /** The words in the sentence that say why this is not simply a message that came and was heeded. */
  readonly fates: readonly string[];
}

/**
 * The sentence above the diagram for each step: the scenario's own where it has one, else the transcript's. At the end
 * of a run `closing` comes before the transcript's: a page opens there, and what was answered last is not what
 * a reader wants to know.
 */
export function captionsOf(
  beats: readonly Beat[],
  trace: Trace,
  captions: readonly Caption[],
  settings: Readonly<Record<string, string | number>>,
  closing: string | null = null,
): readonly string[] {
  const fitting = captions.filter(({ settings: only = {} }) =>
    Object.entries(only).every(([name, value]) => settings[name] === value),
  );
  const steps = beats.map(({ sentence, index }) => stepOf(sentence, trace[index], trace));
  return steps.map((step, place) => {
    const earlier = steps.slice(0, place);
    const caption = fitting.find(
      ({ at, after }) =>
        isAt(step, at) && (after === undefined || earlier.some((it) => isAt(it, after))),
    );
    const told = (place === steps.length - 1 ? closing : null) ?? beats[place]?.sentence ?? '';
    return caption?.text ?? told;
  });
}

/**
 * `COMMIT` alone means one that came and was heeded. Who means one that was lost, or a copy, or one that
 * nobody listened to any more, says so: an author who thinks of the calm case only says nothing false.
 */
function isAt({ sentence, names, fates }: Step, words: string): boolean {
  const at = words.toLowerCase();
  return names.includes(at) || (sentence.includes(at) && fates.every((fate) => at.includes(fate)));
}

function stepOf(sentence: string, entry: TraceEntry | undefined, trace: Trace): Step {
  const names =
    entry && entry.kind !== 'delivered'
      ? [`kind:${entry.kind}`, formatDirective(entry.directive)]
      : [];
  return {
    sentence: sentence.toLowerCase(),
    names: names.map((name) => name.toLowerCase()),
    fates: entry ? fatesOf(entry, trace) : [],
  };
}

const FATES = { lost: 'lost:', delayed: 'is held back', duplicated: 'is copied' } as const;

/** In the words of the transcript. */
function fatesOf(entry: TraceEntry, trace: Trace): readonly string[] {
  const { kind, envelope } = entry;
  // Of two that say the same, the loss of one is not yet a loss of what they say.
  const isOneOfTwo =
    isCopy(entry, trace) ||
    (kind === 'lost' &&
      trace.some((other) => other.kind === 'duplicated' && other.envelope?.id === envelope?.id));
  return [
    ...(kind === 'lost' || kind === 'delayed' || kind === 'duplicated' ? [FATES[kind]] : []),
    ...(isOneOfTwo ? [', a copy'] : []),
    ...(kind === 'delivered' && isUnheard(entry) ? [', unheard'] : []),
  ];
}
