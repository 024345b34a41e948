import type { Message, Task } from '@/components/sampler/task';
import { type Cancel, runBeside } from '@/components/search/beside';

/** Has days sampled beside the page. */
export const runTask = (task: Task, say: (message: Message) => void): Cancel =>
  runBeside<Message>({
    ...{ task, say, worker: makeWorker() },
    release: (worker) => worker.terminate(),
    pause: (goOn) => setTimeout(goOn),
    isLast: ({ kind }) => kind === 'over' || kind === 'failed',
    failed: (reason) => ({ kind: 'failed', reason }),
    here: async (tell) => (await import('@/components/sampler/work')).begin(task, tell),
  });

function makeWorker(): Worker | null {
  try {
    return new Worker(new URL('./sampler.worker.ts', import.meta.url), { name: 'sampler' });
  } catch {
    return null;
  }
}
