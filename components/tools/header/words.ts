import type { Hint, InPractice, ReadKey } from '@/lib/tools/header/read-key';
import type { Problem } from '@/lib/tools/header/structured-item';

type WrongDraft = Extract<ReadKey['draft'], { ok: false }>;

/** What is wrong by the draft, where, and why. */
export function draftWords({ at, problem }: WrongDraft, text: string): string {
  if (typeof problem === 'object') {
    return `Without quotes this is a ${TYPES[problem.type] ?? problem.type} of Structured Fields, and the draft asks for a string: put double quotes around it.`;
  }
  if (problem === 'empty')
    return 'There is no value. The draft asks for a string in double quotes.';
  const where = at >= text.length ? 'At the end' : `Character ${at + 1}, ${nameOf(text, at)}`;
  return `${where}: ${PROBLEMS[problem](text, at)}`;
}

const TYPES: Readonly<Record<string, string>> = {
  Token: 'token',
  Integer: 'whole number',
  Decimal: 'decimal number',
  'Byte Sequence': 'byte sequence',
  Boolean: 'boolean',
  Date: 'date',
  'Display String': 'display string',
};

const PROBLEMS: Readonly<Record<Problem, (text: string, at: number) => string>> = {
  empty: () => 'there is no value.',
  'not-ascii': () => 'only ASCII may stand here, from space to tilde.',
  control: () => 'a control character may not stand here, not even a tab.',
  'no-type': () =>
    'no value of Structured Fields begins like this. A string begins with a double quote.',
  unended: () => 'the double quote that ends the string is missing.',
  'bad-escape': () => 'a backslash may stand only before a double quote or another backslash.',
  'bad-number': () => 'a number can’t go on like this. Is it a key? Put double quotes around it.',
  'bad-bytes': () => 'a byte sequence is base 64 between colons.',
  'bad-boolean': () => 'a boolean is ?0 or ?1.',
  'bad-date': () => 'a date is @ and a whole number of seconds.',
  'bad-display': () => 'a display string is percent-encoded between %" and ".',
  'bad-parameter': () => 'after ; comes the name of a parameter, in small letters.',
  more: (text, at) =>
    text.startsWith('"')
      ? 'the string has ended before it. One string is all that may stand here.'
      : /^-?\d/.test(text)
        ? `what begins with a digit is a number, and a number ends before it. Put double quotes around ${at > 0 ? 'all of it' : 'it'}.`
        : 'the value has ended before it. Put double quotes around all of it.',
};

/** A control character as a picture of itself, so that it can be seen. */
export const visible = (text: string): string =>
  text.replace(/[\0-\x1f]/g, (sign) => String.fromCharCode(0x2400 + sign.charCodeAt(0)));

function nameOf(text: string, at: number): string {
  const code = text.codePointAt(at) ?? 0;
  if (code === 0x20) return 'a space';
  const hex = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  if (code === 0x09) return `a tab (${hex})`;
  if (code < 0x20 || code === 0x7f) return `a control character (${hex})`;
  const letter = `“${String.fromCodePoint(code)}”`;
  return code > 0x7e ? `${letter} (${hex})` : letter;
}

export function practiceWords({ key, uuid, isLong, oddAt }: InPractice): string {
  if (key === '')
    return 'A server that needs a key answers 400; one that does not runs the request without protection.';
  if (oddAt !== null) {
    return `Taken as it stands, character ${oddAt + 1}, ${nameOf(key, oddAt)}, is one that many servers, proxies and stores refuse or change on the way. Keep to letters, digits and hyphens.`;
  }
  if (isLong) {
    return 'Taken as it stands, every character of it is harmless, but there are too many of them for many servers.';
  }
  if (uuid === 'random') return 'Taken as it stands, this is a UUID, as most services advise.';
  return uuid === 'other'
    ? 'Taken as it stands, this is a UUID, but not of a kind that is made at random, as versions 4 and 7 are and most services advise.'
    : 'Taken as it stands, this is a key that most servers would accept, every character of it.';
}

export const HINTS: Readonly<Record<Hint, string>> = {
  curl: 'This is a piece of a curl command. The option -H, the quotes of the shell and the name of the header are no part of the value.',
  'header-name':
    'The name of the header is no part of its value: leave out everything up to the colon.',
  'curly-quotes':
    'A word processor made the quotes curly. Only the straight double quote, U+0022, begins a string.',
  'single-quotes': 'Single quotes mean nothing here; to a lenient server they are part of the key.',
  'two-lines':
    'Two headers of one name are joined by a comma on the way. The draft then finds no single string, and a lenient server finds one long key with a comma in it.',
  'empty-key': 'An empty string is a string, and a key that everybody shares.',
  'nil-uuid':
    'It is a UUID that stands for none, of nothing but zeros or Fs: a key that everybody shares who forgot to make one.',
  short:
    'It is short. A key that can be guessed lets a stranger read the answer that is stored under it, unless the server also looks at who asks; and short keys clash. Rocket Rides refuses keys of fewer than 20 characters.',
  'long-stripe': 'It is longer than 255 characters, the most that Stripe takes.',
  'long-adyen': 'It is longer than 64 characters, the most that Adyen and Amazon EC2 take.',
  'quotes-differ':
    'To a server that takes the bytes as they come, the quotes are part of the key. Send every retry with them, or every one without.',
  timestamp:
    'It looks like a time. Two purchases in one tick would share it, and a retry would get another.',
};
