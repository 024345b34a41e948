import type { Report, Task } from '@/components/search/task';

/** Takes back a task that is not wanted any more. Nothing is reported after that. */
export type Cancel = () => void;

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

/** By a worker, or where none can be made (some frames and policies allow none) by the page itself. */
function start(task: Task, report: (report: Report) => void): Cancel {
  const worker = idle ?? makeWorker();
  idle = null;
  if (!worker) return runHere(task, report);
  let cancelHere: Cancel | null = null;
  let heard = false;
  const finish = () => {
    worker.onmessage = null;
    worker.onerror = null;
  };
  worker.onmessage = ({ data }: MessageEvent<Report>) => {
    heard = true;
    if (data.kind !== 'progress') {
      finish();
      keep(worker);
    }
    report(data);
  };
  worker.onerror = (event) => {
    event.preventDefault();
    finish();
    worker.terminate();
    // One that never said a word was not let in; one that breaks down at work would do so here too.
    if (heard) report({ kind: 'failed', reason: event.message || 'the worker stopped' });
    else cancelHere = runHere(task, report);
  };
  worker.postMessage(task);
  return () => {
    cancelHere?.();
    if (worker.onmessage === null) return;
    finish();
    worker.terminate();
  };
}

/** A worker that has nothing to do is kept for the next task: it is warm, and has its scenario. */
let idle: Worker | null = null;

function keep(worker: Worker): void {
  if (idle === null) idle = worker;
  else worker.terminate();
}

function makeWorker(): Worker | null {
  try {
    return new Worker(new URL('./search.worker.ts', import.meta.url), { name: 'search' });
  } catch {
    return null;
  }
}

/** A frame has 16 ms, and most of it is the page's. */
const SLICE_MS = 6;
/** Where there is no idle time to be had, as in Safari. */
const PAUSE_MS = 16;

function runHere(task: Task, report: (report: Report) => void): Cancel {
  let wanted = true;
  const tell = (said: Report) => {
    if (wanted) report(said);
  };
  // What it takes is loaded only now: a page with a worker never needs it.
  import('@/components/search/slices')
    .then(({ begin }) => begin(task, tell))
    .then(({ slice }) => {
      const goOn = () => {
        if (wanted && !slice(SLICE_MS)) whenIdle(goOn);
      };
      whenIdle(goOn);
    })
    .catch(() => tell({ kind: 'failed', reason: 'what it takes could not be loaded' }));
  return () => {
    wanted = false;
  };
}

export function whenIdle(work: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(work, { timeout: 500 });
  else setTimeout(work, PAUSE_MS);
}
