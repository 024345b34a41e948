import { type AnyStateMachine, assign, emit, setup } from 'xstate';

import type { Effect, Fact, Message, ProcessId, Received, Ticks } from '@/lib/engine/model';

/** What a handler sends, and to whom. */
export interface Saying {
  readonly to: ProcessId;
  readonly message: Message;
}

/** All that a handler can decide by. */
export interface Moment<Input, Request, Answer, Notes> {
  /** How it was made. */
  readonly input: Input;
  /** What it serves. */
  readonly request: Received<Request>;
  /** What it has noted while serving it. A crash, and the end of its work, make it forget. */
  readonly notes: Notes;
  /** What has just come: an answer to what it asked; at the very beginning the request itself. */
  readonly event: Received<Request> | Received<Answer>;
}

/** One or more names of actions. */
type Names = string | readonly string[];

interface Transition {
  readonly guard?: string;
  readonly target?: string;
  readonly actions?: Names;
  readonly reenter?: boolean;
}

/** A target, or transitions of which the first that its guard lets pass is taken. */
type Transitions = string | Transition | readonly Transition[];

interface State {
  readonly entry?: Names;
  readonly on?: Readonly<Record<string, Transitions>>;
  /** By the name of a delay. */
  readonly after?: Readonly<Record<string, Transitions>>;
  readonly always?: Transitions;
  readonly initial?: string;
  readonly states?: Readonly<Record<string, State>>;
}

type By<M, Result> = Readonly<Record<string, (moment: M) => Result>>;

export interface HandlerDefinition<Input, Request extends Message, Answer extends Message, Notes> {
  readonly id: string;
  /** The types of message that a free handler takes. */
  readonly takes: readonly Request['type'][];
  /** What it has noted before it begins. */
  readonly notes: Notes;
  /** Yes-or-no questions. */
  readonly guards?: By<Moment<Input, Request, Answer, Notes>, boolean>;
  /** Actions that send a message. */
  readonly sends?: By<Moment<Input, Request, Answer, Notes>, Saying>;
  /** Actions that note something. */
  readonly keeps?: By<Moment<Input, Request, Answer, Notes>, Partial<Notes>>;
  /** Actions that record what can't be undone. */
  readonly records?: By<Moment<Input, Request, Answer, Notes>, Fact>;
  readonly delays?: By<Moment<Input, Request, Answer, Notes>, Ticks>;
  /** What a free handler does when a message comes that it takes. */
  readonly begins: Transitions;
  /** Its states at work, in XState's own notation. They end with target `idle`. */
  readonly states: Readonly<Record<string, State>>;
}

interface HandlerContext<Input, Request, Notes> {
  readonly input: Input;
  readonly request: Received<Request> | null;
  readonly notes: Notes;
}

/**
 * The machine of one handler of a process: free (`idle`) until a message comes that it takes, then at work
 * on that one, step by step, until it is free again and has forgotten all of it. Most services, consumers
 * and relays are such; what differs is said here, and what all share is not said again.
 *
 * A guard, action or delay that is named in a state and defined nowhere is an error when the machine is made.
 */
export function handler<
  Input,
  Request extends Message,
  Answer extends Message,
  Notes extends object = object,
>(definition: HandlerDefinition<Input, Request, Answer, Notes>): AnyStateMachine {
  type Context = HandlerContext<Input, Request, Notes>;
  type Event = Received<Request> | Received<Answer>;
  interface Args {
    readonly context: Context;
    readonly event: Event;
  }
  const { id, takes, notes, begins, states } = definition;
  const { guards = {}, sends = {}, keeps = {}, records = {}, delays = {} } = definition;
  refuseUndefined(definition);

  const isRequest = (event: Event): event is Received<Request> => takes.includes(event.type);
  /** Before the request is noted, it is what has just come. */
  const momentOf = ({ context, event }: Args): Moment<Input, Request, Answer, Notes> => {
    const request = context.request ?? (isRequest(event) ? event : null);
    if (!request) throw new Error(`${id} is asked about a request that it does not have`);
    return { input: context.input, notes: context.notes, request, event };
  };
  const machine = setup({
    types: {
      input: {} as Input,
      context: {} as Context,
      events: {} as Event,
      emitted: {} as Effect,
    },
    guards: mapped(guards, (isSo) => (args: Args) => isSo(momentOf(args))),
    actions: {
      ...mapped(sends, (say) =>
        emit<Context, Event, undefined, Event, Effect>((args) => ({
          type: 'send',
          ...say(momentOf(args)),
        })),
      ),
      ...mapped(records, (fact) =>
        emit<Context, Event, undefined, Event, Effect>((args) => ({
          type: 'record',
          fact: fact(momentOf(args)),
        })),
      ),
      ...mapped(keeps, (noted) =>
        assign<Context, Event, undefined, Event, never>((args) => ({
          notes: { ...args.context.notes, ...noted(momentOf(args)) },
        })),
      ),
      accept: assign<Context, Event, undefined, Event, never>(({ event }) => ({
        request: isRequest(event) ? event : null,
      })),
      forget: assign<Context, Event, undefined, Event, never>({ request: null, notes }),
    },
    delays: mapped(delays, (ticks) => (args: Args) => ticks(momentOf(args))),
  });
  const taking = toList(begins).map((transition) => ({
    ...transition,
    // Who is done as soon as it has begun has its work behind it too.
    reenter: true,
    actions: ['accept', ...toNames(transition.actions)],
  }));
  const made = machine.createMachine({
    id,
    context: ({ input }: { readonly input: Input }) => ({ input, request: null, notes }),
    initial: 'idle',
    states: {
      idle: { entry: 'forget', on: Object.fromEntries(takes.map((type) => [type, taking])) },
      ...states,
    },
  } as never);
  return made as unknown as AnyStateMachine;
}

const mapped = <From, To>(
  all: Readonly<Record<string, From>>,
  made: (from: From) => To,
): Record<string, To> =>
  Object.fromEntries(Object.entries(all).map(([name, from]) => [name, made(from)]));

const toNames = (names: Names = []): readonly string[] => [names].flat();

const toList = (transitions: Transitions): readonly Transition[] =>
  [transitions].flat().map((one) => (typeof one === 'string' ? { target: one } : one));

function refuseUndefined<Input, Request extends Message, Answer extends Message, Notes>(
  definition: HandlerDefinition<Input, Request, Answer, Notes>,
): void {
  const { id, begins, states, guards = {}, delays = {} } = definition;
  const { sends = {}, keeps = {}, records = {} } = definition;
  const actions = { ...sends, ...keeps, ...records };
  const all = [...toList(begins), ...Object.values(states).flatMap(transitionsIn)];
  const namedActions = [
    ...all.flatMap((transition) => toNames(transition.actions)),
    ...Object.values(states).flatMap(entriesIn),
  ];
  const unknown = [
    ...all.flatMap(({ guard }) => (guard && !Object.hasOwn(guards, guard) ? [guard] : [])),
    ...namedActions.filter((name) => !Object.hasOwn(actions, name)),
    ...Object.values(states)
      .flatMap(delaysIn)
      .filter((name) => !Object.hasOwn(delays, name)),
  ];
  if (unknown.length > 0) throw new Error(`${id} does not define ${unknown.join(', ')}`);
  const names = [sends, keeps, records].flatMap((kind) => Object.keys(kind));
  const twice = names.filter((name, place) => names.indexOf(name) !== place);
  if (twice.length > 0) throw new Error(`${id} defines twice ${twice.join(', ')}`);
}

const transitionsIn = ({
  on = {},
  after = {},
  always,
  states = {},
}: State): readonly Transition[] => [
  ...[...Object.values(on), ...Object.values(after), always ?? []].flatMap(toList),
  ...Object.values(states).flatMap(transitionsIn),
];

const entriesIn = ({ entry, states = {} }: State): readonly string[] => [
  ...toNames(entry),
  ...Object.values(states).flatMap(entriesIn),
];

const delaysIn = ({ after = {}, states = {} }: State): readonly string[] => [
  ...Object.keys(after),
  ...Object.values(states).flatMap(delaysIn),
];
