/** For tests: machines so small that what a world of them can do is counted by hand. */
import { assign, emit, enqueueActions, setup } from 'xstate';

import type { Cast, Effect, Fact, Link, Message, ProcessSpec, Ticks } from '@/lib/engine/model';

export interface CrierInput {
  readonly to: string;
  readonly ticks: Ticks;
}

/** Sends one letter at once, and records when its alarm goes off. */
export const crier = setup({
  types: { input: {} as CrierInput, context: {} as CrierInput, emitted: {} as Effect },
  actions: {
    cry: emit(({ context: { to } }) => ({ type: 'send', to, message: letter(null) })),
    tell: emit({ type: 'record', fact: { name: 'alarm.rung', intent: 'A' } }),
  },
  delays: { alarm: ({ context: { ticks } }) => ticks },
}).createMachine({
  id: 'crier',
  context: ({ input }) => input,
  initial: 'waiting',
  states: {
    waiting: { entry: 'cry', after: { alarm: { target: 'done', actions: 'tell' } } },
    done: {},
  },
});

/** Sends one letter at once, says so, and that is all. */
export const herald = setup({
  types: { input: {} as { to: string }, context: {} as { to: string }, emitted: {} as Effect },
  actions: {
    cry: emit(({ context: { to } }) => ({ type: 'send', to, message: letter(null) })),
    tell: emit({ type: 'record', fact: { name: 'letter.cried', intent: 'A' } }),
  },
}).createMachine({ id: 'herald', context: ({ input }) => input, entry: ['cry', 'tell'] });

/** Records every letter. */
export const box = setup({
  types: { events: {} as Message, emitted: {} as Effect },
  actions: {
    keep: emit(({ event: { intent } }) => ({
      ...{ type: 'record', fact: { name: 'letter.read', intent: intent ?? 'A' } },
    })),
  },
}).createMachine({ id: 'box', on: { 'letter.sent': { actions: 'keep' } } });

/** Sends a letter whenever it is told to, and hears of answers. */
export const writer = setup({
  types: {
    context: {} as { readonly heard: boolean },
    events: {} as Message & { readonly to?: string },
    emitted: {} as Effect,
  },
  actions: {
    write: emit(({ event }) => ({
      type: 'send',
      to: event.to ?? '',
      message: letter(event.intent),
    })),
    hear: assign({ heard: true }),
  },
}).createMachine({
  id: 'writer',
  context: { heard: false },
  initial: 'ready',
  states: {
    ready: {
      on: { 'letter.wanted': { actions: 'write' }, 'letter.answered': { actions: 'hear' } },
    },
  },
});

/** Records a letter and is deaf for a while, then answers it; records connections that close. */
export const reader = setup({
  types: {
    input: {} as { readonly ticks: Ticks },
    context: {} as { readonly ticks: Ticks; readonly from: string },
    events: {} as
      | (Message & { readonly type: 'letter.sent'; readonly from: string })
      | { readonly type: 'connection.closed'; readonly peers: readonly string[] },
    emitted: {} as Effect,
  },
  actions: {
    keep: enqueueActions(({ event, enqueue }) => {
      if (event.type !== 'letter.sent') return;
      const fact = { name: 'letter.read', intent: event.intent ?? 'A', from: event.from };
      enqueue.emit({ type: 'record', fact });
      enqueue.assign({ from: event.from });
    }),
    answer: emit(({ context: { from } }) => ({
      type: 'send',
      to: from,
      message: { type: 'letter.answered', intent: null },
    })),
    mourn: emit(({ event }) => ({
      type: 'record',
      fact: {
        ...{ name: 'connection.lost', intent: 'A' },
        peers: event.type === 'connection.closed' ? event.peers : [],
      },
    })),
  },
  delays: { reading: ({ context: { ticks } }) => ticks },
}).createMachine({
  id: 'reader',
  context: ({ input: { ticks } }) => ({ ticks, from: '' }),
  initial: 'idle',
  on: { 'connection.closed': { actions: 'mourn' } },
  states: {
    idle: { on: { 'letter.sent': { target: 'reading', actions: 'keep' } } },
    reading: { after: { reading: { target: 'idle', actions: 'answer' } } },
  },
});

/** Records what it is told to, whatever the judge will make of it. */
export const puppet = setup({
  types: {
    events: {} as Message & { readonly facts?: readonly Fact[] },
    emitted: {} as Effect,
  },
  actions: {
    record: enqueueActions(({ event, enqueue }) => {
      for (const fact of event.facts ?? []) enqueue.emit({ type: 'record', fact });
    }),
  },
}).createMachine({
  id: 'puppet',
  initial: 'listening',
  states: { listening: { on: { 'facts.told': { actions: 'record' } } } },
});

const letter = (intent: string | null): Message => ({ type: 'letter.sent', intent });

/** A participant played by these machines: one bears its name, several are numbered. */
export function player(
  id: string,
  actors: ProcessSpec['actors'],
  { crashes = false }: { readonly crashes?: boolean } = {},
): ProcessSpec {
  return { id, group: id, label: id, kind: 'service', actors, crashes };
}

export const linked = (between: Link['between'], changes: Partial<Link> = {}): Link => ({
  ...{ between, usualTicks: 0, latestTicks: 0, lossy: false },
  ...changes,
});

/** A cast of these, and a person who is outside. */
export const castOf = (
  processes: readonly ProcessSpec[],
  links: readonly Link[],
  openings: Cast['openings'] = [],
): Cast => ({ tickMs: 100, processes: [player('person', []), ...processes], links, openings });
