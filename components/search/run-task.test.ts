import { beforeEach, afterEach, expect, it, vi } from 'vitest';

import type { runTask as RunTask } from '@/components/search/run-task';
import type { Report, Task } from '@/components/search/task';

let workers: FakeWorker[] = [];
let runTask: typeof RunTask;

beforeEach(async () => {
  workers = [];
  vi.stubGlobal(
    'Worker',
    class extends FakeWorker {
      constructor() {
        super();
        workers.push(this);
      }
    },
  );
  // Which worker is idle and whose turn it is are kept in it.
  vi.resetModules();
  ({ runTask } = await import('@/components/search/run-task'));
});
afterEach(() => vi.unstubAllGlobals());

it('keeps a worker for the next task, and not one that failed', () => {
  const told: Report['kind'][] = [];
  const ask = () => runTask(TASK, ({ kind }) => told.push(kind));

  ask();
  workers[0]?.say({ kind: 'failed', reason: 'a chunk is lost' });
  expect(workers[0]?.terminated).toBe(true);

  ask();
  expect(workers).toHaveLength(2);
  workers[1]?.say(DONE);
  expect(workers[1]?.terminated).toBe(false);

  ask();
  expect(workers).toHaveLength(2);
  expect(workers[1]?.tasks).toEqual([TASK, TASK]);
  expect(told).toEqual(['failed', 'done']);
});

it('a task that is called off ends its worker, and nothing is said of it any more', () => {
  const told: Report['kind'][] = [];
  const cancel = runTask(ATTACK, ({ kind }) => told.push(kind));
  const [worker] = workers;
  worker?.say({ kind: 'progress', ms: 1, states: 1, transitions: 1 });
  cancel();
  expect(worker?.terminated).toBe(true);
  worker?.say(DONE);
  expect(told).toEqual(['progress']);
  // What is called off is not kept for the next.
  runTask(ATTACK, () => undefined);
  expect(workers).toHaveLength(2);
});

it('short tasks take turns, and one that is called off before its turn never begins', () => {
  runTask(TASK, () => undefined);
  const cancel = runTask({ ...TASK, slug: 'lock' }, () => undefined);
  runTask({ ...TASK, slug: 'methods' }, () => undefined);
  // An attack keeps nobody waiting, and waits for nobody.
  runTask(ATTACK, () => undefined);
  expect(workers.map(({ tasks }) => tasks)).toEqual([[TASK], [ATTACK]]);
  cancel();
  workers[0]?.say(DONE);
  expect(workers[0]?.tasks).toEqual([TASK, { ...TASK, slug: 'methods' }]);
});

it('the next has its turn when the one whose turn it is is called off', () => {
  const cancel = runTask(TASK, () => undefined);
  runTask({ ...TASK, slug: 'lock' }, () => undefined);
  cancel();
  expect(workers.map(({ tasks, terminated }) => [tasks.length, terminated])).toEqual([
    [1, true],
    [1, false],
  ]);
});

// Helpers

const ATTACK: Task = { kind: 'search', slug: 'lost-response', settings: {}, unreduced: true };
const DONE: Report = { kind: 'done', ms: 1, result: { rows: [] } as never };

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
