import { emit, type EventObject, type MachineContext } from 'xstate';

import type { Effect } from '@/lib/engine/model';
import type { Saying } from '@/simulations/actors/handler';

/**
 * An action that sends a message, for machines whose states mostly ask and answer: bound once to a
 * machine's context and events, so that each action is one line.
 */
export const sayer =
  <Context extends MachineContext, Event extends EventObject>() =>
  (saying: (args: { readonly context: Context; readonly event: Event }) => Saying) =>
    emit<Context, Event, undefined, Event, Effect>(({ context, event }) => ({
      type: 'send',
      ...saying({ context, event }),
    }));
