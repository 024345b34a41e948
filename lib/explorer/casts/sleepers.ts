/** For tests: clients, each of whom something else makes hear, or answer, what comes to it. */
import { assign, emit, enqueueActions, raise, setup } from 'xstate';

import type { Effect, Fact, Message, Received } from '@/lib/engine/model';

/** What the one client of a world is called. */
export const SLEEPER = 'sleeper';

export const read: Fact = { name: 'letter.read', intent: 'A' };

const hearing = setup({
  types: { events: {} as Received<Message>, emitted: {} as Effect },
  actions: {
    read: emit({ type: 'record', fact: read }),
    tellItself: emit({
      ...{ type: 'send', to: SLEEPER, message: { type: 'eyes.opened', intent: 'A' } },
    }),
  },
});

const awake = { on: { 'note.sent': { actions: 'read' } } } as const;

/** Hears a note only once it has been woken. */
export const sleeper = hearing.createMachine({
  // Not what the actor is called: a name stands in its state.
  id: 'dormouse',
  initial: 'asleep',
  states: { asleep: { on: { 'wake.called': 'awake' } }, awake },
});

/** The same, but being called only makes it tell itself to wake. */
export const dozer = hearing.createMachine({
  id: 'dozer',
  initial: 'asleep',
  states: {
    asleep: { on: { 'wake.called': { actions: 'tellItself' }, 'eyes.opened': 'awake' } },
    awake,
  },
});

/** Is woken by the death of somebody else. */
export const lightSleeper = hearing.createMachine({
  id: 'light-sleeper',
  initial: 'asleep',
  states: { asleep: { on: { 'connection.closed': 'awake' } }, awake },
});

/** Is woken by its clock. A call sets the clock anew, and does nothing else. */
export const sleeperWithClock = hearing.createMachine({
  id: 'sleeper-with-clock',
  initial: 'asleep',
  states: {
    asleep: { after: { 3: 'awake' }, on: { 'wake.called': { target: 'asleep', reenter: true } } },
    awake,
  },
});

const signed = ({ event: { from } }: { readonly event: { readonly from: string } }) =>
  from === 'door.1';

/** Reads a note only if it knows who sent it. */
export const suspicious = hearing.createMachine({
  id: 'suspicious',
  on: { 'note.sent': { guard: signed, actions: 'read' } },
});

/** Counts notes, and grows suspicious only after so many that nobody looks so far ahead. */
export const counter = setup({
  types: {
    context: {} as { readonly heard: number },
    events: {} as Received<Message>,
    emitted: {} as Effect,
  },
  actions: {
    count: assign({ heard: ({ context }) => Math.min(context.heard + 1, 300) }),
    read: emit({ type: 'record', fact: read }),
  },
}).createMachine({
  id: 'counter',
  context: { heard: 0 },
  on: {
    'note.sent': [
      {
        guard: ({ context, event }) => context.heard === 300 && signed({ event }),
        actions: 'read',
      },
      { actions: 'count' },
    ],
  },
});

/** Tells whoever sent a note that it has come. */
export const correspondent = setup({
  types: { events: {} as Received<Message>, emitted: {} as Effect },
  actions: {
    thank: enqueueActions(({ event, enqueue }) => {
      enqueue.emit({
        ...{ type: 'send', to: event.from, message: { type: 'thanks.said', intent: 'A' } },
      });
    }),
  },
}).createMachine({ id: 'correspondent', on: { 'note.sent': { actions: 'thank' } } });

/** Reads a note after a while, and what nobody signed after a longer one. */
export const hesitant = setup({
  types: {
    events: {} as Received<Message> | { readonly type: 'pulled.together'; readonly from: string },
    emitted: {} as Effect,
  },
  actions: {
    hesitate: raise(
      { type: 'pulled.together', from: SLEEPER },
      { delay: (at) => (signed(at) ? 1 : 2) },
    ),
    read: emit({ type: 'record', fact: read }),
  },
}).createMachine({
  id: 'hesitant',
  on: { 'note.sent': { actions: 'hesitate' }, 'pulled.together': { actions: 'read' } },
});
