import type { Play } from '@/simulations/concepts/concept';
import type { Source } from '@/simulations/concepts/reading';

/** Something that texts about idempotency disagree on, or say wrongly. */
export interface Contradiction {
  readonly number: number;
  readonly title: string;
  /** What is said here and there. */
  readonly claims: readonly string[];
  /** What holds, by the source. */
  readonly truth: string;
  readonly source: Source;
  /** What is taught here, and why. */
  readonly position: string;
  /** Where it can be seen. */
  readonly shows: readonly Play[];
}

export const STRIPE: Source = {
  text: 'Stripe, Idempotent requests',
  address: 'https://docs.stripe.com/api/idempotent_requests',
};
