/** For tests: small worlds, each made for one thing that a reduction must watch. Overlooked, the answer is another. */
import { type AnyStateMachine, assign, emit, enqueueActions, setup } from 'xstate';

import type { Effect, Message, ProcessSpec, Received } from '@/lib/engine/model';
import {
  correspondent,
  counter,
  dozer,
  hesitant,
  lightSleeper,
  read,
  sleeper,
  SLEEPER,
  sleeperWithClock,
  suspicious,
} from '@/lib/explorer/casts/sleepers';
import { castOf, linked, player } from '@/lib/explorer/casts/pieces';
import type { Question } from '@/lib/explorer/question';

type Letter = Received<
  Message & {
    readonly type: 'letter.sent';
    /** Whom to tell in the end, if not the sender. */
    readonly for?: string;
  }
>;

const letter = { type: 'letter.sent', intent: 'A' } as const;

interface Sending {
  readonly to: string;
  readonly message: Message;
}

interface PostInput {
  readonly sendings: readonly Sending[];
  /** Whether it reads the letter and says so: then nothing is amiss until somebody reads it again. */
  readonly reads: boolean;
}

/** Sends the same whenever a letter comes; to `back`, it goes to whom the letter is for. */
const post = setup({
  types: {
    input: {} as PostInput,
    context: {} as PostInput,
    events: {} as Letter,
    emitted: {} as Effect,
  },
  actions: {
    send: enqueueActions(({ context, event, enqueue }) => {
      if (context.reads) enqueue.emit({ type: 'record', fact: { ...read, says: 'done' } });
      const asker = event.for ?? event.from;
      for (const { to, message } of context.sendings) {
        if (to === BACK) enqueue.emit({ type: 'send', to: asker, message });
        else enqueue.emit({ type: 'send', to, message: { ...message, for: asker } });
      }
    }),
  },
}).createMachine({
  id: 'post',
  context: ({ input }) => input,
  on: { 'letter.sent': { actions: 'send' } },
});

const BACK = 'back';

/** Asks the desk when a letter comes, and waits for the first word; only then does the second mean anything. */
const clerk = setup({
  types: {
    context: {} as { readonly asks: number },
    events: {} as Message,
    emitted: {} as Effect,
  },
  actions: {
    count: assign({ asks: ({ context }) => context.asks + 1 }),
    ask: emit(({ context: { asks } }) => ({
      ...{ type: 'send', to: 'desk', message: { ...letter, attempt: asks } },
    })),
    read: emit({ type: 'record', fact: read }),
  },
}).createMachine({
  id: 'clerk',
  context: { asks: 0 },
  initial: 'idle',
  states: {
    idle: { on: { 'letter.sent': 'waiting' } },
    waiting: {
      entry: ['count', 'ask'],
      on: {
        'first.said': 'ready',
        'again.said': { target: 'waiting', reenter: true },
        'connection.closed': { target: 'waiting', reenter: true },
      },
    },
    ready: { on: { 'second.said': { actions: 'read' } } },
  },
});

/** Two machines of one name: one reads what comes, the other puts it away. */
const namesakesOf = ['letter.read', 'letter.put-away'].map((name) =>
  setup({
    types: { events: {} as Letter, emitted: {} as Effect },
    actions: { tell: emit({ type: 'record', fact: { name, intent: 'A', says: 'done' } }) },
  }).createMachine({
    id: 'namesake',
    initial: 'fresh',
    states: {
      fresh: { on: { 'letter.sent': { target: 'used', actions: 'tell' } } },
      used: { on: { 'letter.sent': { actions: 'tell' } } },
    },
  }),
);

/** A note can do nothing to a client, until it is found out that it may be woken first. */
export const wokenLater: Question = bedside(sleeper);

/** A client is woken by nothing that is ever on the wire: it tells itself. */
export const wokenByItself: Question = bedside(dozer);

/** A client is woken by hearing that another has died. */
export const wokenByCrash: Question = bedside(lightSleeper, 1);

/** A client is woken by its clock, which a call sets anew. */
export const wokenByClock: Question = bedside(sleeperWithClock);

/** There is no end to the states of a client, who counts what it hears. */
export const counted: Question = bedside(counter);

/** What a client does depends on who it hears from: whether it reads a note, whom it answers, how long it waits. */
export const suspected: Question = bedside(suspicious);
export const answered: Question = bedside(correspondent);
export const waited: Question = bedside(hesitant);

/** The word that comes first is not the one that is waited for, which comes by another way. */
export const notWaitedFor: Question = asked(
  [
    clerks(),
    stand('desk', [
      { to: BACK, message: { type: 'second.said', intent: 'A' } },
      { to: 'archive', message: letter },
    ]),
    stand('archive', [{ to: BACK, message: { type: 'first.said', intent: 'A' } }]),
  ],
  [
    ['door', 'desk'],
    ['desk', 'archive'],
    ['door', 'archive'],
  ],
);

/** What is waited for makes the handler ask once more than the bound allows. */
export const beyondTheBound: Question = asked(
  [clerks(), stand('desk', [{ to: BACK, message: { type: 'again.said', intent: 'A' } }])],
  [['door', 'desk']],
);

/** Whom the handler has asked dies, and hearing of that it asks once more than the bound allows. */
export const beyondAfterCrash: Question = {
  ...asked([clerks(), { ...stand('desk', []), crashes: true }], [['door', 'desk']]),
  bounds: { losses: 0, duplicates: 0, crashes: 1, retries: 0 },
};

/** Two handlers play machines that are alike in name only, and the first one takes both letters. */
export const namesakes: Question = asked(
  [
    player(
      'door',
      namesakesOf.map((machine, index) => ({ id: `door.${index + 1}`, machine, input: {} })),
    ),
  ],
  [],
  [0, 1],
);

// Parts

/** Of what comes to the client, a note comes from the door, and a call and a note from the desk, which may crash. */
function bedside(machine: AnyStateMachine, crashes: 0 | 1 = 0): Question {
  const note: Message = { type: 'note.sent', intent: 'A' };
  const question = asked(
    [
      stand('door', [
        { to: SLEEPER, message: note },
        { to: 'desk', message: letter },
      ]),
      {
        ...stand('desk', [{ to: SLEEPER, message: { type: 'wake.called', intent: 'A' } }]),
        crashes: crashes > 0,
      },
      { ...player(SLEEPER, [{ id: SLEEPER, machine, input: {} }]), kind: 'client' },
    ],
    [
      ['door', 'desk'],
      ['door', SLEEPER],
      ['desk', SLEEPER],
    ],
  );
  return { ...question, bounds: { ...question.bounds, crashes } };
}

function clerks(): ProcessSpec {
  return player(
    'door',
    [1, 2].map((number) => ({ id: `door.${number}`, machine: clerk, input: {} })),
  );
}

function stand(id: string, sendings: readonly Sending[]): ProcessSpec {
  return player(id, [{ id: `${id}.1`, machine: post, input: { sendings, reads: id === 'desk' } }]);
}

function asked(
  processes: readonly ProcessSpec[],
  links: readonly (readonly [string, string])[],
  hours: readonly number[] = [0],
): Question {
  const opening = { from: 'person', to: 'door', message: letter };
  return {
    cast: castOf(
      processes,
      links.map((between) => linked(between)),
      hours.map((atTicks) => ({ ...opening, atTicks })),
    ),
    meant: {
      intents: [{ id: 'A', label: 'A' }],
      effects: [{ fact: read.name, noun: 'letters', did: 'read' }],
    },
    bounds: { losses: 0, duplicates: 0, crashes: 0, retries: 0 },
    calmAttempt: () => opening,
  };
}
