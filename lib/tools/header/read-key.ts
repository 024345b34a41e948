import {
  type Problem,
  type ReadItem,
  readItem,
  writeString,
} from '@/lib/tools/header/structured-item';

/** How a value is taken where quotes mean nothing: as it stands, without white space around it. */
export interface InPractice {
  readonly key: string;
  /** Of the kinds that are made at random, 4 and 7; or of any other; null where it is none. */
  readonly uuid: 'random' | 'other' | null;
  /** More than Stripe takes. */
  readonly isLong: boolean;
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
  | 'curl'
  | 'header-name'
  | 'curly-quotes'
  | 'single-quotes'
  | 'two-lines'
  | 'empty-key'
  | 'nil-uuid'
  | 'short'
  | 'long-stripe'
  | 'long-adyen'
  | 'quotes-differ'
  | 'timestamp';

/** Stripe takes keys of up to 255 characters, Adyen and Amazon EC2 of up to 64. */
const STRIPE_CHARACTERS_MAX = 255;
const ADYEN_CHARACTERS_MAX = 64;
/** Rocket Rides, a well-known example of a server with keys, refuses shorter ones. */
const GUESSABLE_BELOW_CHARACTERS = 20;

const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;
/** Versions 4 and 7 of the variant that RFC 9562 describes. */
const RANDOM_UUID = /^.{14}[47].{4}[89ab]/i;
/** “Nil” and “max”, which stand for none at all: RFC 9562, 5.9 and 5.10. */
const NO_UUID = /^(?:[0-]+|[f-]+)$/i;

/** Reads what somebody sends as `Idempotency-Key`, a line of text for each header line. Total. */
export function readKey(text: string): ReadKey {
  const filled = text.split(/\r\n|\r|\n/).filter((line) => trimmed(line) !== '');
  const lines = filled.length > 0 ? filled : [''];
  // Lines of one name are joined by a comma; RFC 9110, 5.3. White space around each is no part of it.
  const joined = lines.map(trimmed).join(', ');
  const item = readItem(joined);
  const curl = item.ok && item.type === 'String' ? null : headerInCurl(lines.join('\n'));
  const practice = inPractice(joined);
  return {
    ...{ joined, lines: lines.length, practice },
    draft: !item.ok
      ? item
      : item.type === 'String'
        ? { ok: true, key: item.value, parameters: item.parameters }
        : { ok: false, at: indexOfFirst(joined), problem: { type: item.type } },
    suggestion: suggest(curl ?? lines[0] ?? ''),
    hints: hintsOn({ joined, lines: lines.length, item, curl }),
  };
}

const trimmed = (line: string): string => line.replace(/^[ \t]+|[ \t]+$/g, '');
const indexOfFirst = (text: string): number => Math.max(0, text.search(/\S/));

function inPractice(joined: string): InPractice {
  const odd = joined.search(/[^\x21-\x7e]/);
  return {
    key: joined,
    uuid: !UUID.test(joined) ? null : RANDOM_UUID.test(joined) ? 'random' : 'other',
    isLong: joined.length > STRIPE_CHARACTERS_MAX,
    oddAt: odd < 0 ? null : odd,
  };
}

const HEADER_NAME = /^(x-)?idempotency-key[ \t]*:[ \t]*/i;
const CURLY = /[“”„«»‘’]/;

/** Options of curl that set a header, in quotes or without. In double quotes a backslash keeps what follows it. */
const CURL_HEADERS = /(?:^|\s)(?:-H|--header)[ \t=]*(?:"((?:[^"\\]|\\.)*)"?|'([^']*)'?|(\S+))/g;

/** The header in a piece of a curl command; empty where it sets none of this name, null where it is no such piece. */
function headerInCurl(text: string): string | null {
  const headers = [...text.matchAll(CURL_HEADERS)].map(
    ([, double, single, bare]) => double?.replace(/\\(.)/g, '$1') ?? single ?? bare ?? '',
  );
  if (headers.length === 0 && !/^\s*curl\s/.test(text)) return null;
  return headers.find((header) => HEADER_NAME.test(header)) ?? '';
}

/** A whole string with more behind it, as of two headers that were joined on the way, or with a bad parameter. */
const BEGINNING = /^("(?:[^"\\]|\\["\\])*")[ \t]*[,;]/;

/** What is left of a header when everything around the key is taken off that people put there by mistake. */
function suggest(header: string): string | null {
  const value = trimmed(header).replace(HEADER_NAME, '');
  const line = BEGINNING.exec(value)?.[1] ?? value;
  const item = readItem(line);
  const isWhole = item.ok && item.type === 'String';
  const key = isWhole ? item.value : trimmed(line.replace(/^["'“”„«‘’]+|["'“”»‘’]+$/g, ''));
  return key === '' ? null : writeString(key);
}

interface Seen {
  readonly joined: string;
  readonly lines: number;
  readonly item: ReturnType<typeof readItem>;
  /** As `headerInCurl` has it. */
  readonly curl: string | null;
}

function hintsOn({ joined, lines, item, curl }: Seen): Hint[] {
  const isString = item.ok && item.type === 'String';
  const key = isString ? item.value : (curl ?? joined).replace(HEADER_NAME, '');
  const hints: readonly (readonly [Hint, boolean])[] = [
    ['curl', curl !== null],
    ['header-name', HEADER_NAME.test(joined)],
    ['curly-quotes', CURLY.test(joined)],
    ['single-quotes', /^'.*'$/.test(joined)],
    [
      'two-lines',
      curl === null && (lines > 1 || BEGINNING.exec(joined)?.[0].endsWith(',') === true),
    ],
    ['empty-key', isString && key === ''],
    ['nil-uuid', UUID.test(key) && NO_UUID.test(key)],
    ['timestamp', /^\d{10}(\d{3}|\d{6})?$/.test(key)],
    ['short', key !== '' && key.length < GUESSABLE_BELOW_CHARACTERS],
    ['long-stripe', key.length > STRIPE_CHARACTERS_MAX],
    ['long-adyen', key.length > ADYEN_CHARACTERS_MAX && key.length <= STRIPE_CHARACTERS_MAX],
    ['quotes-differ', isString],
  ];
  return hints.flatMap(([hint, applies]) => (applies ? [hint] : []));
}
