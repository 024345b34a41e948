import { labelIn } from '@/lib/engine/label-in';
import type { Cast, IntentId, Message, ProcessId } from '@/lib/engine/model';
import type { Envelope, Trace, TraceEntry } from '@/lib/engine/trace';
import { unreachable } from '@/lib/engine/unreachable';
import type { Meant } from '@/lib/outcomes/meant';
import { isCopy, isUnheard } from '@/lib/projections/arrival';
import { handlersOf, isAtWork } from '@/lib/projections/idle';
import type { Wording } from '@/lib/projections/wording';
import { capital, lowered } from '@/lib/words/letters';

/** What a colour stands for; never alone, the words say it too. */
export type Tone = 'calm' | 'intent' | 'effect' | 'fault' | 'harm';

export interface Arrow {
  readonly from: ProcessId;
  readonly to: ProcessId;
  readonly style: 'request' | 'reply' | 'lost';
  readonly text: string;
}

export interface Note {
  readonly over: readonly ProcessId[];
  readonly text: string;
  readonly tone: Tone;
}

/**
 * One step of a story: an entry of the trace in words. Diagram, transcript and transport are all made
 * from these, so that they can't disagree.
 */
export interface Beat {
  readonly index: number;
  readonly atMs: number;
  readonly tone: Tone;
  readonly arrow: Arrow | null;
  readonly notes: readonly Note[];
  /** Processes that take up (+1) or finish (-1) a piece of work. */
  readonly activity: readonly { readonly process: ProcessId; readonly by: 1 | -1 }[];
  /** A process lost its memory here. */
  readonly crash: ProcessId | null;
  readonly sentence: string;
}

interface Storyteller {
  readonly cast: Cast;
  readonly meant: Meant;
  readonly wording: Wording;
}

export function toBeats(trace: Trace, teller: Storyteller): readonly Beat[] {
  const seen = new Map<string, number>();
  const crashes = trace.filter(({ kind }) => kind === 'crashed');
  return trace.map((entry) => {
    // What a process had sent before it crashed still arrives, and would otherwise look impossible.
    const outlivesSender = crashes.some(
      ({ index, process }) =>
        entry.envelope?.from === process && index < entry.index && index > entry.envelope.sentIn,
    );
    return toBeat(entry, { ...teller, outlivesSender, isCopy: isCopy(entry, trace) }, seen);
  });
}

interface Teller extends Storyteller {
  readonly outlivesSender: boolean;
  readonly isCopy: boolean;
}

function toBeat(entry: TraceEntry, teller: Teller, seen: Map<string, number>): Beat {
  const main = describe(entry, teller);
  const facts = entry.facts.flatMap(({ by, fact }): readonly Note[] => {
    const key = `${fact.name} ${fact.intent}`;
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    const isEffect = teller.meant.effects.some(({ fact: name }) => name === fact.name);
    const text = teller.wording.fact(fact, isEffect && times > 1);
    if (text === null) return [];
    const tone = !isEffect ? 'calm' : times > 1 ? 'harm' : 'effect';
    const label = isEffect ? `${text}, ${intentLabel(teller, fact.intent)}` : text;
    return [{ over: [by], text: label, tone }];
  });
  const notes = [...main.notes, ...facts];
  return {
    index: entry.index,
    atMs: entry.atTicks * teller.cast.tickMs,
    tone: strongest([main.tone, ...facts.map(({ tone }) => tone)]),
    arrow: main.arrow,
    notes,
    activity: activityOf(entry, teller),
    crash: entry.kind === 'crashed' ? entry.process : null,
    sentence: [main.sentence, ...facts.map(({ text }) => `${capital(text)}.`)].join(' '),
  };
}

interface Description {
  readonly tone: Tone;
  readonly arrow: Arrow | null;
  readonly notes: readonly Note[];
  readonly sentence: string;
}

function describe(entry: TraceEntry, teller: Teller): Description {
  const { envelope } = entry;
  switch (entry.kind) {
    case 'fired': {
      const text = teller.wording.timer(entry.timer ?? '');
      return {
        ...{ tone: 'calm', arrow: null },
        notes: [{ over: [entry.process], text, tone: 'calm' }],
        sentence: `${capital(labelIn(teller.cast, entry.process))}: ${text}.`,
      };
    }
    case 'crashed': {
      const name = labelIn(teller.cast, entry.process);
      const isAnswered = entry.cut.every(({ message }) => teller.wording.isReply(message));
      const cut = isAnswered ? 'The answer' : 'What is';
      const lost = entry.cut.length > 0 ? ` ${cut} on its way to it reaches nobody.` : '';
      return {
        ...{ tone: 'fault', arrow: null },
        notes: [{ over: [entry.process], text: 'crash: forgets everything', tone: 'fault' }],
        sentence: `${capital(name)} crashes, and remembers nothing when it starts again.${lost}`,
      };
    }
    case 'delivered':
      return envelope ? delivered(entry, envelope, teller) : unexpected(entry);
    case 'lost':
    case 'delayed':
    case 'duplicated':
      return envelope ? disturbed(entry.kind, envelope, teller) : unexpected(entry);
    default:
      return unreachable(entry.kind);
  }
}

function delivered(entry: TraceEntry, envelope: Envelope, teller: Teller): Description {
  const { from, to, message } = envelope;
  const [sender, receiver] = [labelIn(teller.cast, from), labelIn(teller.cast, to)];
  if (teller.cast.processes.find(({ id }) => id === from)?.actors.length === 0) {
    const text = `${intentLabel(teller, message.intent)} wanted`;
    return {
      ...{ tone: 'intent', arrow: null },
      notes: [{ over: [to], text, tone: 'intent' }],
      sentence: `${capital(text)}: the ${sender} asks the ${receiver}.`,
    };
  }
  const isReply = teller.wording.isReply(message);
  const text = textOf(message, teller);
  const remark = (crash: string) =>
    [
      isLate(entry, envelope, teller.cast) ? ', late' : '',
      teller.outlivesSender ? `, ${crash}` : '',
      isUnheard(entry) ? ', unheard' : '',
    ].join('');
  const said = text + remark('sent before the crash');
  // An arrow has little room, and the crash is drawn above it.
  const drawn = text + remark('before the crash');
  return {
    ...{ tone: 'calm', notes: [] },
    arrow: { from, to, style: isReply ? 'reply' : 'request', text: drawn },
    sentence: isReply
      ? `${capital(sender)} answers ${receiver}: ${said}.`
      : `${capital(sender)} to ${receiver}: ${said}.`,
  };
}

function disturbed(
  kind: 'lost' | 'delayed' | 'duplicated',
  { from, to, message }: Envelope,
  teller: Teller,
): Description {
  const text = textOf(message, teller);
  const way = `from ${labelIn(teller.cast, from)} to ${labelIn(teller.cast, to)}`;
  if (kind === 'lost') {
    return {
      ...{ tone: 'fault', notes: [], sentence: `Lost: ${text}, ${way}.` },
      arrow: { from, to, style: 'lost', text: `${text}, lost` },
    };
  }
  const what = kind === 'delayed' ? 'held back' : 'copied';
  return {
    ...{ tone: 'fault', arrow: null, sentence: `${capital(text)}, ${way}, is ${what}.` },
    notes: [{ over: [from, to], text: `${text}: ${what}`, tone: 'fault' }],
  };
}

const textOf = (message: Message, { wording, isCopy }: Teller): string =>
  wording.message(message) + (isCopy ? ', a copy' : '');

const unexpected = ({ kind }: TraceEntry): never => {
  throw new Error(`An entry of kind "${kind}" names no message`);
};

function isLate(entry: TraceEntry, { from, to, sentAtTicks }: Envelope, cast: Cast): boolean {
  const link = cast.links.find(({ between }) => between.includes(from) && between.includes(to));
  return link !== undefined && entry.atTicks - sentAtTicks > link.usualTicks;
}

/**
 * Who begins to work, and who is done. What a process does to start, before it can be asked for anything, is no work either, at first as after a crash.
 */
function activityOf({ kind, changes }: TraceEntry, { cast }: Storyteller): Beat['activity'] {
  return changes.flatMap(({ process, actor, before, after }): Beat['activity'] => {
    const spec = cast.processes.find(({ id }) => id === process);
    if (spec?.kind !== 'service' && spec?.kind !== 'consumer') return [];
    const machine = handlersOf(spec).find(({ id }) => id === actor)?.machine;
    if (!machine) return [];
    const isNow = kind !== 'crashed' && isAtWork(machine, after);
    return isAtWork(machine, before) === isNow ? [] : [{ process, by: isNow ? 1 : -1 }];
  });
}

/** Whether any time passes in a run: beside one in which none does, a clock that stands still looks broken. */
export const takesTime = (beats: readonly Pick<Beat, 'atMs'>[]): boolean =>
  (beats.at(-1)?.atMs ?? 0) > 0;

const ORDER: readonly Tone[] = ['calm', 'intent', 'effect', 'fault', 'harm'];
/** The loudest of them. */
export const strongest = (tones: readonly Tone[]): Tone =>
  tones.reduce((a, b) => (ORDER.indexOf(b) > ORDER.indexOf(a) ? b : a), 'calm');

const intentLabel = ({ meant }: Storyteller, id: IntentId | null): string => {
  if (id === null) return 'something else';
  const label = meant.intents.find((intent) => intent.id === id)?.label ?? id;
  return lowered(label);
};
