import type { Slice } from '@/components/search/beside';
import type { Measured, Report, Results, Task } from '@/components/search/task';
import { workOn } from '@/components/search/work';
import { loadScenario } from '@/components/view/load-scenario';
import type { Progress } from '@/lib/explorer/explore';

/** At most twenty reports a second: nobody reads faster, and each of them is drawn. */
const REPORT_EVERY_MS = 50;

/** Begins a task. All that comes of it, failure included, is reported. */
export async function begin(task: Task, report: (report: Report) => void): Promise<Slice> {
  const fail = (problem: unknown): boolean => {
    report({
      kind: 'failed',
      reason: problem instanceof Error ? problem.message : 'unknown reason',
    });
    return true;
  };
  try {
    const work = workOn(await loadScenario(task.slug), task);
    return slicesOf(work, report, fail);
  } catch (problem) {
    fail(problem);
    return () => true;
  }
}

function slicesOf(
  work: Generator<Progress, Results[keyof Results]>,
  report: (report: Report) => void,
  fail: (problem: unknown) => boolean,
): Slice {
  const startedAt = performance.now();
  let reportedAt = startedAt;
  return (ms) => {
    try {
      const until = performance.now() + ms;
      for (;;) {
        const { value, done } = work.next();
        const now = performance.now();
        if (done) {
          report({ kind: 'done', ms: now - startedAt, result: value });
          return true;
        }
        if (now - reportedAt >= REPORT_EVERY_MS) {
          reportedAt = now;
          report({ kind: 'progress', ...measured(value, now - startedAt) });
        }
        if (now >= until) return false;
      }
    } catch (problem) {
      return fail(problem);
    }
  };
}

const measured = ({ states, transitions }: Progress, ms: number): Measured => ({
  ...{ states, transitions, ms },
});
