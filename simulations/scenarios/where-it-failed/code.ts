import type { Scenario } from '@/lib/scenario/scenario';
import { atomic, unprotected } from '@/simulations/code/charge-service';

/** The server’s code: where it stands when the connection breaks is the whole difference. */
export const code = ({
  key,
}: {
  readonly key: 'none' | 'per-intent';
}): ReturnType<Scenario['code']> => (key === 'none' ? unprotected : atomic('conflict'));
