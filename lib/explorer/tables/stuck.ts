import { network, type Parcel } from '@/lib/engine/network';
import { withContext } from '@/lib/engine/step-actor';
import type { System } from '@/lib/engine/system';
import { worldAt } from '@/lib/engine/world';
import type { Question } from '@/lib/explorer/question';
import type { Situation, Tables } from '@/lib/explorer/tables/tables';
import { afterCalm } from '@/lib/outcomes/judge-run';
import { OUTCOMES } from '@/lib/outcomes/outcome';

/** The bit of this outcome where outcomes are bits in the order of `OUTCOMES`. */
export const STUCK = 1 << OUTCOMES.indexOf('stuck');

/**
 * Tells whether somebody is stuck where nothing more will happen: an intent has no answer, and one calm
 * attempt more gets none either. The attempt is played in time, whether or not the search knows time.
 */
export class Stuckness {
  readonly #tables: Tables;
  readonly #question: Question;
  readonly #system: System;
  readonly #known = new Map<string, boolean>();

  /** `system` keeps time; the tables need not. */
  constructor(tables: Tables, question: Question, system: System) {
    this.#tables = tables;
    this.#question = question;
    this.#system = system;
  }

  isStuck({ processes, parcels, recollection }: Situation): boolean {
    const { unanswered } = this.#tables.recollections.of(recollection);
    const waiting = parcels.toSorted((a, b) => a - b);
    return unanswered.some((intent) => {
      const key = `${processes.join()} ${waiting.join()} ${intent}`;
      const known = this.#known.get(key);
      if (known !== undefined) return known;
      const attempt = this.#question.calmAttempt(intent);
      const stuck = afterCalm(this.#world(processes, waiting), attempt, intent) !== 'answered';
      this.#known.set(key, stuck);
      return stuck;
    });
  }

  #world(processes: readonly number[], onTheWire: readonly number[]) {
    const { system, parcels } = this.#tables;
    const actors = this.#tables
      .actorsOf(processes)
      .map((state) => this.#system.states.adopt(system.states.get(state)));
    const waiting = onTheWire.map((parcel) => {
      const { snapshot } = system.states.get(parcels.states[parcel] ?? -1);
      const context: Parcel = { ...(snapshot.context as Parcel), usualIn: 0, latestIn: 0 };
      return this.#system.states.adopt({
        machine: network,
        snapshot: withContext(network, snapshot, context),
        timers: [],
      });
    });
    return worldAt(this.#system, { actors, parcels: waiting });
  }
}
