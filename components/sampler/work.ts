import type { Message, Task } from '@/components/sampler/task';
import type { Slice } from '@/components/search/beside';
import { loadScenario } from '@/components/view/load-scenario';
import { formatScript } from '@/lib/engine/directive';
import { DayScripts, examplesOf, samplingOf } from '@/lib/scenario/sample-report';
import type { Scenario } from '@/lib/scenario/scenario';

/** Begins a task. All that comes of it is said, that it failed included. */
export async function begin(task: Task, say: (message: Message) => void): Promise<Slice> {
  try {
    const scenario = await loadScenario(task.slug);
    return slicesOf(workOn(scenario, task), say);
  } catch (problem) {
    say(failure(problem));
    return () => true;
  }
}

function slicesOf(work: Generator<Message, void>, say: (message: Message) => void): Slice {
  return (ms) => {
    try {
      for (const until = performance.now() + ms; performance.now() < until;) {
        const next = work.next();
        if (next.done) {
          say({ kind: 'over' });
          return true;
        }
        say(next.value);
      }
      return false;
    } catch (problem) {
      say(failure(problem));
      return true;
    }
  };
}

/** First the numbers, then a script for each day that is named among them. */
function* workOn(scenario: Scenario, task: Task): Generator<Message, void> {
  const startedAt = performance.now();
  const steps = samplingOf(scenario, task);
  let next = steps.next();
  for (; !next.done; next = steps.next()) yield { kind: 'progress', part: next.value };
  yield { kind: 'report', report: next.value, ms: performance.now() - startedAt };
  const scripts = new DayScripts(scenario, task);
  for (const seed of examplesOf(next.value.sample)) {
    const found = scripts.of(seed);
    if (!found) continue;
    const whole = found.whole && formatScript(found.whole);
    yield { kind: 'day', day: { seed, short: formatScript(found.short), whole } };
  }
}

const failure = (problem: unknown): Message => ({
  kind: 'failed',
  reason: problem instanceof Error ? problem.message : 'for an unknown reason',
});
