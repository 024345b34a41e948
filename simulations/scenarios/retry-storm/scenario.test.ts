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

  it.each([
    { backoff: 'none', atMs: [0, 0, 0, 0] },
    { backoff: 'exponential', atMs: [0, 1000, 3000, 7000] },
    { backoff: 'full-jitter', atMs: [0, 500, 1500, 3500] },
  ])(
    'DOMAIN 14.1: with pauses $backoff the client waits as a service does',
    ({ backoff, atMs }) => {
      const alone = { attempts: 4, retryAt: 'edge-only', backoff };
      expect(bookedAtMs({ ...alone, layers: 3 })).toEqual(atMs);
      // With two layers that retry, it is the one below whose first round is seen.
      expect(bookedAtMs({ ...alone, layers: 2, retryAt: 'every-hop' }).slice(0, 4)).toEqual(atMs);
    },
  );
});

// Helpers

type Turned = Readonly<Record<string, string | number>>;

const callsAtTheBottom = (turned: Turned): number => bookedAtMs(turned).length;

function bookedAtMs(turned: Turned): readonly number[] {
  const settings = { ...initialSettings(retryStorm.knobs), ...turned };
  const { run, cast } = playScenario(retryStorm, settings, ownScript(retryStorm, settings));
  return run.trace.flatMap(({ atTicks, facts }) =>
    facts.filter(({ fact }) => fact.name === 'parcel.booked').map(() => atTicks * cast.tickMs),
  );
}
