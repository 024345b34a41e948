import { type Directive, formatDirective, formatScript } from '@/lib/engine/directive';
import { labelIn } from '@/lib/engine/label-in';
import type { Cast, ProcessId } from '@/lib/engine/model';
import type { TraceEntry } from '@/lib/engine/trace';
import { actorPart } from '@/lib/projections/actor-name';
import { formatMs } from '@/lib/projections/format-ms';
import type { Played } from '@/lib/scenario/play';
import { ordinal } from '@/lib/words/ordinal';

/** Something a learner can do to a step. */
export interface StepAction {
  readonly label: string;
  /** The script that results. */
  readonly script: string;
  /** The position at which what was done is seen: whoever asks “what if, here?” stays there. */
  readonly step: number;
}

/** What can be done to the step at `index`: to its message, and to who took part in it. */
export function actionsAt(played: Played, index: number): readonly StepAction[] {
  const entry = played.run.trace[index];
  if (!entry) return [];
  const actions =
    entry.scriptLine === null
      ? messageActions(played, entry)
      : [
          {
            label: 'Undo this: take it out of the script',
            script: without(played, entry.scriptLine),
            step: index + 1,
          },
        ];
  const asItIs = formatScript(played.script);
  // What the script does already is not offered.
  return [...actions, ...crashActions(played, entry)].filter(({ script }) => script !== asItIs);
}

/** The script without one of its lines. */
export const without = ({ script }: Played, line: number): string =>
  formatScript(script.filter((_, index) => index !== line));

/** What a script without directives says. */
export const CALM_DAY = 'Nothing goes wrong: a calm day.';

/** A directive in words: `Lose the 1st message from api to client`. */
export const describeDirective = (directive: Directive, { cast }: Pick<Played, 'cast'>): string =>
  inWords(directive, cast, 0);

/** The same as it reads after “without”: `losing the 1st message from api to client`. */
export const nameDirective = (directive: Directive, { cast }: Pick<Played, 'cast'>): string =>
  inWords(directive, cast, 1);

function inWords(directive: Directive, cast: Cast, form: 0 | 1): string {
  const name = (id: string): string =>
    cast.processes.find((process) => process.id === id)?.label ??
    cast.processes.find(({ group }) => group === id)?.label.replace(/ \w$/, '') ??
    id;
  const verb = VERBS[directive.kind][form];
  switch (directive.kind) {
    case 'wait':
      return `${verb} ${formatMs(directive.ticks * cast.tickMs)} pass`;
    case 'fire':
      return `${verb} the ${ordinal(directive.nth)} timer of ${timersOwner(directive.actor, cast)} go off`;
    case 'crash':
      return directive.nth === 0
        ? `${verb} ${name(directive.process)} at the start`
        : `${verb} ${name(directive.process)} after its ${ordinal(directive.nth)} event`;
    default:
      return `${verb} the ${ordinal(directive.nth)} message from ${name(directive.from)} to ${name(directive.to)}`;
  }
}

/** By its process, and where that has others by which of them it is: `api a (request 2)`. */
function timersOwner(id: string, { processes }: Cast): string {
  const process = processes.find(({ actors }) => actors.some((actor) => actor.id === id));
  if (!process) return id;
  const part = process.actors.length === 1 ? null : actorPart(process.label, id);
  return part === null ? process.label : `${process.label} (${part})`;
}

const VERBS = {
  deliver: ['Deliver at once', 'delivering at once'],
  lose: ['Lose', 'losing'],
  duplicate: ['Double', 'doubling'],
  delay: ['Hold back', 'holding back'],
  crash: ['Crash', 'crashing'],
  fire: ['Let', 'letting'],
  wait: ['Let', 'letting'],
} as const;

function messageActions(played: Played, entry: TraceEntry): readonly StepAction[] {
  const { envelope } = entry;
  if (!envelope) return [];
  const system = played.run.first.system;
  const [from, to] = [system.nameOf(envelope.from), system.nameOf(envelope.to)];
  const kinds = [
    ...(envelope.lossy ? (['lose'] as const) : []),
    ...(envelope.doubles ? (['duplicate'] as const) : []),
    ...(envelope.delayable ? (['delay'] as const) : []),
  ];
  const labels = {
    lose: 'Lose this message',
    duplicate: 'Double this message',
    delay: 'Hold this message back as long as the network may',
  };
  return kinds.map((kind) => ({
    label: labels[kind],
    script: insert(played, { kind, from, to, nth: envelope.nth }, envelope.sentIn),
    step: rightAfter(envelope.sentIn),
  }));
}

function crashActions(played: Played, entry: TraceEntry): readonly StepAction[] {
  const { trace } = played.run;
  const sender = entry.envelope ? trace[entry.envelope.sentIn] : undefined;
  const moments = [
    ...(entry.kind === 'delivered' || entry.kind === 'fired'
      ? [{ at: entry, when: 'right after this' }]
      : []),
    ...(sender && sender.process === entry.envelope?.from
      ? [{ at: sender, when: 'right after it sent this' }]
      : []),
  ];
  return moments
    .filter(({ at }) => crashes(played, at.process))
    .map(({ at, when }) => {
      const process = played.run.first.system.nameOf(at.process);
      return {
        label: `Crash ${labelIn(played.cast, at.process)} ${when}`,
        script: insert(played, { kind: 'crash', process, nth: at.nthOfProcess }, at.index),
        step: rightAfter(at.index),
      };
    });
}

/** The position after the entry that follows this one. */
const rightAfter = (index: number): number => index + 2;

const crashes = ({ cast }: Played, process: ProcessId): boolean =>
  cast.processes.some(({ id, crashes: may }) => id === process && may);

/**
 * The script with a directive that becomes possible right after the entry `after`. Scripts are played
 * in order, so it stands behind all that had applied by then, and before all that applies later or never.
 */
function insert({ script, run }: Played, directive: Directive, after: number): string {
  const isLater = (line: number): boolean => (run.appliedAfter[line] ?? Infinity) > after;
  const text = formatDirective(directive);
  // Asking for the same twice means asking for it once, and now.
  const same = script.findIndex((each, line) => isLater(line) && formatDirective(each) === text);
  const before = script.filter((_, line) => !isLater(line));
  const behind = script.filter((_, line) => isLater(line) && line !== same);
  return formatScript([...before, directive, ...behind]);
}
