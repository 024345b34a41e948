import { keyCopy } from '@/simulations/actors/key-copy';
import { copiedKeyStore, keyStore } from '@/simulations/actors/key-store';
import { neighbour } from '@/simulations/actors/neighbour';
import type { Backstage } from '@/simulations/stages/backstage';
import type { HttpApi } from '@/simulations/stages/http-api';
import { participant, reliable } from '@/simulations/stages/parts';

/** How a key store may come to forget what it had acknowledged. */
export type Loss = 'failover' | 'restart' | 'eviction';

interface LosingKeys {
  readonly keys: Backstage;
  readonly beside: NonNullable<HttpApi['beside']>;
}

/** A replica hears of a write a tick later, or two; it takes as long to stand in. */
const LAG_TICKS = [1, 2] as const;
/** When the other application fills the memory: mostly before a retry, and at the latest after it. */
const FILLED_TICKS = [4, 8] as const;

/** A key store and whoever has a part in its forgetting. */
export function losingKeys(loss: Loss): LosingKeys {
  switch (loss) {
    case 'failover':
      return copied('replica', true);
    // What it writes to its disk now and then is older than any key that matters.
    case 'restart':
      return copied('disk', false);
    case 'eviction':
      return {
        keys: near(participant('keys', 'store', 'key store', keyStore, { evicts: 'any-key' })),
        beside: {
          processes: [
            participant('other-app', 'service', 'other app', neighbour, { store: 'keys' }),
          ],
          links: [reliable('other-app', 'keys', ...FILLED_TICKS)],
        },
      };
  }
}

/** Its actor is called otherwise than the process, so that requests wait while it is starting. */
function copied(copy: string, isPassedOn: boolean): LosingKeys {
  return {
    keys: near({
      ...{ id: 'keys', group: 'keys', label: 'key store', kind: 'store', crashes: true },
      actors: [
        { id: 'keys.1', machine: copiedKeyStore, input: isPassedOn ? { copiesTo: copy } : {} },
      ],
    }),
    beside: {
      processes: [participant(copy, 'store', copy, keyCopy, { store: 'keys.1' })],
      links: [reliable('keys', copy, ...LAG_TICKS)],
    },
  };
}

const near = (process: Backstage['process']): Backstage => ({
  process,
  ...{ usualTicks: 0, latestTicks: 0 },
});
