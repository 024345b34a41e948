import fc from 'fast-check';
import { expect, it } from 'vitest';

import { MachineSteps } from '@/lib/engine/machine-steps';
import { play } from '@/lib/engine/run';
import { casts, scripts } from '@/lib/engine/shop-arbitraries';
import { shop } from '@/lib/engine/toy-casts';
import { createWorld } from '@/lib/engine/world';

it('makes no run another, whoever shared it before', () => {
  const steps = new MachineSteps();
  fc.assert(
    fc.property(casts, scripts, (cast, script) => {
      const [shared, own] = [createWorld(cast, { steps }), createWorld(cast)];
      expect(play(shared, script).trace).toEqual(play(own, script).trace);
    }),
  );
});

it('asks XState of events only what was not asked for another network', () => {
  const steps = new MachineSteps();
  const asked = (latestTicks: number): number => {
    const before = steps.transitions;
    play(createWorld(shop({ latestTicks }), { steps }), []);
    return steps.transitions - before;
  };
  const [first, second] = [asked(4), asked(5)];
  expect(second).toBeLessThan(first);
});
