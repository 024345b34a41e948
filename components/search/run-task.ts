import { type Cancel, runBeside } from '@/components/search/beside';
import type { Report, Task } from '@/components/search/task';

/**
 * Has a task worked out beside the page. Short ones take turns, so that a page that opens starts one
 * worker and not three; a search with nothing left out has one of its own, and keeps nobody waiting.
 */
export function runTask(task: Task, report: (report: Report) => void): Cancel {
  if (task.kind === 'search' && task.unreduced) return start(task, report);
  let cancel: Cancel | null = null;
  const turn = () => {
    cancel = start(task, (said) => {
      if (said.kind !== 'progress') endTurn();
      report(said);
    });
  };
  turns.push(turn);
  if (turns.length === 1) turn();
  return () => {
    const place = turns.indexOf(turn);
    if (place > 0) turns.splice(place, 1);
    if (place !== 0) return;
    cancel?.();
    endTurn();
  };
}

/** The first of them is being taken. */
const turns: (() => void)[] = [];

function endTurn(): void {
  turns.shift();
  turns[0]?.();
}

function start(task: Task, report: (report: Report) => void): Cancel {
  const worker = idle ?? makeWorker();
  idle = null;
  return runBeside<Report>({
    ...{ task, worker, say: report, release: keep, pause: whenIdle },
    isLast: ({ kind }) => kind !== 'progress',
    failed: (reason) => ({ kind: 'failed', reason }),
    here: async (say) => (await import('@/components/search/slices')).begin(task, say),
  });
}

/**
 * A worker that has nothing to do is kept for the next task: it is warm, and has its scenario. Not one that
 * failed: what could not be loaded once would be missing in it for good.
 */
let idle: Worker | null = null;

function keep(worker: Worker, { kind }: Report): void {
  if (idle === null && kind === 'done') idle = worker;
  else worker.terminate();
}

function makeWorker(): Worker | null {
  try {
    return new Worker(new URL('./search.worker.ts', import.meta.url), { name: 'search' });
  } catch {
    return null;
  }
}

/** Where there is no idle time to be had, as in Safari. */
const PAUSE_MS = 16;

export function whenIdle(work: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(work, { timeout: 500 });
  else setTimeout(work, PAUSE_MS);
}
