import type { Question } from '@/lib/explorer/question';
import { type Reducing, reducing, type Reductions } from '@/lib/explorer/reductions/canonical';
import { Search, type SearchLimits, type SearchOptions } from '@/lib/explorer/search/search';
import type { Tables } from '@/lib/explorer/tables/tables';

/** Looks at so many states before it lets others do something. */
const SLICE = 2_048;

/** A search that overlooks what reductions say can't matter, begun anew as long as something of that proves to matter. */
export class ReducedSearch {
  /** The last one. */
  search: Search;
  /** With what it goes, which may be less than was asked for. */
  reductions: Reductions;
  #reducing: Reducing;
  /** Of those that were given up. */
  #before = { states: 0, transitions: 0 };
  readonly #tables: Tables;
  readonly #question: Question;
  #options: SearchOptions;

  constructor(
    tables: Tables,
    question: Question,
    reductions: Reductions,
    options: Omit<SearchOptions, 'canonical' | 'covering'>,
  ) {
    this.#tables = tables;
    this.#question = question;
    this.#options = options;
    this.reductions = reductions;
    this.#reducing = reducing(tables, reductions);
    this.search = this.#begun();
  }

  /** States visited, over all that it took so far. */
  get states(): number {
    return this.#before.states + this.search.states.size;
  }

  /** Choices taken, over all that it took so far. */
  get transitions(): number {
    return this.#before.transitions + this.search.transitions;
  }

  /** Of how many moves of the last one an answer was handed over at once. */
  get handedOver(): number {
    return this.#reducing.handedOver() / Math.max(1, this.search.made);
  }

  /** Looks at up to `count` states more. Returns whether there is nothing left to look at, and what it overlooked is right. */
  advance(count = Infinity): boolean {
    if (!this.#reducing.isBroken() && !this.search.advance(count)) return false;
    const instead = this.#reducing.instead();
    if (instead === null) return true;
    this.#before = { states: this.states, transitions: this.transitions };
    this.reductions = instead;
    this.#reducing = reducing(this.#tables, instead);
    this.search = this.#begun();
    return false;
  }

  /** Looks at all there is within its limits. Yields now and then. */
  *toItsEnd(): Generator<undefined, this> {
    while (!this.advance(SLICE)) yield;
    return this;
  }

  /** Lets it go on with other limits. */
  allow(limits: SearchLimits): void {
    this.#options = { ...this.#options, ...limits };
    this.search.allow(limits);
  }

  #begun(): Search {
    const { canonical, covering } = this.#reducing;
    return new Search(this.#tables, this.#question, { ...this.#options, canonical, covering });
  }
}
