/** For tests: the queue of the explorer's small worlds, and who serves it. */
import { assign, emit, enqueueActions, setup } from 'xstate';

import type { Effect, IntentId, Message, Received, Ticks } from '@/lib/engine/model';

export interface QueueInput {
  /** Pushed to in turn. */
  readonly consumers: readonly string[];
  readonly visibilityTicks: Ticks;
  readonly pushesMax: number;
  /** Whether it throws away a job whose key it has seen. */
  readonly dedups: boolean;
  /** What it says of a job that it has pushed in vain as often as it may. */
  readonly gives: 'failed' | 'nothing';
}

interface Job {
  readonly number: number;
  readonly intent: IntentId | null;
  readonly what: string;
  readonly key: string | null;
  readonly attempt: number;
}

type QueueContext = QueueInput & {
  readonly jobs: readonly Job[];
  readonly taken: number;
  /** By key: whose job it was first. */
  readonly seen: Readonly<Record<string, IntentId>>;
};

type QueueEvent =
  | Received<
      Message & { readonly type: 'job.sent'; readonly what: string; readonly key: string | null }
    >
  | Received<
      Message & {
        readonly type: 'job.acknowledged';
        readonly number: number;
        readonly value: string | null;
      }
    >
  | { readonly type: 'job.visible'; readonly number: number };

/** Pushes a job, again and again until somebody says that it is done with. */
export const queue = setup({
  types: {
    input: {} as QueueInput,
    context: {} as QueueContext,
    events: {} as QueueEvent,
    emitted: {} as Effect,
  },
  actions: {
    take: enqueueActions(({ context, event, enqueue }) => {
      if (event.type !== 'job.sent') return;
      const { intent, what, key } = event;
      const of = key === null ? undefined : context.seen[key];
      if (context.dedups && of !== undefined) {
        const fact = { name: 'duplicate.discarded', intent: intent ?? '', of };
        enqueue.emit({ type: 'record', fact });
        return;
      }
      const job = { number: context.taken + 1, intent, what, key, attempt: 1 };
      enqueue.assign({
        jobs: [...context.jobs, job],
        taken: job.number,
        seen: key === null ? context.seen : { ...context.seen, [key]: intent ?? '' },
      });
      enqueue.emit(push(context, job));
      enqueue.raise(visible(job), { id: timerOf(job), delay: context.visibilityTicks });
    }),
    finish: enqueueActions(({ context, event, enqueue }) => {
      const job = jobOf(context, event);
      if (!job || event.type !== 'job.acknowledged') return;
      enqueue.assign({ jobs: context.jobs.filter((other) => other !== job) });
      enqueue.cancel(timerOf(job));
      enqueue.emit(say(job, { name: 'job.finished', says: 'done', body: event.value }));
    }),
    pushAgain: enqueueActions(({ context, event, enqueue }) => {
      const job = jobOf(context, event);
      if (!job) return;
      const others = context.jobs.filter((other) => other !== job);
      if (job.attempt >= context.pushesMax) {
        enqueue.assign({ jobs: others });
        const says = context.gives === 'failed' ? { says: 'failed' } : {};
        enqueue.emit(say(job, { name: 'job.dropped', ...says }));
        return;
      }
      const again = { ...job, attempt: job.attempt + 1 };
      enqueue.assign({ jobs: [...others, again] });
      enqueue.emit(push(context, again));
      enqueue.raise(visible(job), { id: timerOf(job), delay: context.visibilityTicks });
    }),
  },
}).createMachine({
  id: 'queue',
  context: ({ input }) => ({ ...input, jobs: [], taken: 0, seen: {} }),
  initial: 'open',
  states: {
    open: {
      on: {
        'job.sent': { actions: 'take' },
        'job.acknowledged': { actions: 'finish' },
        'job.visible': { actions: 'pushAgain' },
      },
    },
  },
});

const timerOf = ({ number }: Job): string => `visible-${number}`;
const visible = ({ number }: Job) => ({ type: 'job.visible', number }) as const;

const jobOf = ({ jobs }: QueueContext, event: QueueEvent): Job | undefined =>
  event.type === 'job.sent' ? undefined : jobs.find(({ number }) => number === event.number);

const push = ({ consumers }: QueueContext, { number, intent, what, key, attempt }: Job) =>
  ({
    type: 'send',
    to: consumers[(attempt - 1) % consumers.length] ?? '',
    message: { type: 'job.pushed', intent, number, what, key, attempt },
  }) as const;

const say = (
  { intent }: Job,
  fact: { readonly name: string; readonly says?: string; readonly body?: string | null },
) => ({ type: 'record', fact: { intent: intent ?? '', ...fact } }) as const;

export interface ConsumerInput {
  /** `hasty` says that it is done with a job before it does it; `careful` lets the store do work and note in one. */
  readonly habit: 'plain' | 'hasty' | 'careful';
  readonly keys: string;
  readonly provider: string;
}

type Pushed = Received<
  Message & {
    readonly type: 'job.pushed';
    readonly number: number;
    readonly what: string;
    readonly key: string | null;
  }
>;
type Done = Received<
  Message & { readonly type: 'charge.made' | 'key.was-known'; readonly value: string }
>;
type ConsumerContext = ConsumerInput & {
  readonly job: Pushed | null;
  readonly value: string | null;
};

/** Does one job at a time. */
export const consumer = setup({
  types: {
    input: {} as ConsumerInput,
    context: {} as ConsumerContext,
    events: {} as Pushed | Done,
    emitted: {} as Effect,
  },
  guards: {
    isHasty: ({ context: { habit } }) => habit === 'hasty',
    isCareful: ({ context: { habit } }) => habit === 'careful',
  },
  actions: {
    accept: assign(({ event }) => (event.type === 'job.pushed' ? { job: event } : {})),
    take: assign(({ event }) => (event.type === 'job.pushed' ? {} : { value: event.value })),
    forget: assign({ job: null, value: null }),
    charge: emit(({ context: { provider, job } }) => ({
      type: 'send',
      to: provider,
      message: { type: 'charge.asked', intent: job?.intent ?? null, what: job?.what ?? '' },
    })),
    note: emit(({ context: { keys, job } }) => ({
      type: 'send',
      to: keys,
      message: {
        ...{ type: 'work.noted', intent: job?.intent ?? null, key: job?.key ?? null },
        ...{ what: job?.what ?? '', value: null },
      },
    })),
    acknowledge: emit(({ context: { job, value } }) => ({
      type: 'send',
      to: job?.from ?? '',
      message: {
        ...{ type: 'job.acknowledged', intent: job?.intent ?? null },
        ...{ number: job?.number ?? 0, value },
      },
    })),
  },
}).createMachine({
  id: 'consumer',
  context: ({ input }) => ({ ...input, job: null, value: null }),
  initial: 'idle',
  states: {
    idle: { entry: 'forget', on: { 'job.pushed': { target: 'beginning', actions: 'accept' } } },
    beginning: {
      always: [
        { guard: 'isHasty', target: 'charging', actions: 'acknowledge' },
        { guard: 'isCareful', target: 'noting' },
        { target: 'charging' },
      ],
    },
    charging: {
      entry: 'charge',
      on: {
        'charge.made': [
          { guard: 'isHasty', target: 'idle' },
          { target: 'idle', actions: ['take', 'acknowledge'] },
        ],
      },
    },
    noting: {
      entry: 'note',
      on: { 'key.was-known': { target: 'idle', actions: ['take', 'acknowledge'] } },
    },
  },
});
