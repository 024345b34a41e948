import { describe, expect, it } from 'vitest';

import { initialSettings } from '@/lib/scenario/knobs';
import { ownScript, playScenario } from '@/lib/scenario/play';
import { retryStorm } from '@/simulations/scenarios/retry-storm/scenario';

describe('retry storm', () => {
  it.each([1, 2, 3, 4].flatMap((attempts) => [1, 2, 3, 4].map((layers) => ({ attempts, layers }))))(
    'DOMAIN 14.2: with $attempts attempts at each of $layers layers, multiplies them',
    ({ attempts, layers }) => {
      expect(callsAtTheBottom({ attempts, layers })).toBe(attempts ** layers);
      expect(callsAtTheBottom({ attempts, layers, retryAt: 'edge-only' })).toBe(attempts);
    },
  );
});

// Helpers

function callsAtTheBottom(turned: Readonly<Record<string, string | number>>): number {
  const settings = { ...initialSettings(retryStorm.knobs), ...turned };
  const { run } = playScenario(retryStorm, settings, ownScript(retryStorm, settings));
  return run.trace.flatMap(({ facts }) => facts).filter(({ fact }) => fact.name === 'parcel.booked')
    .length;
}
