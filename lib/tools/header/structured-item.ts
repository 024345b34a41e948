/**
 * An Item of Structured Fields (RFC 9651, 4.2.3; for strings the same as in RFC 8941), read as its
 * specification says: left to right, one character at a time, and the first wrong one ends it.
 */

export type BareType =
  | 'String'
  | 'Token'
  | 'Integer'
  | 'Decimal'
  | 'Byte Sequence'
  | 'Boolean'
  | 'Date'
  | 'Display String';

export interface ReadItem {
  readonly ok: true;
  readonly type: BareType;
  /** Of a string without its quotes and escapes; of any other type as written. */
  readonly value: string;
  readonly parameters: readonly string[];
}

export interface WrongAt {
  readonly ok: false;
  /** Which character is wrong, from 0; the length of the text where one is missing. */
  readonly at: number;
  readonly problem: Problem;
}

export type Problem =
  | 'empty'
  | 'not-ascii'
  | 'control'
  | 'no-type'
  | 'unended'
  | 'bad-escape'
  | 'bad-number'
  | 'bad-bytes'
  | 'bad-boolean'
  | 'bad-date'
  | 'bad-display'
  | 'bad-parameter'
  | 'more';

/** Reads the value of a field, as it is after the lines of one name were joined by `, `. */
export function readItem(text: string): ReadItem | WrongAt {
  try {
    return new ItemReader(text).item();
  } catch (thrown) {
    if (thrown instanceof Wrong) return { ok: false, at: thrown.at, problem: thrown.problem };
    throw thrown;
  }
}

/** How a reader that is deep in a text gives up. */
class Wrong extends Error {
  readonly at: number;
  readonly problem: Problem;

  constructor(at: number, problem: Problem) {
    super(`${problem} at ${at}`);
    this.at = at;
    this.problem = problem;
  }
}

type Bare = Pick<ReadItem, 'type' | 'value'>;

class ItemReader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  item(): ReadItem {
    this.#skip(/ */y);
    const bare = this.#bare();
    const parameters = this.#parameters();
    this.#skip(/ */y);
    if (this.#at < this.#text.length) throw this.#wrong(this.#strange() ?? 'more');
    return { ok: true, ...bare, parameters };
  }

  #bare(): Bare {
    const first = this.#text[this.#at];
    if (first === undefined) throw this.#wrong('empty');
    if (first === '"') return { type: 'String', value: this.#string() };
    if (first === '-' || isDigit(first)) return this.#number();
    if (first === '*' || isLetter(first)) {
      return { type: 'Token', value: this.#take(/[A-Za-z*][!#$%&'*+\-.^_`|~\w:/]*/y) };
    }
    if (first === ':') return { type: 'Byte Sequence', value: this.#bytes() };
    if (first === '?') return { type: 'Boolean', value: this.#boolean() };
    if (first === '@') return { type: 'Date', value: this.#date() };
    if (first === '%') return { type: 'Display String', value: this.#display() };
    throw this.#wrong(this.#strange() ?? 'no-type');
  }

  /** RFC 9651, 4.2.5: between double quotes 0x20 to 0x7E, and a backslash before a quote or a backslash only. */
  #string(): string {
    let value = '';
    this.#at += 1;
    for (;;) {
      const letter = this.#text[this.#at];
      if (letter === undefined) throw this.#wrong('unended');
      if (letter === '"') break;
      if (letter === '\\') {
        this.#at += 1;
        const escaped = this.#text[this.#at];
        if (escaped === undefined) throw this.#wrong('unended');
        if (escaped !== '"' && escaped !== '\\') throw this.#wrong('bad-escape');
        value += escaped;
      } else {
        const strange = this.#strange();
        if (strange) throw this.#wrong(strange);
        value += letter;
      }
      this.#at += 1;
    }
    this.#at += 1;
    return value;
  }

  /** RFC 9651, 4.2.4: at most 15 digits, or 12 before a point and 3 behind it. */
  #number(): Bare {
    const start = this.#at;
    const [whole = ''] = this.#match(/-?\d+/y) ?? [];
    const digits = whole.replace('-', '').length;
    if (digits === 0) throw this.#wrong('bad-number', start + 1);
    const isDecimal = this.#text[start + whole.length] === '.';
    const most = isDecimal ? 12 : 15;
    if (digits > most) throw this.#wrong('bad-number', start + whole.length - digits + most);
    this.#at += whole.length;
    if (!isDecimal) return { type: 'Integer', value: whole };
    const [part = ''] = this.#match(/\.\d*/y) ?? [];
    if (part.length === 1 || part.length > 4) {
      throw this.#wrong('bad-number', this.#at + Math.min(part.length, 4));
    }
    this.#at += part.length;
    return { type: 'Decimal', value: whole + part };
  }

  #bytes(): string {
    const value = this.#take(/:[A-Za-z\d+/]*=*/y);
    if (this.#text[this.#at] !== ':') throw this.#wrong('bad-bytes');
    this.#at += 1;
    return `${value}:`;
  }

  #boolean(): string {
    if (!/[01]/.test(this.#text[this.#at + 1] ?? ''))
      throw this.#wrong('bad-boolean', this.#at + 1);
    return this.#take(/\?[01]/y);
  }

  #date(): string {
    const start = this.#at;
    this.#at += 1;
    const first = this.#text[this.#at] ?? '';
    if (first !== '-' && !isDigit(first)) throw this.#wrong('bad-date');
    const { type, value } = this.#number();
    if (type !== 'Integer') throw this.#wrong('bad-date', start + 1 + value.indexOf('.'));
    return `@${value}`;
  }

  /** RFC 9651, 4.2.10: percent-encoded UTF-8 between `%"` and `"`. */
  #display(): string {
    const start = this.#at;
    if (this.#text[start + 1] !== '"') throw this.#wrong('bad-display', start + 1);
    this.#at += 2;
    this.#skip(/(?:[ !#$&-~]|%[\da-f]{2})*/y);
    if (this.#text[this.#at] !== '"') throw this.#wrong(this.#strange() ?? 'bad-display');
    const inner = this.#text.slice(start + 2, this.#at);
    if (!isUtf8(inner)) throw this.#wrong('bad-display', start + 2);
    this.#at += 1;
    return this.#text.slice(start, this.#at);
  }

  /** RFC 9651, 4.2.3.2. What stands in them is read and left at that: no key is made of it. */
  #parameters(): readonly string[] {
    const names: string[] = [];
    while (this.#text[this.#at] === ';') {
      this.#at += 1;
      this.#skip(/ */y);
      if (!/[a-z*]/.test(this.#text[this.#at] ?? '')) throw this.#wrong('bad-parameter');
      names.push(this.#take(/[a-z*][a-z\d_\-.*]*/y));
      if (this.#text[this.#at] === '=') {
        this.#at += 1;
        this.#bare();
      }
    }
    return [...new Set(names)];
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    return pattern.exec(this.#text);
  }

  #take(pattern: RegExp): string {
    const [taken = ''] = this.#match(pattern) ?? [];
    this.#at += taken.length;
    return taken;
  }

  #skip(pattern: RegExp): void {
    this.#take(pattern);
  }

  /** What no field of this kind may hold anywhere. */
  #strange(): 'not-ascii' | 'control' | null {
    const code = this.#text.charCodeAt(this.#at);
    if (code > 0x7e) return code === 0x7f ? 'control' : 'not-ascii';
    return code < 0x20 ? 'control' : null;
  }

  #wrong(problem: Problem, at = this.#at): Wrong {
    return new Wrong(at, problem);
  }
}

const isDigit = (text: string): boolean => /^\d$/.test(text);
const isLetter = (text: string): boolean => /^[A-Za-z]$/.test(text);

function isUtf8(percentEncoded: string): boolean {
  try {
    decodeURIComponent(percentEncoded);
    return true;
  } catch {
    return false;
  }
}

/** Written as a string of Structured Fields; null where it holds what such a string can’t. RFC 9651, 4.1.6. */
export function writeString(value: string): string | null {
  return /^[\x20-\x7e]*$/.test(value) ? `"${value.replace(/["\\]/g, '\\$&')}"` : null;
}
