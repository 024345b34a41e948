/** What was read from a link, and a sentence for each thing in it that could not be. */
export interface ReadLink<V> {
  readonly view: V;
  readonly complaints: readonly string[];
}

/** A query is data from strangers: no more of it than this is looked at. */
const LINK_CHARACTERS_MAX = 8_000;

/** Reads parameters one by one and notes what it could not read. */
export class Reader {
  readonly complaints: string[] = [];
  readonly #parameters: URLSearchParams;

  /** `besides`: somebody else reads the same query and says what is wrong with it as a whole. */
  constructor(query: string, besides = false) {
    const text = query.startsWith('?') ? query.slice(1) : query;
    if (text.length > LINK_CHARACTERS_MAX && !besides) {
      this.complaints.push(
        `The link is longer than ${LINK_CHARACTERS_MAX} characters; the rest of it was left out.`,
      );
    }
    this.#parameters = new URLSearchParams(text.slice(0, LINK_CHARACTERS_MAX));
  }

  text(name: string): string | null {
    return this.#parameters.get(name);
  }

  read<T>(name: string, parse: (text: string) => T | undefined, fallback: T, instead: string): T {
    const text = this.text(name);
    if (text === null) return fallback;
    const value = parse(text);
    if (value !== undefined) return value;
    this.complaints.push(
      `“${name}=${shortened(text)}” can’t be read; ${instead} is shown instead.`,
    );
    return fallback;
  }

  refuseRepeated(): void {
    const names = [...this.#parameters.keys()];
    const repeated = new Set(names.filter((name, index) => names.indexOf(name) < index));
    for (const name of [...repeated].slice(0, 3)) {
      this.complaints.push(`“${shortened(name)}” is given more than once; the first one counts.`);
    }
  }

  /** `where` is what the reader looks at: “This scenario”. */
  refuseUnknown(known: readonly string[], where: string): void {
    const unknown = [...new Set(this.#parameters.keys())].filter((name) => !known.includes(name));
    if (unknown.length === 0) return;
    const names = unknown.slice(0, 3).map((name) => `“${shortened(name)}”`);
    const more = unknown.length > 3 ? ` and ${unknown.length - 3} more` : '';
    this.complaints.push(`${where} has nothing called ${names.join(', ')}${more}.`);
  }
}

export const shortened = (text: string): string =>
  text.length > 40 ? `${text.slice(0, 40)}…` : text;
