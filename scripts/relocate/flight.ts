import { relativeAddress, relativeCandidates } from './addresses';

/**
 * The data that React reads while it takes over a page ("flight"), as Next writes it into the page.
 * It repeats the addresses of the HTML, and React must find the same ones in both.
 */

/** Rows with these tags say how many bytes they hold, and end without a line break. */
const SIZED_TAGS = 'TAOobUSsLlGgMmV';
/** A tag of a row that ends with its line. */
const LINE_TAG = /^[A-Z#rx]/;

const NEWLINE = '\n'.charCodeAt(0);
const COLON = ':'.charCodeAt(0);

/** Makes the addresses in a flight stream relative; bytes, because text rows count their bytes. */
export function relocateFlight(stream: Buffer, prefix: string): Buffer {
  const parts: Buffer[] = [];
  let at = 0;
  while (at < stream.length) {
    const colon = stream.indexOf(COLON, at);
    if (colon === -1) throw new Error('the page data ends inside the name of a row');
    const start = colon + 1;
    const tag = String.fromCharCode(stream[start] ?? NEWLINE);
    const end = SIZED_TAGS.includes(tag) ? endOfSizedRow(stream, start) : endOfLine(stream, start);
    const row = stream.subarray(at, end);
    parts.push(SIZED_TAGS.includes(tag) ? row : relocateLine(row, start - at, prefix));
    at = end;
  }
  return Buffer.concat(parts);
}

function endOfSizedRow(stream: Buffer, start: number): number {
  const comma = stream.indexOf(',', start);
  const size = parseInt(stream.toString('latin1', start + 1, comma), 16);
  const end = comma + 1 + size;
  if (comma === -1 || !(end <= stream.length)) throw new Error('the page data ends inside a row');
  return end;
}

function endOfLine(stream: Buffer, start: number): number {
  const newline = stream.indexOf(NEWLINE, start);
  if (newline === -1) throw new Error('the page data ends inside a line');
  return newline + 1;
}

function relocateLine(row: Buffer, nameLength: number, prefix: string): Buffer {
  const name = row.toString('utf8', 0, nameLength);
  const line = row.toString('utf8', nameLength, row.length - 1);
  const tag = LINE_TAG.exec(line)?.[0] ?? '';
  // A hint is an "H", a letter for its kind, and then its value.
  const head = tag === 'H' ? line.slice(0, 2) : tag;
  const json = line.slice(head.length);
  if (!json.includes('"')) return row;
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw new Error(`a row of the page data is no JSON: ${line.slice(0, 60)}`);
  }
  // Module rows, hints, and rows that are one string hold addresses in any place.
  const bare = tag === 'I' || tag === 'H' || typeof value === 'string';
  const relocated = bare
    ? relocateStrings(value, prefix, tag === 'H')
    : relocateProps(value, prefix);
  return Buffer.from(`${name}${head}${JSON.stringify(relocated)}\n`);
}

/** A lone string may also be text of the page, so only what surely is an address is changed. */
function relocateStrings(value: unknown, prefix: string, everyAddress: boolean): unknown {
  if (Array.isArray(value)) {
    return value.map((item: unknown) => relocateStrings(item, prefix, everyAddress));
  }
  if (typeof value !== 'string') return relocateProps(value, prefix);
  return everyAddress || value.startsWith('/_next/static/')
    ? relativeAddress(value, prefix)
    : value;
}

const ADDRESS_PROPS = new Set(['href', 'src', 'poster', 'xlinkHref']);
const CANDIDATE_PROPS = new Set(['srcSet', 'imageSrcSet']);
/** On a component of ours these names may mean anything; on an HTML element they are addresses. */
const ELEMENT_PROPS = new Set(['action', 'formAction']);

function relocateProps(value: unknown, prefix: string, onElement = false): unknown {
  if (Array.isArray(value)) {
    const isElement = value[0] === '$' && typeof value[1] === 'string' && !value[1].startsWith('$');
    return value.map((item: unknown, index) =>
      relocateProps(item, prefix, isElement && index === 3),
    );
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]: [string, unknown]) => {
      if (typeof inner !== 'string') return [name, relocateProps(inner, prefix)];
      if (ADDRESS_PROPS.has(name) || (onElement && ELEMENT_PROPS.has(name))) {
        return [name, relativeAddress(inner, prefix)];
      }
      return [name, CANDIDATE_PROPS.has(name) ? relativeCandidates(inner, prefix) : inner];
    }),
  );
}
