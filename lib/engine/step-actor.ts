import {
  type AnyMachineSnapshot,
  type AnyStateMachine,
  createActor,
  type EventObject,
} from 'xstate';

import type { Effect, Ticks } from '@/lib/engine/model';

/** What a step of one machine did to its own timers, in the order in which it did it. */
export type TimerChange =
  | {
      readonly type: 'start';
      readonly id: string;
      readonly ticks: Ticks;
      readonly event: EventObject;
    }
  | { readonly type: 'cancel'; readonly id: string };

/** One pure step of one machine. */
export interface ActorStep {
  readonly snapshot: AnyMachineSnapshot;
  readonly effects: readonly Effect[];
  readonly timers: readonly TimerChange[];
  /** False if the machine has nothing to say to this event in its present state. */
  readonly handled: boolean;
}

/**
 * The only file that plays XState's machines, and knows the shapes of what they hand back. What a chart looks like,
 * its drawing (`statechart.ts`) and the bars of a diagram (`beats.ts`) know as well.
 *
 * XState's pure functions hand actions back as data: `xstate.emit` carries our effects, `after` and
 * delayed `raise` arrive as `xstate.raise` with a delay (in ticks), leaving a state as `xstate.cancel`.
 * Anything else would reach outside the step, so it is refused.
 */
export function startActor(machine: AnyStateMachine, input: unknown): ActorStep {
  const actions: PlainAction[] = [];
  const snapshot = machine.getInitialSnapshot(scopeOf(machine, actions), input);
  return read(machine, snapshot, actions, true);
}

export function stepActor(
  machine: AnyStateMachine,
  before: AnyMachineSnapshot,
  event: EventObject,
): ActorStep {
  const actions: PlainAction[] = [];
  const snapshot = machine.transition(before, event, scopeOf(machine, actions));
  // An event that no transition takes gives the very same snapshot back.
  return read(machine, snapshot, actions, snapshot !== before || actions.length > 0);
}

type Scope = Parameters<AnyStateMachine['transition']>[2];

const selves = new WeakMap<AnyStateMachine, Scope['self']>();

/**
 * Where a machine stands while it starts or makes a step: nowhere, and what it would do is written down. XState’s
 * `initialTransition` and `transition` do the same, but each time make an actor anew, which starts the machine:
 * as much work as the step itself.
 */
function scopeOf(machine: AnyStateMachine, actions: PlainAction[]): Scope {
  let self = selves.get(machine);
  if (!self) selves.set(machine, (self = createActor(machine)));
  // Written out: a search makes thousands of these.
  return {
    self,
    system: self.system,
    id: '',
    sessionId: '',
    defer: nothing,
    logger: nothing,
    stopChild: nothing,
    emit: nothing,
    actionExecutor: (action) => actions.push(action),
  };
}

const nothing = () => undefined;

/** The same moment of the same machine with another context. */
export const withContext = (
  machine: AnyStateMachine,
  snapshot: AnyMachineSnapshot,
  context: object,
): AnyMachineSnapshot => machine.resolveState({ ...snapshot, context });

interface PlainAction {
  readonly type: string;
  readonly params?: unknown;
}

function read(
  machine: AnyStateMachine,
  snapshot: AnyMachineSnapshot,
  actions: readonly PlainAction[],
  handled: boolean,
): ActorStep {
  if (snapshot.status === 'error') {
    throw new Error(`Machine "${machine.id}" failed: ${String(snapshot.error)}`);
  }
  const effects: Effect[] = [];
  const timers: TimerChange[] = [];
  for (const action of actions) {
    switch (action.type) {
      case 'xstate.emit':
        effects.push((action.params as { event: Effect }).event);
        break;
      case 'xstate.raise': {
        const { id, delay, event } = action.params as {
          id: string;
          delay?: number;
          event: EventObject;
        };
        if (delay === undefined || !Number.isInteger(delay) || delay < 0) {
          throw new Error(
            `Machine "${machine.id}" set a timer of ${String(delay)}; timers last whole ticks.`,
          );
        }
        timers.push({ type: 'start', id, ticks: delay, event });
        break;
      }
      case 'xstate.cancel':
        timers.push({ type: 'cancel', id: (action.params as { sendId: string }).sendId });
        break;
      default:
        throw new Error(
          `Machine "${machine.id}" ran "${action.type}"; simulated actors may only emit, raise and cancel.`,
        );
    }
  }
  return { snapshot, effects, timers, handled };
}
