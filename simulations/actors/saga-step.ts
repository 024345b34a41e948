import { assign, emit, setup } from 'xstate';

import type { Effect, Received, Ticks } from '@/lib/engine/model';
import type {
  ConnectionClosed,
  StepAnswered,
  StepRequested,
  UndoConfirmed,
  UndoRequested,
} from '@/simulations/messages';

export interface SagaStepInput {
  /** The fact of its work, and of taking it back; null where it can't be. */
  readonly does: string;
  readonly undoes: string | null;
  /** The process without which it refuses, if there is one. */
  readonly leansOn: string | null;
  /** How long it refuses after what it leans on has gone away. */
  readonly outageTicks: Ticks;
}

interface SagaStepContext extends SagaStepInput {
  /** What became of each keyed step. */
  readonly steps: Readonly<Record<string, 'done' | 'refused'>>;
  /** Keys of undoings that it has dealt with. */
  readonly undone: readonly string[];
}

type Event = Received<StepRequested> | Received<UndoRequested> | ConnectionClosed;
interface Args {
  readonly context: SagaStepContext;
  readonly event: Event;
}

const known = ({ context, event }: Args) =>
  event.type === 'step.requested' && event.key !== null && Object.hasOwn(context.steps, event.key)
    ? context.steps[event.key]
    : undefined;

const answer = (make: (args: Args) => Pick<StepAnswered, 'ok' | 'replayed'>) =>
  emit<SagaStepContext, Event, undefined, Event, Effect>((args) => ({
    type: 'send',
    to: 'from' in args.event ? args.event.from : '',
    message: { type: 'step.answered', intent: intentOf(args.event), ...make(args) },
  }));

const confirm = (outcome: UndoConfirmed['outcome']) =>
  emit<SagaStepContext, Event, undefined, Event, Effect>(({ event }) => ({
    type: 'send',
    to: 'from' in event ? event.from : '',
    message: {
      ...{ type: 'undo.confirmed', intent: intentOf(event), outcome },
    } satisfies UndoConfirmed,
  }));

const intentOf = (event: Event) => ('intent' in event ? event.intent : null);

const record = (name: (context: SagaStepContext) => string | null) =>
  emit<SagaStepContext, Event, undefined, Event, Effect>(({ context, event }) => ({
    type: 'record',
    fact: { name: name(context) ?? '', intent: intentOf(event) ?? '' },
  }));

const remember = (what: 'done' | 'refused') =>
  assign<SagaStepContext, Event, undefined, Event, never>(({ context, event }) =>
    event.type === 'step.requested' && event.key !== null
      ? { steps: { ...context.steps, [event.key]: what } }
      : {},
  );

/**
 * A service that does one step of something longer, and can take it back. A step that carries a key is done
 * once, or refused once and for all; an undoing that carries a key is done once, and only if its step was: it
 * may arrive without it, or before it, which then is refused. What carries no key is done as often as it is asked.
 */
export const sagaStep = setup({
  types: {
    input: {} as SagaStepInput,
    context: {} as SagaStepContext,
    events: {} as Event,
    emitted: {} as Effect,
  },
  guards: {
    leansOnIt: ({ context: { leansOn }, event }) =>
      leansOn !== null &&
      event.type === 'connection.closed' &&
      event.peers.some((peer) => peer.startsWith(`${leansOn}.`)),
    wasDone: (args) => known(args) === 'done',
    wasRefused: (args) => known(args) === 'refused',
    wasUndone: ({ context, event }) =>
      event.type === 'undo.requested' && event.key !== null && context.undone.includes(event.key),
    // A step without a key has no name, so none that is named here can be it.
    wasNeverDone: ({ context, event }) =>
      event.type === 'undo.requested' &&
      event.key !== null &&
      context.steps[event.of ?? ''] !== 'done',
  },
  actions: {
    recordDone: record(({ does }) => does),
    recordUndone: record(({ undoes }) => undoes),
    rememberDone: remember('done'),
    rememberRefused: remember('refused'),
    rememberUndone: assign(({ context, event }) =>
      event.type === 'undo.requested' && event.key !== null
        ? { undone: [...context.undone, event.key].sort() }
        : {},
    ),
    // It may still be on its way: whoever was told that it is undone must not find it done.
    refuseWhatWasUndone: assign(({ context, event }) =>
      event.type === 'undo.requested' && event.of !== null
        ? { steps: { ...context.steps, [event.of]: 'refused' as const } }
        : {},
    ),
    answerDone: answer(() => ({ ok: true, replayed: false })),
    answerDoneBefore: answer(() => ({ ok: true, replayed: true })),
    answerRefused: answer(() => ({ ok: false, replayed: false })),
    answerRefusedBefore: answer(() => ({ ok: false, replayed: true })),
    confirmUndone: confirm('undone'),
    confirmUndoneBefore: confirm('undone-before'),
    confirmNothingToUndo: confirm('nothing-to-undo'),
  },
  delays: { outage: ({ context }) => context.outageTicks },
}).createMachine({
  id: 'saga-step',
  context: ({ input }) => ({ ...input, steps: {}, undone: [] }),
  initial: 'working',
  on: {
    'undo.requested': [
      { guard: 'wasUndone', actions: 'confirmUndoneBefore' },
      { guard: 'wasNeverDone', actions: ['refuseWhatWasUndone', 'confirmNothingToUndo'] },
      { actions: ['recordUndone', 'rememberUndone', 'confirmUndone'] },
    ],
  },
  states: {
    working: {
      on: {
        'step.requested': [
          { guard: 'wasDone', actions: 'answerDoneBefore' },
          { guard: 'wasRefused', actions: 'answerRefusedBefore' },
          { actions: ['recordDone', 'rememberDone', 'answerDone'] },
        ],
        'connection.closed': { guard: 'leansOnIt', target: 'refusing' },
      },
    },
    refusing: {
      on: {
        'step.requested': [
          { guard: 'wasDone', actions: 'answerDoneBefore' },
          { guard: 'wasRefused', actions: 'answerRefusedBefore' },
          { actions: ['rememberRefused', 'answerRefused'] },
        ],
      },
      after: { outage: 'working' },
    },
  },
});
