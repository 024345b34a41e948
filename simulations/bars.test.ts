import { describe, expect, it } from 'vitest';

import { toBeats } from '@/lib/projections/beats';
import { handlersOf, isAtWork } from '@/lib/projections/idle';
import { statesAt } from '@/lib/projections/states';
import type { Played } from '@/lib/scenario/play';
import { catalogue } from '@/simulations/catalogue';
import { playsOf } from '@/simulations/plays';

describe.each(catalogue)('the bars of activity in $slug', (scenario) => {
  it('stand where handlers are at work that have been idle since they started', () => {
    for (const played of playsOf(scenario)) expect(barsOf(played)).toEqual(workOf(played));
  });
});

// Helpers

type Count = Readonly<Record<string, number>>;

/** How many bars each process has after each entry. */
function barsOf({ scenario, run, cast }: Played): readonly Count[] {
  const open: Record<string, number> = {};
  return toBeats(run.trace, { ...scenario, cast }).map(({ activity }) => {
    // Who was at work from the start has no bar to be closed, and the drawing closes none.
    for (const { process, by } of activity) open[process] = Math.max(0, (open[process] ?? 0) + by);
    return withoutNone(open);
  });
}

/** How many handlers of each process are at work, and have been idle before, after each entry. */
function workOf({ run, cast }: Played): readonly Count[] {
  const handlers = cast.processes
    .filter(({ kind }) => kind === 'service' || kind === 'consumer')
    .flatMap((process) => handlersOf(process).map((actor) => ({ process: process.id, ...actor })));
  const idleAfter = (position: number) => {
    const states = statesAt(run, position);
    return handlers.filter(({ id, machine }) => !isAtWork(machine, states[id] ?? { value: '' }));
  };
  const ready = new Set(idleAfter(0));
  return run.trace.map(({ kind, process: crashed }, index) => {
    if (kind === 'crashed')
      handlers.filter(({ process }) => process === crashed).forEach((each) => ready.delete(each));
    const idle = new Set(idleAfter(index + 1));
    idle.forEach((each) => ready.add(each));
    const count: Record<string, number> = {};
    for (const { process } of [...ready].filter((each) => !idle.has(each))) {
      count[process] = (count[process] ?? 0) + 1;
    }
    return count;
  });
}

const withoutNone = (count: Count): Count =>
  Object.fromEntries(Object.entries(count).filter(([, many]) => many > 0));
