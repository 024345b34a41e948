/** For tests: small worlds of a queue and who serves it. */
import type { Cast, Link, Opening, ProcessSpec, Ticks } from '@/lib/engine/model';
import {
  PERSON,
  providerOf,
  storeOf,
  thingOf,
  type Way,
  type Wish,
} from '@/lib/explorer/casts/http-cast';
import { consumer, type ConsumerInput, queue } from '@/lib/explorer/casts/queue';

/** A small world of a queue and who serves it: what the properties vary. */
export interface QueuePlan {
  readonly kind: 'queue';
  readonly wishes: readonly Wish[];
  readonly visibilityTicks: Ticks;
  readonly pushesMax: number;
  readonly dedups: boolean;
  readonly gives: 'failed' | 'nothing';
  readonly instances: 1 | 2;
  readonly handlers: number;
  readonly habit: ConsumerInput['habit'];
  readonly numbers: boolean;
  readonly crashes: boolean;
  /** Whether a job that is on its way to a worker dies with it. */
  readonly connects: boolean;
  readonly toConsumer: Way;
  readonly toStore: Way;
  readonly toProvider: Way;
}

export function queueCast(plan: QueuePlan): Cast {
  const consumers = ['worker-a', 'worker-b'].slice(0, plan.instances);
  const { visibilityTicks, pushesMax, dedups, gives } = plan;
  const input = { consumers, visibilityTicks, pushesMax, dedups, gives };
  return {
    tickMs: 100,
    processes: [
      PERSON,
      {
        ...{ id: 'queue', group: 'queue', label: 'queue', kind: 'queue', crashes: false },
        actors: [{ id: 'queue', machine: queue, input }],
      },
      ...consumers.map((id) => worker(id, plan)),
      storeOf('store', null),
      providerOf(plan.numbers),
    ],
    links: consumers.flatMap((id): Link[] => [
      { between: ['queue', id], ...plan.toConsumer },
      { between: [id, 'store'], ...plan.toStore },
      { between: [id, 'provider'], ...plan.toProvider },
    ]),
    openings: plan.wishes.map(({ atTicks }, index) => ({ ...sentJob(plan, index), atTicks })),
  };
}

/** What the person gives the queue about the wish at `index`. */
export const sentJob = ({ wishes }: QueuePlan, index: number): Omit<Opening, 'atTicks'> => ({
  from: 'person',
  to: 'queue',
  message: {
    ...{ type: 'job.sent', intent: `wish-${index + 1}` },
    ...{ what: thingOf(index), key: wishes[index]?.key ?? null },
  },
});

function worker(id: string, { habit, handlers, crashes, connects }: QueuePlan): ProcessSpec {
  const input: ConsumerInput = { habit, keys: 'store', provider: 'provider' };
  return {
    ...{ id, group: 'worker', label: id, kind: 'consumer', crashes, connects },
    actors: Array.from({ length: handlers }, (_, index) => ({
      ...{ id: `${id}.${index + 1}`, machine: consumer, input },
    })),
  };
}
