'use client';

import { useCallback, useEffect, useReducer, useRef } from 'react';

import { runTask } from '@/components/sampler/run-task';
import type { DayLinks, Message, Task } from '@/components/sampler/task';
import type { Cancel } from '@/components/search/beside';
import type { SampleReport } from '@/lib/scenario/sample-report';

export interface DaysState {
  readonly state: 'running' | 'done' | 'cancelled' | 'failed';
  /** How much is done, from 0 to 1. */
  readonly part: number;
  /** The last report; while new days are lived through, that of the former ones. */
  readonly report: SampleReport | null;
  /** What the report is of. */
  readonly task: Task | null;
  readonly days: ReadonlyMap<number, DayLinks>;
  readonly ms: number;
  readonly reason: string;
}

type Action = { readonly kind: 'begin' } | { readonly kind: 'cancel' } | (Message & { task: Task });

const NOTHING_YET: DaysState = {
  ...{ state: 'running', part: 0, report: null, task: null, days: new Map(), ms: 0, reason: '' },
};

function reduce(before: DaysState, action: Action): DaysState {
  switch (action.kind) {
    case 'begin':
      return { ...before, state: 'running', part: 0 };
    case 'cancel':
      return { ...before, state: 'cancelled' };
    case 'progress':
      return { ...before, part: action.part };
    case 'report': {
      const { report, ms, task } = action;
      return { ...before, state: 'done', part: 1, report, ms, task, days: new Map() };
    }
    case 'day':
      return { ...before, days: new Map(before.days).set(action.day.seed, action.day) };
    case 'failed':
      return { ...before, state: 'failed', reason: action.reason };
    case 'over':
      return before;
  }
}

/** Lives through the days of a task, anew whenever it changes. */
export function useDays(task: Task) {
  const [days, dispatch] = useReducer(reduce, NOTHING_YET);
  const running = useRef<Cancel | null>(null);
  const key = JSON.stringify(task);

  const run = useCallback(() => {
    running.current?.();
    dispatch({ kind: 'begin' });
    const wanted = JSON.parse(key) as Task;
    running.current = runTask(wanted, (message) => dispatch({ ...message, task: wanted }));
  }, [key]);
  const cancel = useCallback(() => {
    running.current?.();
    running.current = null;
    dispatch({ kind: 'cancel' });
  }, []);

  useEffect(() => {
    run();
    return () => {
      running.current?.();
      running.current = null;
    };
  }, [run]);
  return { days, run, cancel };
}
