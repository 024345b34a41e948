/** Takes back a task that is not wanted any more. Nothing is said after that. */
export type Cancel = () => void;

/** Works until `ms` have passed. Returns whether the task is over. */
export type Slice = (ms: number) => boolean;

/** A task that is worked on beside the page, and what is said of it meanwhile. */
export interface Beside<Said> {
  /** Plain data: it travels to a worker. */
  readonly task: unknown;
  readonly say: (said: Said) => void;
  readonly isLast: (said: Said) => boolean;
  readonly failed: (reason: string) => Said;
  /** Null where none can be made: some frames and policies allow none. */
  readonly worker: Worker | null;
  /** What becomes of the worker when the task is over, by what it said last. */
  readonly release: (worker: Worker, said: Said) => void;
  /** Begins the task in the page itself. Asked only without a worker, so that what it takes is loaded only then. */
  readonly here: (say: (said: Said) => void) => Promise<Slice>;
  /** Lets the page have its turn between two slices. */
  readonly pause: (goOn: () => void) => void;
}

/** Has a task worked on by its worker, or without one by the page itself, a slice at a time. */
export function runBeside<Said>(beside: Beside<Said>): Cancel {
  const { worker, task, say, isLast, failed, release } = beside;
  if (!worker) return runHere(beside);
  let cancelHere: Cancel | null = null;
  let heard = false;
  const finish = () => {
    worker.onmessage = null;
    worker.onerror = null;
  };
  worker.onmessage = ({ data }: MessageEvent<Said>) => {
    heard = true;
    if (isLast(data)) {
      finish();
      release(worker, data);
    }
    say(data);
  };
  worker.onerror = (event) => {
    event.preventDefault();
    finish();
    worker.terminate();
    // One that never said a word was not let in; one that breaks down at work would do so here too.
    if (heard) say(failed(event.message || 'the worker stopped'));
    else cancelHere = runHere(beside);
  };
  worker.postMessage(task);
  return () => {
    cancelHere?.();
    if (worker.onmessage === null) return;
    finish();
    worker.terminate();
  };
}

/** A frame has 16 ms, and most of it is the page's. */
const SLICE_MS = 6;

function runHere<Said>({ say, failed, here, pause }: Beside<Said>): Cancel {
  let wanted = true;
  const tell = (said: Said) => {
    if (wanted) say(said);
  };
  here(tell)
    .then((slice) => {
      const goOn = () => {
        if (wanted && !slice(SLICE_MS)) pause(goOn);
      };
      pause(goOn);
    })
    .catch(() => tell(failed('what it takes could not be loaded')));
  return () => {
    wanted = false;
  };
}
