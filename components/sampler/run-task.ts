import type { Message, Task } from '@/components/sampler/task';

/** Calls a task off. Nothing is said after that. */
export type Cancel = () => void;

/** Has days sampled beside the page: by a worker, or where none can be made by the page itself. */
export function runTask(task: Task, say: (message: Message) => void): Cancel {
  const worker = makeWorker();
  if (!worker) return runHere(task, say);
  let cancelHere: Cancel | null = null;
  let heard = false;
  worker.onmessage = ({ data }: MessageEvent<Message>) => {
    heard = true;
    if (data.kind === 'over' || data.kind === 'failed') worker.terminate();
    say(data);
  };
  worker.onerror = (event) => {
    event.preventDefault();
    worker.terminate();
    // One that never said a word was not let in; one that breaks down at work would do so here too.
    if (heard) say({ kind: 'failed', reason: event.message || 'the worker stopped' });
    else cancelHere = runHere(task, say);
  };
  worker.postMessage(task);
  return () => {
    worker.onmessage = null;
    worker.onerror = null;
    worker.terminate();
    cancelHere?.();
  };
}

/** Some frames and policies allow none. */
function makeWorker(): Worker | null {
  try {
    return new Worker(new URL('./sampler.worker.ts', import.meta.url), { name: 'sampler' });
  } catch {
    return null;
  }
}

/** A frame has 16 ms, and most of it is the page's. */
const SLICE_MS = 6;

function runHere(task: Task, say: (message: Message) => void): Cancel {
  let wanted = true;
  const tell = (message: Message) => {
    if (wanted) say(message);
  };
  // Loaded only now: a page with a worker never needs it.
  import('@/components/sampler/work')
    .then(({ begin }) => begin(task, tell))
    .then((slice) => {
      const goOn = () => {
        if (wanted && !slice(SLICE_MS)) setTimeout(goOn);
      };
      goOn();
    })
    .catch(() => tell({ kind: 'failed', reason: 'what it takes could not be loaded' }));
  return () => {
    wanted = false;
  };
}
