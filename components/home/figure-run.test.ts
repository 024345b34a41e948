import { expect, it } from 'vitest';

import { figureRun } from '@/components/home/figure-run';
import { lostResponse } from '@/simulations/scenarios/lost-response/scenario';

const off = figureRun(lostResponse, {}, null).steps;
const on = figureRun(lostResponse, { key: 'per-intent' }, null).steps;
const surplusAt = off.findIndex(({ expected, actual }) => actual > expected);

it('comes to the duplicate soon enough to be seen within five seconds of arriving', () => {
  expect(surplusAt).toBe(8);
  // What is left is for the page to come and for its scripts to start.
  expect(msOf(off.slice(0, surplusAt))).toBeLessThanOrEqual(3_800);
});

it('leaves a new sentence up for long enough to be read', () => {
  // The first is on the page before anything plays, and the last stays.
  expect(sentencesOf(off)).toHaveLength(5);
  expect(sentencesOf(on)).toHaveLength(4);
  for (const steps of [off, on]) {
    for (const { ms } of sentencesOf(steps).slice(1)) expect(ms).toBeGreaterThanOrEqual(1_550);
  }
});

it('takes its time for the duplicate, and where there is none', () => {
  for (const { caption, ms } of [...sentencesOf(off).slice(3), ...sentencesOf(on).slice(1)]) {
    expect(ms, caption).toBeGreaterThanOrEqual(40 * caption.length);
  }
});

it('ends with the duplicate in sight, and elsewhere shows the step that it is at', () => {
  expect(off.map(({ inSight }) => inSight)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 8]);
  expect(on.map(({ inSight }) => inSight)).toEqual(on.map((_, position) => position));
});

// Helpers

const msOf = (steps: typeof off): number => steps.reduce((sum, { holdMs }) => sum + holdMs, 0);

/** How long each sentence stays up, in turn. */
function sentencesOf(steps: typeof off) {
  const captions = [...new Set(steps.map(({ caption }) => caption))];
  return captions.map((caption) => ({
    ...{ caption, ms: msOf(steps.filter((step) => step.caption === caption)) },
  }));
}
