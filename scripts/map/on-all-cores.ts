import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';

import { mapGroup, type MapGroup, type MapRow, mapSettings } from '@/lib/scenario/safety-map';
import type { Scenario } from '@/lib/scenario/scenario';

/** A row of the map, by its scenario and its place among the rows of that. */
export interface Task {
  readonly slug: string;
  readonly row: number;
}

export type Verdicts = MapRow['verdicts'];

const WORKER = fileURLToPath(new URL('worker.ts', import.meta.url));

/** The safety map of these scenarios, searched by a process for each core; who is done takes the next row. */
export async function mapOnAllCores(scenarios: readonly Scenario[]): Promise<readonly MapGroup[]> {
  const tasks = scenarios.flatMap((scenario) =>
    mapSettings(scenario).map((_, row): Task => ({ slug: scenario.slug, row })),
  );
  const found = new Map(scenarios.map(({ slug }) => [slug, [] as Verdicts[]]));
  const left = tasks.values();
  const workers = Array.from({ length: availableParallelism() }, () =>
    fork(WORKER, { execArgv: ['--import', 'tsx'] }),
  );
  try {
    await Promise.all(
      workers.map(async (worker) => {
        for (const { slug, row } of left) {
          const verdicts = found.get(slug);
          if (verdicts) verdicts[row] = await ask(worker, { slug, row });
        }
      }),
    );
  } finally {
    for (const worker of workers) worker.kill();
  }
  return scenarios.map((scenario) => mapGroup(scenario, found.get(scenario.slug)));
}

function ask(worker: ChildProcess, task: Task): Promise<Verdicts> {
  return new Promise((resolve, reject) => {
    const gone = () => {
      reject(new Error(`the search of ${task.slug}, row ${task.row + 1} ended without an answer`));
    };
    worker.once('exit', gone);
    worker.once('message', (verdicts) => {
      worker.off('exit', gone);
      resolve(verdicts as Verdicts);
    });
    worker.send(task);
  });
}
