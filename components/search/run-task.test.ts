import { afterEach, expect, it, vi } from 'vitest';

import { runTask } from '@/components/search/run-task';
import type { Report, Task } from '@/components/search/task';

afterEach(() => vi.unstubAllGlobals());

it('keeps a worker for the next task, and not one that failed', () => {
  const workers: FakeWorker[] = [];
  vi.stubGlobal(
    'Worker',
    class extends FakeWorker {
      constructor() {
        super();
        workers.push(this);
      }
    },
  );
  const told: Report['kind'][] = [];
  const ask = () => runTask(TASK, ({ kind }) => told.push(kind));

  ask();
  workers[0]?.say({ kind: 'failed', reason: 'a chunk is lost' });
  expect(workers[0]?.terminated).toBe(true);

  ask();
  expect(workers).toHaveLength(2);
  workers[1]?.say({ kind: 'done', ms: 1, result: { rows: [] } as never });
  expect(workers[1]?.terminated).toBe(false);

  ask();
  expect(workers).toHaveLength(2);
  expect(workers[1]?.tasks).toEqual([TASK, TASK]);
  expect(told).toEqual(['failed', 'done']);
});

// Helpers

const TASK: Task = { kind: 'safe', slug: 'lost-response', settings: {} };

class FakeWorker {
  readonly tasks: unknown[] = [];
  terminated = false;
  onmessage: ((event: { data: Report }) => void) | null = null;

  postMessage(task: unknown): void {
    this.tasks.push(task);
  }

  terminate(): void {
    this.terminated = true;
  }

  say(data: Report): void {
    this.onmessage?.({ data });
  }
}
