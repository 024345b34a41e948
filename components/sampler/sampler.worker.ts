import type { Task } from '@/components/sampler/task';
import { begin } from '@/components/sampler/work';

/** Works on a task to its end. Nothing is asked in between: whoever has changed their mind ends the worker. */
addEventListener('message', ({ data }: MessageEvent<Task>) => {
  void begin(data, (message) => postMessage(message)).then((slice) => slice(Infinity));
});
