/** For tests: small worlds of clients and servers. */
import type { Cast, Link, Opening, ProcessSpec, Ticks } from '@/lib/engine/model';
import { customer } from '@/lib/explorer/casts/customer';
import { type Habit, handler, patientHandler } from '@/lib/explorer/casts/handler';
import { keys, provider } from '@/lib/explorer/casts/stores';

export interface Way {
  readonly usualTicks: Ticks;
  readonly latestTicks: Ticks;
  readonly lossy: boolean;
  readonly doubles: boolean;
}

/** What is wanted, once for each intent; two of one key are what a server may take for copies. */
export interface Wish {
  readonly key: string | null;
  readonly atTicks: Ticks;
}

/** A small world of clients and servers: what the properties vary. */
export interface HttpPlan {
  readonly kind: 'http';
  readonly wishes: readonly Wish[];
  readonly retries: number;
  readonly patienceTicks: Ticks;
  readonly listens: boolean;
  readonly instances: 1 | 2;
  readonly handlers: number;
  readonly habit: Habit;
  /** Whether each instance keeps its keys in its own memory, and not in a store that all share. */
  readonly memory: boolean;
  readonly leaseTicks: Ticks | null;
  readonly serverPatienceTicks: Ticks | null;
  readonly numbers: boolean;
  readonly crashes: boolean;
  readonly toServer: Way;
  readonly toStore: Way;
  readonly toProvider: Way;
}

const ALONE = { crashes: false } as const;

export const PERSON: ProcessSpec = {
  ...{ ...ALONE, id: 'person', group: 'person', label: 'person', kind: 'person', actors: [] },
};

export function httpCast(plan: HttpPlan): Cast {
  const servers = ['api-a', 'api-b'].slice(0, plan.instances);
  const clients = plan.wishes.map((_, index) => `client-${index + 1}`);
  return {
    tickMs: 100,
    processes: [
      PERSON,
      ...clients.map((id) => client(id, servers, plan)),
      ...servers.map((id) => server(id, plan)),
      storeOf('store', plan.leaseTicks),
      providerOf(plan.numbers),
    ],
    links: servers.flatMap((id): Link[] => [
      ...clients.map((other): Link => ({ between: [other, id], ...plan.toServer })),
      { between: [id, 'store'], ...plan.toStore },
      { between: [id, 'provider'], ...plan.toProvider },
    ]),
    openings: plan.wishes.map(({ atTicks }, index) => ({ ...wanted(plan, index), atTicks })),
  };
}

/** What the person says to the client about the wish at `index`. */
export const wanted = ({ wishes }: HttpPlan, index: number): Omit<Opening, 'atTicks'> => ({
  from: 'person',
  to: `client-${index + 1}`,
  message: {
    ...{ type: 'work.wanted', intent: `wish-${index + 1}` },
    ...{ what: thingOf(index), key: wishes[index]?.key ?? null },
  },
});

export const thingOf = (index: number): string => ['tea', 'milk'][index] ?? 'more';

export const storeOf = (id: string, leaseTicks: Ticks | null): ProcessSpec => ({
  ...{ ...ALONE, id, group: id, label: id, kind: 'store' },
  actors: [{ id, machine: keys, input: { leaseTicks } }],
});

export const providerOf = (numbers: boolean): ProcessSpec => ({
  ...{ ...ALONE, id: 'provider', group: 'provider', label: 'provider', kind: 'provider' },
  actors: [{ id: 'provider', machine: provider, input: { numbers } }],
});

function client(id: string, servers: readonly string[], plan: HttpPlan): ProcessSpec {
  const { retries, patienceTicks, listens } = plan;
  return {
    ...{ ...ALONE, id, group: id, label: id, kind: 'client' },
    actors: [{ id, machine: customer, input: { servers, retries, patienceTicks, listens } }],
  };
}

function server(id: string, plan: HttpPlan): ProcessSpec {
  const { habit, memory, serverPatienceTicks, crashes, leaseTicks } = plan;
  const store = memory ? `${id}.memory` : 'store';
  const input = { habit, keys: store, provider: 'provider', patienceTicks: serverPatienceTicks };
  const machine = serverPatienceTicks === null ? patientHandler : handler;
  const handlers = Array.from({ length: plan.handlers }, (_, index) => ({
    ...{ id: `${id}.${index + 1}`, machine, input },
  }));
  return {
    ...{ id, group: 'api', label: id, kind: 'service', crashes },
    actors: memory ? [...handlers, { id: store, machine: keys, input: { leaseTicks } }] : handlers,
  };
}
