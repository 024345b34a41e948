'use client';

import { useCallback, useSyncExternalStore } from 'react';

import type { Cancel } from '@/components/search/beside';
import { runTask, whenIdle } from '@/components/search/run-task';
import { allDrawn } from '@/components/search/sight-first';
import type { Measured, Results, TaskKind, TaskOf, Task } from '@/components/search/task';

/** How far a task has come. What has not been asked for yet is as good as under way. */
export type Job<K extends TaskKind> =
  | { readonly state: 'running'; readonly progress: Measured | null }
  | { readonly state: 'done'; readonly ms: number; readonly result: Results[K] }
  | { readonly state: 'failed'; readonly reason: string };

/** Long enough to slide along a row of settings, short enough not to be noticed. */
const SETTLE_MS = 120;
const KEPT_MAX = 40;
const NOTHING_YET: Job<never> = { state: 'running', progress: null };

interface Entry {
  job: Job<TaskKind>;
  readonly listeners: Set<() => void>;
  cancel: Cancel | null;
}

const entries = new Map<string, Entry>();

/**
 * The answer to a task, or how far it has come. All that ask the same at the same time share it; when
 * nobody asks any more, it is called off. A task that is over is remembered, since it would end alike.
 */
export function useJob<K extends TaskKind>(task: TaskOf<K> | null): Job<K> | null {
  const key = task === null ? null : JSON.stringify(task);
  const subscribeTo = useCallback(
    (listener: () => void) => (key === null ? () => undefined : subscribe(key, listener)),
    [key],
  );
  const job = useSyncExternalStore(
    subscribeTo,
    () => (key === null ? null : (entries.get(key)?.job ?? NOTHING_YET)),
    () => (key === null ? null : NOTHING_YET),
  );
  // Kept under a key that names the task and with it the kind of its result.
  return job as Job<K> | null;
}

function subscribe(key: string, listener: () => void): () => void {
  const entry: Entry = entries.get(key) ?? { job: NOTHING_YET, listeners: new Set(), cancel: null };
  entries.delete(key);
  entries.set(key, entry);
  entry.listeners.add(listener);
  if (entry.job.state === 'running' && entry.cancel === null) entry.cancel = start(key, entry);
  return () => {
    entry.listeners.delete(listener);
    if (entry.listeners.size > 0 || entry.job.state === 'done') return;
    entry.cancel?.();
    entries.delete(key);
  };
}

function start(key: string, entry: Entry): Cancel {
  let cancel: Cancel | null = null;
  let wanted = true;
  const begin = () => {
    if (!wanted) return;
    cancel = runTask(JSON.parse(key) as Task, (report) => {
      if (report.kind === 'progress') tell(entry, { state: 'running', progress: report });
      else if (report.kind === 'failed') tell(entry, { state: 'failed', reason: report.reason });
      else tell(entry, { state: 'done', ms: report.ms, result: report.result });
    });
  };
  setTimeout(() => void allDrawn().then(() => whenIdle(begin)), SETTLE_MS);
  return () => {
    wanted = false;
    cancel?.();
  };
}

function tell(entry: Entry, job: Job<TaskKind>): void {
  entry.job = job;
  if (job.state === 'done') forgetOldest();
  for (const listener of entry.listeners) listener();
}

function forgetOldest(): void {
  for (const [key, { listeners }] of entries) {
    if (entries.size <= KEPT_MAX) return;
    if (listeners.size === 0) entries.delete(key);
  }
}
