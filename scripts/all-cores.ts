import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';

/**
 * Has tasks done by a process for each core; who is done takes the next. Gives what came of each, in the order of the
 * tasks. `worker` is a module that calls `work`; tasks and results are plain data.
 */
export async function onAllCores<Result>(
  worker: URL,
  tasks: readonly object[],
): Promise<readonly Result[]> {
  const results: Result[] = [];
  const left = tasks.entries();
  const processes = Array.from({ length: availableParallelism() }, () =>
    fork(fileURLToPath(worker), { execArgv: ['--import', 'tsx'] }),
  );
  try {
    await Promise.all(
      processes.map(async (child) => {
        for (const [place, task] of left) results[place] = await ask<Result>(child, task);
      }),
    );
  } finally {
    for (const child of processes) child.kill();
  }
  return results;
}

/** Makes this process one that does tasks. */
export function work(doTask: (task: never) => unknown): void {
  process.on('message', (task) => process.send?.(doTask(task as never)));
}

function ask<Result>(child: ChildProcess, task: object): Promise<Result> {
  return new Promise((resolve, reject) => {
    const gone = () => {
      reject(new Error(`a process ended without an answer to ${JSON.stringify(task)}`));
    };
    child.once('exit', gone);
    child.once('message', (result) => {
      child.off('exit', gone);
      resolve(result as Result);
    });
    child.send(task);
  });
}
