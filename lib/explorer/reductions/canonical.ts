import { Eagerness } from '@/lib/explorer/reductions/eager';
import { Inertness } from '@/lib/explorer/reductions/inert';
import { Symmetry } from '@/lib/explorer/reductions/symmetry';
import type { Canonical } from '@/lib/explorer/search';
import type { Tables } from '@/lib/explorer/tables/tables';

/** Which differences between states are overlooked. Each can be switched off, to check it against itself. */
export interface Reductions {
  /** Handlers of one process are alike. */
  readonly symmetry: boolean;
  /** What can't matter to a client any more. */
  readonly inert: boolean;
  /** Answers that a handler waits for are handed over at once. It changes how many steps a way has. */
  readonly eager: boolean;
}

export const NO_REDUCTIONS: Reductions = { symmetry: false, inert: false, eager: false };
/** Those that leave the number of steps to a duplicate or a wrong reply as it is. */
export const STEPS_KEPT: Reductions = { symmetry: true, inert: true, eager: false };
export const ALL_REDUCTIONS: Reductions = { symmetry: true, inert: true, eager: true };

/** How a row is made to stand for many, and whether what was assumed in doing so still holds. */
export interface Reducing {
  readonly canonical: Canonical;
  readonly holds: () => boolean;
}

export function reducing(tables: Tables, reductions: Reductions): Reducing {
  const symmetry = reductions.symmetry ? new Symmetry(tables) : null;
  const inert = reductions.inert ? new Inertness(tables) : null;
  const eager = reductions.eager ? new Eagerness(tables) : null;
  return {
    canonical: (row) => {
      do {
        inert?.canonical(row);
        symmetry?.canonical(row);
      } while (eager?.canonical(row));
    },
    holds: () => inert?.holds() ?? true,
  };
}
