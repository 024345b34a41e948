import { Interner } from '@/lib/engine/interner';
import { canonical } from '@/lib/engine/json';
import { LimitExceeded } from '@/lib/engine/limits';
import type { Fact, IntentId } from '@/lib/engine/model';
import type { TraceEntry } from '@/lib/engine/trace';
import { EXPLORER_LIMITS } from '@/lib/explorer/limits';
import { isTakenForAnother } from '@/lib/outcomes/case';
import { judge } from '@/lib/outcomes/judge';
import type { Meant } from '@/lib/outcomes/meant';
import { type OutcomeName, OUTCOMES } from '@/lib/outcomes/outcome';

/** What the judge has to remember of all that happened so far, as a small integer. 0: nothing yet. */
export type Recollection = number;

interface Remembered {
  readonly facts: readonly Fact[];
  /** Outcomes that are there whatever comes, as bits in the order of `OUTCOMES`. */
  readonly already: number;
  /** Outcomes that are there if nothing more comes, stuck left out. */
  readonly atEnd: number;
  /** Intents that have no final answer. */
  readonly unanswered: readonly IntentId[];
}

/**
 * Facts, forgotten as far as the judge allows: of equal effects two are kept, of equal answers one, and all of what can
 * be taken back. The judge itself says what they amount to, so that there is one judge.
 */
export class Recollections {
  readonly already: number[] = [];
  readonly #interner = new Interner<Remembered>();
  readonly #after: Map<number, Recollection>[] = [];
  /** Facts of which all that can't matter is left out, each with its text. */
  readonly #texts = new WeakMap<Fact, string>();
  readonly #meant: Meant;
  /** Names of effects that may be taken back, and of facts that do it: each with one that stands for all it touches. */
  readonly #revocable: ReadonlyMap<string, string>;

  constructor(meant: Meant) {
    this.#meant = meant;
    this.#revocable = revocableIn(meant);
    this.#intern([]);
  }

  of(recollection: Recollection): Remembered {
    return this.#interner.at(recollection);
  }

  /** What is remembered once these facts have happened; `list` is their id. */
  after(recollection: Recollection, list: number, facts: readonly Fact[]): Recollection {
    const memo = (this.#after[recollection] ??= new Map<number, Recollection>());
    const known = memo.get(list);
    if (known !== undefined) return known;
    const found = this.fold(recollection, facts);
    memo.set(list, found);
    return found;
  }

  fold(recollection: Recollection, facts: readonly Fact[]): Recollection {
    return facts.length === 0
      ? recollection
      : this.#intern([...this.of(recollection).facts, ...facts]);
  }

  #intern(history: readonly Fact[]): Recollection {
    const facts = this.#essence(history);
    return this.#interner.intern(facts.map((fact) => this.#textOf(fact)).join(), () => {
      if (this.#interner.size >= EXPLORER_LIMITS.recollectionsMax) {
        throw new LimitExceeded('There is too much for the judge to remember');
      }
      const remembered = this.#judge(facts);
      this.already.push(remembered.already);
      return remembered;
    });
  }

  #judge(facts: readonly Fact[]): Remembered {
    const trace = facts.map(entryOf);
    const running = judge(trace, this.#meant, null);
    const over = judge(trace, this.#meant, { afterCalmAttempt: () => 'answered' });
    return {
      facts,
      already: bitsOf((name) => running.outcomes[name].present),
      atEnd: bitsOf((name) => over.outcomes[name].present),
      unanswered: running.intents
        .map(({ id }) => id)
        .filter((id) => !facts.some(({ intent, says }) => intent === id && says !== undefined)),
    };
  }

  /**
   * In an order of its own: which answer came first decides nothing, since any two that differ are wrong.
   * What can be taken back, and what takes it back, is all kept as it came, but apart for each intent and for each kind:
   * nothing takes back what another intent did, or something of another kind.
   */
  #essence(history: readonly Fact[]): readonly Fact[] {
    const slim = history.flatMap((fact) => this.#slim(fact) ?? []);
    const inOrder = slim.filter(({ name }) => this.#revocable.has(name)).sort(this.#apart);
    const kept = new Map<string, Fact[]>();
    for (const fact of slim) {
      if (this.#revocable.has(fact.name)) continue;
      const key = this.#textOf(fact);
      const alike = kept.get(key) ?? [];
      if (alike.length < (this.#isEffect(fact) ? 2 : 1)) kept.set(key, [...alike, fact]);
    }
    const rest = [...kept].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, alike]) => alike);
    return [...inOrder, ...rest];
  }

  /** What has nothing to do with each other is put apart; the rest stays in order. */
  readonly #apart = (a: Fact, b: Fact): number => {
    const [one, other] = [this.#groupOf(a), this.#groupOf(b)];
    return one === other ? 0 : one < other ? -1 : 1;
  };

  #groupOf({ intent, name }: Fact): string {
    return `${intent} ${this.#revocable.get(name) ?? ''}`;
  }

  #textOf(slim: Fact): string {
    const known = this.#texts.get(slim);
    if (known !== undefined) return known;
    const text = canonical(slim);
    this.#texts.set(slim, text);
    return text;
  }

  /** What of a fact can ever matter to the judge; null if nothing. */
  #slim(fact: Fact): Fact | null {
    // What was remembered before is slim already.
    if (this.#texts.has(fact)) return fact;
    const { name, intent, says } = fact;
    const isEffect = this.#isEffect(fact);
    const isNamed = isEffect || isTakenForAnother(fact) || this.#revocable.has(name);
    if (!isNamed && says === undefined) return null;
    // Whose effect it was can only be mistaken where there is more than one intent.
    const id = isEffect && this.#meant.intents.length > 1 ? (fact['id'] ?? null) : null;
    return {
      ...{ name: isNamed ? name : 'answer.given', intent, id },
      ...(says === undefined ? {} : { says, body: fact['body'] ?? null }),
      ...(isTakenForAnother(fact) ? { of: fact['of'] ?? null } : {}),
    };
  }

  #isEffect({ name }: Fact): boolean {
    return this.#meant.effects.some(({ fact }) => fact === name);
  }
}

/**
 * Of each name of what takes back or is taken back, one that stands for all with which it has to do, be it through
 * others.
 */
function revocableIn({ effects }: Meant): ReadonlyMap<string, string> {
  const groups = new Map<string, string>();
  for (const { fact, undoneBy } of effects) {
    if (undoneBy === undefined) continue;
    const [group, other] = [groups.get(fact) ?? fact, groups.get(undoneBy) ?? undoneBy];
    groups.set(fact, group).set(undoneBy, group);
    for (const [name, its] of groups) if (its === other) groups.set(name, group);
  }
  return groups;
}

/** Outcomes as bits, in the order of `OUTCOMES`. */
export const bitsOf = (isThere: (name: OutcomeName) => boolean): number =>
  OUTCOMES.reduce((bits, name, place) => bits | (isThere(name) ? 1 << place : 0), 0);

/** The judge reads nothing of an entry but its place and its facts. */
const entryOf = (fact: Fact, index: number): TraceEntry => ({
  ...{ index, kind: 'delivered', atTicks: 0, scriptLine: null, envelope: null, process: '' },
  ...{ actor: null, timer: null, changes: [], sent: [], cut: [], nthOfProcess: 0 },
  ...{ directive: { kind: 'wait', ticks: 1 }, cause: null, previous: null },
  facts: [{ by: '', fact }],
});
