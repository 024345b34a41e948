import type { Comparison } from './compare.ts';

/** What was compared. */
export class Tally {
  #interleavings = 0;
  #answers = 0;
  readonly #undecided = { victim: 0, race: 0, stricter: 0, released: 0 };

  add({ answers, undecided }: Comparison): void {
    this.#interleavings += 1;
    this.#answers += answers;
    if (undecided) this.#undecided[undecided] += 1;
  }

  get text(): string {
    const { victim, race, stricter, released } = this.#undecided;
    const ended = [
      ...(victim > 0 ? [`${victim} until another one of a circle failed`] : []),
      ...(race > 0 ? [`${race} until another one of those woken was first`] : []),
      ...(stricter > 0 ? [`${stricter} until PostgreSQL locked more than was read`] : []),
      ...(released > 0 ? [`${released} until somebody waited on for a released savepoint`] : []),
    ];
    const text = `${this.#interleavings} interleavings, ${this.#answers} answers compared`;
    return ended.length > 0 ? `${text} (${ended.join(', ')})` : text;
  }
}
