/** For tests and benchmarks, with the rest of brute force. */
import type { EventObject } from 'xstate';

import type { Message, ProcessId, Received, Ticks } from '@/lib/engine/model';
import { stepActor } from '@/lib/engine/step-actor';
import {
  type ActorNow,
  actorsCalled,
  contentOf,
  isFromOutside,
  type OnTheWire,
  type Rules,
  type Situation,
} from '@/lib/explorer/brute-force/situation';

/** Something that may happen; `message`, `actor` and `timer` are positions. */
export type Move =
  | { readonly kind: 'deliver' | 'lose' | 'duplicate'; readonly message: number }
  | { readonly kind: 'fire'; readonly actor: number; readonly timer: number }
  | { readonly kind: 'crash'; readonly process: ProcessId };

/** All that may happen now, waiting aside. Of equal messages on the wire the oldest stands for all. */
export function movesOf(rules: Rules, situation: Situation): readonly Move[] {
  const { wire, actors, left } = situation;
  const contents = wire.map(contentOf);
  const messages = [...wire.entries()].filter(
    ([at]) => contents.indexOf(contents[at] ?? '') === at,
  );
  return [
    ...messages
      .filter(([, message]) => mayArrive(rules, message) && isTaken(rules, actors, message))
      .map(([message]): Move => ({ kind: 'deliver', message })),
    ...actors.flatMap(({ timers }, actor) =>
      timers.flatMap(({ dueIn }, timer): Move[] =>
        dueIn === 0 ? [{ kind: 'fire', actor, timer }] : [],
      ),
    ),
    ...messages.flatMap(([message, { lossy, doubles }]): Move[] => [
      ...(lossy && left.losses > 0 ? [{ kind: 'lose', message } as const] : []),
      ...(doubles && left.duplicates > 0 ? [{ kind: 'duplicate', message } as const] : []),
    ]),
    ...rules.cast.processes
      .filter(({ crashes }) => crashes && left.crashes > 0)
      .map(({ id }): Move => ({ kind: 'crash', process: id })),
  ];
}

/** How long nothing needs to happen; null if nothing is pending, and so nothing ever need. */
export function patienceOf(rules: Rules, { wire, actors }: Situation): Ticks | null {
  const hours = [
    ...wire.filter((it) => isTaken(rules, actors, it)).map(({ latestIn }) => latestIn),
    ...actors.flatMap(({ timers }) => timers.map(({ dueIn }) => dueIn)),
  ];
  return hours.length > 0 ? Math.min(...hours) : null;
}

/** Who takes a message now. An actor takes all that bears its name, a process needs a handler that listens. */
export function takerOf(
  rules: Rules,
  actors: readonly ActorNow[],
  to: string,
  event: EventObject,
): number | null {
  const called = actorsCalled(rules, to);
  const [first] = called;
  if (first !== undefined && rules.actors[first]?.spec.id === to) return first;
  return called.find((at) => hears(rules, actors, at, event)) ?? null;
}

function hears(rules: Rules, actors: readonly ActorNow[], at: number, event: EventObject): boolean {
  const [spec, now] = [rules.actors[at]?.spec, actors[at]];
  return spec && now ? stepActor(spec.machine, now.snapshot, event).handled : false;
}

export const heardOf = ({ from, message }: OnTheWire): Received<Message> => ({ ...message, from });

/** Whether a message would be off the wire if it came now; what is sent outside is always taken there. */
export const isTaken = (rules: Rules, actors: readonly ActorNow[], message: OnTheWire): boolean =>
  actorsCalled(rules, message.to).length === 0 ||
  takerOf(rules, actors, message.to, heardOf(message)) !== null;

const mayArrive = (rules: Rules, message: OnTheWire): boolean =>
  message.latestIn === 0 || !isFromOutside(rules, message);
