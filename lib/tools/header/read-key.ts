import {
  type Problem,
  type ReadItem,
  readItem,
  writeString,
} from '@/lib/tools/header/structured-item';

/** How a value is taken where quotes mean nothing: as it stands, without white space around it. */
export interface InPractice {
  readonly key: string;
  readonly isUuid: boolean;
  /** Characters that many servers would refuse or mangle, from 0 in `joined`. */
  readonly oddAt: number | null;
}

export interface ReadKey {
  /** All lines of the header as one value, which is how they reach a server. */
  readonly joined: string;
  readonly lines: number;
  readonly draft:
    | { readonly ok: true; readonly key: string; readonly parameters: readonly string[] }
    | { readonly ok: false; readonly at: number; readonly problem: Problem | NotAString };
  readonly practice: InPractice;
  /** Nothing but the key, as a person seems to have meant it, written as the draft has it; null if it can’t be. */
  readonly suggestion: string | null;
  readonly hints: readonly Hint[];
}

/** It is a whole Item, but of another type. */
export interface NotAString {
  readonly type: ReadItem['type'];
}

export type Hint =
  | 'header-name'
  | 'curly-quotes'
  | 'single-quotes'
  | 'two-lines'
  | 'empty-key'
  | 'short'
  | 'long-stripe'
  | 'long-adyen'
  | 'quotes-differ'
  | 'timestamp';

/** Stripe takes keys of up to 255 characters, Adyen and Amazon EC2 of up to 64. */
export const STRIPE_CHARACTERS_MAX = 255;
export const ADYEN_CHARACTERS_MAX = 64;
/** Rocket Rides, a well-known example of a server with keys, refuses shorter ones. */
export const GUESSABLE_BELOW_CHARACTERS = 20;

const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

/** Reads what somebody sends as `Idempotency-Key`, a line of text for each header line. Total. */
export function readKey(text: string): ReadKey {
  const lines = text.split(/\r\n|\r|\n/).filter((line, index) => index === 0 || line !== '');
  // Lines of one name are joined by a comma; RFC 9110, 5.3. White space around each is no part of it.
  const joined = lines.map(trimmed).join(', ');
  const item = readItem(joined);
  const practice = inPractice(joined);
  return {
    ...{ joined, lines: lines.length, practice },
    draft: !item.ok
      ? item
      : item.type === 'String'
        ? { ok: true, key: item.value, parameters: item.parameters }
        : { ok: false, at: indexOfFirst(joined), problem: { type: item.type } },
    suggestion: suggest(lines),
    hints: hintsOn(joined, lines.length, item),
  };
}

const trimmed = (line: string): string => line.replace(/^[ \t]+|[ \t]+$/g, '');
const indexOfFirst = (text: string): number => Math.max(0, text.search(/\S/));

function inPractice(joined: string): InPractice {
  const odd = joined.search(/[^\x21-\x7e]/);
  return { key: joined, isUuid: UUID.test(joined), oddAt: odd < 0 ? null : odd };
}

const HEADER_NAME = /^(x-)?idempotency-key[ \t]*:[ \t]*/i;
const CURLY = /[“”„«»‘’]/;

/** What is left when everything around the key is taken off that people put there by mistake. */
function suggest(lines: readonly string[]): string | null {
  const line = trimmed(lines[0] ?? '').replace(HEADER_NAME, '');
  const item = readItem(line);
  const isWhole = item.ok && item.type === 'String';
  const key = isWhole ? item.value : trimmed(line.replace(/^["'“”„«‘’]+|["'“”»‘’]+$/g, ''));
  return key === '' ? null : writeString(key);
}

function hintsOn(joined: string, lines: number, item: ReturnType<typeof readItem>): Hint[] {
  const isString = item.ok && item.type === 'String';
  const key = isString ? item.value : joined.replace(HEADER_NAME, '');
  const hints: readonly (readonly [Hint, boolean])[] = [
    ['header-name', HEADER_NAME.test(joined)],
    ['curly-quotes', CURLY.test(joined)],
    ['single-quotes', /^'.*'$/.test(joined)],
    ['two-lines', lines > 1],
    ['empty-key', isString && key === ''],
    ['timestamp', /^\d{10}(\d{3}|\d{6})?$/.test(key)],
    ['short', key !== '' && key.length < GUESSABLE_BELOW_CHARACTERS],
    ['long-stripe', key.length > STRIPE_CHARACTERS_MAX],
    ['long-adyen', key.length > ADYEN_CHARACTERS_MAX && key.length <= STRIPE_CHARACTERS_MAX],
    ['quotes-differ', isString],
  ];
  return hints.flatMap(([hint, applies]) => (applies ? [hint] : []));
}
