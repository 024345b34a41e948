/** For tests: small worlds, each made for one thing that a reduction must watch. Overlooked, the answer is another. */
import type { AnyStateMachine } from 'xstate';

import type { Link, Message, ProcessSpec } from '@/lib/engine/model';
import {
  apprentice,
  clerk,
  collector,
  errand,
  listener,
  namesakesOf,
  novice,
  sleepReader,
  waker,
} from '@/lib/explorer/casts/clerks';
import {
  BACK,
  caller,
  doorkeeper,
  echo,
  noter,
  porter,
  post,
  promiser,
  reader,
  type Sending,
  slowPost,
  whisperer,
} from '@/lib/explorer/casts/desks';
import { firstWord, letter } from '@/lib/explorer/casts/letters';
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
import type { Bounds, Question } from '@/lib/explorer/question';

const CALM: Bounds = { losses: 0, duplicates: 0, crashes: 0, retries: 0 };

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
    handlers(clerk),
    stand('desk', [
      { to: BACK, message: { type: 'second.said', intent: 'A' } },
      { to: 'archive', message: letter },
    ]),
    stand('archive', [{ to: BACK, message: firstWord }]),
  ],
  ways(['door', 'desk'], ['desk', 'archive'], ['door', 'archive']),
);

/** What is waited for makes the handler ask once more than the bound allows. */
export const beyondTheBound: Question = asked(
  [handlers(clerk), stand('desk', [{ to: BACK, message: { type: 'again.said', intent: 'A' } }])],
  ways(['door', 'desk']),
);

/** Whom the handler has asked dies, and hearing of that it asks once more than the bound allows. */
export const beyondAfterCrash: Question = {
  ...asked([handlers(clerk), { ...stand('desk', []), crashes: true }], ways(['door', 'desk'])),
  bounds: { ...CALM, crashes: 1 },
};

/** The answer that a handler waits for may come twice, which it takes ill. */
export const answeredTwice: Question = {
  ...asked(
    [handlers(listener), stand('desk', [{ to: BACK, message: firstWord }])],
    [linked(['door', 'desk'], { lossy: 'door' })],
  ),
  bounds: { ...CALM, duplicates: 1 },
};

/** One answer is on its way while the other, which matters only if it comes first, is still being thought about. */
export const overtaken: Question = asked(
  [
    handlers(clerk),
    stand('desk', [
      { to: BACK, message: { type: 'second.said', intent: 'A' } },
      { to: 'archive', message: letter },
    ]),
    alone('archive', slowPost),
  ],
  ways(['door', 'desk'], ['desk', 'archive'], ['door', 'archive']),
);

/** Whom the next letter finds free, the one that has an answer or the other, is told by the order of answer and letter. */
export const firstCome: Question = asked(
  [handlers(novice), alone('desk', echo)],
  ways(['door', 'desk']),
);

/** Letters go to the first handler, who has had one, and not to the second, who has had none. */
export const experienced: Question = asked([handlers(apprentice)], [], [0, 1, 2]);

/** Somebody is called by the name of the process, which who calls need not have heard. */
export const calledByName: Question = asked(
  [
    alone('door', porter),
    alone('desk', caller),
    player(SLEEPER, [{ id: SLEEPER, machine: sleeper, input: {} }]),
  ],
  ways(['door', 'desk'], ['door', SLEEPER], ['desk', SLEEPER]),
);

/** A note comes before the other one is woken, or after: whoever has the answer tells the other one within its step. */
export const toldInside: Question = asked(
  [
    player('door', [
      { id: 'door.1', machine: waker, input: {} },
      { id: 'door.2', machine: sleepReader, input: {} },
    ]),
    alone('desk', noter, { to: 'door.2' }),
  ],
  ways(['door', 'desk']),
);

/** Somebody knows a handler by a name that nobody told him. */
export const unheardOf: Question = asked(
  [handlers(errand), alone('desk', whisperer)],
  ways(['door', 'desk']),
);

/** It is said that all is done; the handler that is to do it dies before it hears so, or after it has passed that on. */
export const diesBefore: Question = {
  ...asked(
    [handlers(collector, true), alone('desk', promiser), alone('archive', reader)],
    ways(['door', 'desk'], ['door', 'archive']),
  ),
  bounds: { ...CALM, crashes: 1 },
};

/** It matters who comes, though nobody ever says that to him. */
export const remembered: Question = asked(
  [handlers(errand), alone('desk', doorkeeper)],
  ways(['door', 'desk']),
  [0, 1],
);

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

/** Of what comes to the client, a note comes from the door, and a call from the desk, which may crash. */
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
    ways(['door', 'desk'], ['door', SLEEPER], ['desk', SLEEPER]),
  );
  return { ...question, bounds: { ...question.bounds, crashes } };
}

function handlers(machine: AnyStateMachine, crashes = false): ProcessSpec {
  return {
    ...player(
      'door',
      [1, 2].map((number) => ({ id: `door.${number}`, machine, input: {} })),
    ),
    crashes,
  };
}

function ways(...pairs: readonly Link['between'][]): readonly Link[] {
  return pairs.map((between) => linked(between));
}

function alone(id: string, machine: AnyStateMachine, input: object = {}): ProcessSpec {
  return player(id, [{ id: `${id}.1`, machine, input }]);
}

function stand(id: string, sendings: readonly Sending[]): ProcessSpec {
  return alone(id, post, { sendings, reads: id === 'desk' });
}

function asked(
  processes: readonly ProcessSpec[],
  links: readonly Link[],
  hours: readonly number[] = [0],
): Question {
  const opening = { from: 'person', to: 'door', message: letter };
  return {
    cast: castOf(
      processes,
      links,
      hours.map((atTicks) => ({ ...opening, atTicks })),
    ),
    meant: {
      intents: [{ id: 'A', label: 'A' }],
      effects: [{ fact: read.name, noun: 'letters', did: 'read' }],
    },
    bounds: CALM,
    calmAttempt: () => opening,
  };
}
