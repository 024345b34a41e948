import { Random } from '@/lib/explorer/sampler/random';
import type { KeyOptions } from '@/lib/tools/keys/collisions';
import {
  shortKey,
  shortKeyBytes,
  timestampKey,
  ulid,
  ULID_RANDOM_BYTES,
  uuid4,
  uuid7,
  UUID_BYTES,
} from '@/lib/tools/keys/encode';

export type Bytes = (length: number) => Uint8Array;

const KEYS_AT_ONCE = 5;

/** A few keys, one after the other at the same moment, as a busy server makes them. */
export function makeKeys(options: KeyOptions, timeMs: number, bytes: Bytes): readonly string[] {
  return Array.from({ length: KEYS_AT_ONCE }, () => makeKey(options, timeMs, bytes));
}

function makeKey(options: KeyOptions, timeMs: number, bytes: Bytes): string {
  switch (options.kind) {
    case 'uuid4':
      return uuid4(bytes(UUID_BYTES));
    case 'uuid7':
      return uuid7(timeMs, bytes(UUID_BYTES));
    case 'ulid':
      return ulid(timeMs, bytes(ULID_RANDOM_BYTES));
    case 'timestamp':
      return timestampKey(timeMs * 1000, options.unit);
    case 'short':
      return drawShort(options, bytes);
  }
}

/** Bytes run out so rarely that asking again once more is always enough in practice, and always ends in theory. */
function drawShort(options: KeyOptions, bytes: Bytes): string {
  const { characters, alphabet } = options;
  for (;;) {
    const key = shortKey(characters, alphabet, bytes(shortKeyBytes(characters)));
    if (key !== null) return key;
  }
}

/** The browser’s own source of chance, which is fit for keys. */
export const browserBytes: Bytes = (length) => crypto.getRandomValues(new Uint8Array(length));

/** The same bytes each time: for an example that is in the page before anybody asks for keys. */
export function exampleBytes(): Bytes {
  const random = new Random();
  random.seed(1);
  return (length) => Uint8Array.from({ length }, () => random.next() & 0xff);
}

/** How many of a key’s first characters are the time. */
export const timeCharacters = (kind: KeyOptions['kind']): number =>
  ({ uuid4: 0, uuid7: 13, ulid: 10, short: 0, timestamp: Infinity })[kind];
