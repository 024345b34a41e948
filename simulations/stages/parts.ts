import type { AnyStateMachine } from 'xstate';

import type {
  Address,
  IntentId,
  Link,
  Opening,
  ProcessId,
  ProcessSpec,
  Ticks,
} from '@/lib/engine/model';
import type { PurchaseWanted, RetryWanted } from '@/simulations/messages';

/** A participant that is one actor of the same name and does not crash in these lessons. */
export function participant(
  id: ProcessId,
  kind: ProcessSpec['kind'],
  label: string,
  machine: AnyStateMachine,
  input: unknown = null,
): ProcessSpec {
  return { id, group: id, label, kind, crashes: false, actors: [{ id, machine, input }] };
}

/** An actor that a process has for itself: `memory` of `api-a` is called `api-a.memory`. */
export interface OwnActor {
  readonly name: string;
  readonly machine: AnyStateMachine;
  readonly input?: unknown;
}

/** A process that serves several requests at once: so many handlers of one machine, which crash together if they do. */
export function server(
  spec: Omit<ProcessSpec, 'actors' | 'crashes'> & Partial<Pick<ProcessSpec, 'crashes'>>,
  handlers: number,
  machine: AnyStateMachine,
  input: unknown,
  own: readonly OwnActor[] = [],
): ProcessSpec {
  const serving = Array.from({ length: handlers }, (_, index) => ({
    id: `${spec.id}.${index + 1}`,
    machine,
    input,
  }));
  const others = own.map(({ name, ...actor }) => ({
    input: null,
    ...actor,
    id: `${spec.id}.${name}`,
  }));
  return { crashes: true, ...spec, actors: [...serving, ...others] };
}

/** Whoever presses the button: outside the system, so nothing is simulated of them. */
export const CUSTOMER: ProcessSpec = {
  ...{ id: 'customer', group: 'customer', label: 'customer', kind: 'person' },
  ...{ crashes: false, actors: [] },
};

/** A link on which messages may be lost, doubled, or come late. */
export const unreliable = (
  a: ProcessId,
  b: ProcessId,
  usualTicks: Ticks,
  latestTicks: Ticks,
): Link => ({ between: [a, b], usualTicks, latestTicks, lossy: true });

/** A link on which messages arrive, though perhaps late. */
export const reliable = (
  a: ProcessId,
  b: ProcessId,
  usualTicks: Ticks = 0,
  latestTicks: Ticks = usualTicks,
): Link => ({ between: [a, b], usualTicks, latestTicks, lossy: false });

export const AMOUNT = 100;

/** The customer wants one purchase made by `to`, at the very start or later. */
export const purchase = (
  to: Address,
  intent: IntentId,
  atTicks: Ticks = 0,
  from: ProcessId = CUSTOMER.id,
  amount = AMOUNT,
): Opening => ({
  from,
  to,
  atTicks,
  message: { type: 'purchase.wanted', intent, amount } satisfies PurchaseWanted,
});

/** After everything, the customer asks `to` for one attempt more. */
export const retry =
  (to: Address) =>
  (intent: IntentId): Omit<Opening, 'atTicks'> => ({
    from: CUSTOMER.id,
    to,
    message: { type: 'retry.wanted', intent } satisfies RetryWanted,
  });
