import { begin } from '@/components/search/slices';
import type { Task } from '@/components/search/task';

/**
 * Works on one task after another, each to its end. Nothing is asked in between: whoever has changed
 * their mind terminates the worker.
 */
addEventListener('message', ({ data }: MessageEvent<Task>) => {
  void begin(data, (report) => postMessage(report)).then((slice) => slice(Infinity));
});
