/** For tests: how the toy machines are wired. */
import type { AnyStateMachine } from 'xstate';

import type { Cast, Message, Ticks } from '@/lib/engine/model';
import { asker, notebook, worker } from '@/lib/engine/toys';

/** How a toy shop is built: what the properties vary. */
export interface ShopPlan {
  readonly instances: 1 | 2;
  readonly handlers: number;
  readonly memory: boolean;
  readonly workTicks: Ticks;
  readonly retries: number;
  readonly patienceTicks: Ticks;
  readonly usualTicks: Ticks;
  readonly latestTicks: Ticks;
  readonly openings: readonly Ticks[];
}

const CALM_SHOP: ShopPlan = {
  ...{ instances: 1, handlers: 2, memory: true, workTicks: 2, retries: 2, patienceTicks: 9 },
  ...{ usualTicks: 1, latestTicks: 4, openings: [0] },
};

/** A person, an asker, one or two instances of a shop, and the notebook that they share. */
export function shop(changes: Partial<ShopPlan> = {}): Cast {
  const plan = { ...CALM_SHOP, ...changes };
  const names = ['shop-a', 'shop-b'].slice(0, plan.instances);
  const { retries, patienceTicks, usualTicks, latestTicks } = plan;
  return {
    tickMs: 100,
    processes: [
      { ...ALONE, id: 'person', group: 'person', label: 'person', kind: 'person', actors: [] },
      {
        ...{ ...ALONE, id: 'asker', group: 'asker', label: 'asker', kind: 'client' },
        actors: [
          { id: 'asker', machine: asker, input: { servers: names, retries, patienceTicks } },
        ],
      },
      ...names.map((name) => instance(name, plan)),
      {
        ...{ ...ALONE, id: 'note-book', group: 'note-book', label: 'notebook', kind: 'store' },
        actors: [{ id: 'note-book', machine: notebook, input: null }],
      },
    ],
    links: names.flatMap((name) => [
      { between: ['asker', name], usualTicks, latestTicks, lossy: true },
      { between: [name, 'note-book'], usualTicks: 0, latestTicks: 0, lossy: false },
    ]),
    openings: plan.openings.map((atTicks, index) => ({
      from: 'person',
      to: 'asker',
      atTicks,
      message: { type: 'work.wanted', intent: `work-${index + 1}` },
    })),
  };
}

const ALONE = { crashes: false } as const;

function instance(name: string, plan: ShopPlan): Cast['processes'][number] {
  const memory = plan.memory ? `${name}.memory` : null;
  const input = { memory, store: 'note-book', workTicks: plan.workTicks };
  const handlers = Array.from({ length: plan.handlers }, (_, index) => ({
    ...{ id: `${name}.${index + 1}`, machine: worker, input },
  }));
  return {
    ...{ id: name, group: 'shop', label: name, kind: 'service', crashes: true },
    actors:
      memory === null ? handlers : [...handlers, { id: memory, machine: notebook, input: null }],
  };
}

/** One toy alone, sent these messages at these hours. */
export function alone(
  machine: AnyStateMachine,
  openings: readonly { readonly atTicks: Ticks; readonly message: Message }[],
): Cast {
  return {
    tickMs: 100,
    processes: [
      { ...ALONE, id: 'person', group: 'person', label: 'person', kind: 'person', actors: [] },
      {
        ...{ ...ALONE, id: 'toy', group: 'toy', label: 'toy', kind: 'store' },
        actors: [{ id: 'toy', machine, input: null }],
      },
    ],
    links: [],
    openings: openings.map((opening) => ({ from: 'person', to: 'toy', ...opening })),
  };
}
