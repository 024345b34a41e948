import { Eagerness } from '@/lib/explorer/reductions/eager';
import { Freedom } from '@/lib/explorer/reductions/freedom';
import { Inertness } from '@/lib/explorer/reductions/inert';
import { Spoken } from '@/lib/explorer/reductions/spoken';
import { Symmetry } from '@/lib/explorer/reductions/symmetry';
import { Covering } from '@/lib/explorer/search/covering';
import type { Canonical } from '@/lib/explorer/search/draft';
import type { Tables } from '@/lib/explorer/tables/tables';

/** Which differences between states are overlooked. Each can be switched off, to check it against itself. */
export interface Reductions {
  /** Handlers of one process are alike. */
  readonly symmetry: boolean;
  /** What can't matter to a client any more. */
  readonly inert: boolean;
  /** Answers that a handler waits for are handed over at once. It changes how many steps a way has. */
  readonly eager: boolean;
  /** What has fewer faults left, or less time for what is on the wire, is covered by what has more. */
  readonly covering: boolean;
}

export const NO_REDUCTIONS: Reductions = {
  ...{ symmetry: false, inert: false, eager: false, covering: false },
};
export const ALL_REDUCTIONS: Reductions = {
  ...{ symmetry: true, inert: true, eager: true, covering: true },
};
/** Those that leave the number of steps to a duplicate or a wrong reply as it is. */
export const STEPS_KEPT: Reductions = { ...ALL_REDUCTIONS, eager: false };
export const WITHOUT_SYMMETRY: Reductions = { ...STEPS_KEPT, symmetry: false };

/** How a row is made to stand for many. */
export interface Reducing {
  readonly canonical: Canonical | null;
  readonly covering: Covering | null;
  /** Whether something that was assumed has already proved wrong, so that going on is of no use. */
  readonly isBroken: () => boolean;
  /** How many answers were handed over at once. */
  readonly handedOver: () => number;
  /** What to search with in place of this, if what was assumed has not held; null if it has. */
  readonly instead: () => Reductions | null;
}

export function reducing(tables: Tables, reductions: Reductions): Reducing {
  const freedom = new Freedom(tables);
  const spoken = tables.processes.map((process) => new Spoken(tables, process));
  const symmetry = reductions.symmetry ? new Symmetry(tables, freedom, spoken) : null;
  const inert = reductions.inert ? new Inertness(tables) : null;
  const eager = reductions.eager ? new Eagerness(tables, freedom, spoken) : null;
  return {
    canonical:
      symmetry || inert || eager
        ? (row) => {
            do {
              inert?.canonical(row);
              symmetry?.canonical(row);
            } while (eager?.canonical(row));
          }
        : null,
    covering: reductions.covering ? new Covering(tables) : null,
    handedOver: () => eager?.handedOver ?? 0,
    isBroken: () => (symmetry?.isBroken ?? false) || (eager?.isBroken ?? false),
    instead: () => {
      if (symmetry?.isBroken) return { ...reductions, symmetry: false };
      if (eager?.isBroken) return { ...reductions, eager: false };
      // The same again, now that more is known of what can come.
      return (inert?.holds() ?? true) && freedom.holds() ? null : reductions;
    },
  };
}
