/** How the kinds of keys are written. Chance and time come from whoever asks: the same bytes give the same key. */

/** Random bytes that a UUID or a ULID is made of. */
export const UUID_BYTES = 16;
export const ULID_RANDOM_BYTES = 10;
/** The time of UUIDv7 and ULID has 48 bits: it runs out in the year 10889. */
export const TIME_48_MAX_MS = 2 ** 48 - 1;

/** A random UUID, of 122 random bits: RFC 9562, 5.4. */
export function uuid4(random: Uint8Array): string {
  return formatUuid(stamped(random, 4));
}

/** A UUID that begins with the time: 48 bits of ms since 1970, then 74 random bits: RFC 9562, 5.7. */
export function uuid7(timeMs: number, random: Uint8Array): string {
  const bytes = stamped(random, 7);
  bytes.set(bigEndian48(timeMs));
  return formatUuid(bytes);
}

/** Version and variant take six bits of the sixteen bytes: RFC 9562, 4.1 and 4.2. */
function stamped(random: Uint8Array, version: number): Uint8Array {
  const bytes = checked(random, UUID_BYTES);
  bytes[6] = (version << 4) | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  return bytes;
}

function formatUuid(bytes: Uint8Array): string {
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** Without I, L, O and U, which are easily misread. */
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const ULID_TIME_CHARACTERS = 10;
const ULID_RANDOM_CHARACTERS = 16;

/** 48 bits of ms since 1970, then 80 random bits, in 26 characters of Crockford’s base 32: github.com/ulid/spec. */
export function ulid(timeMs: number, random: Uint8Array): string {
  const time = toBase32(bytesToInteger(bigEndian48(timeMs)), ULID_TIME_CHARACTERS);
  return (
    time + toBase32(bytesToInteger(checked(random, ULID_RANDOM_BYTES)), ULID_RANDOM_CHARACTERS)
  );
}

function toBase32(value: bigint, characters: number): string {
  return Array.from({ length: characters }, (_, place) => {
    const shift = BigInt(5 * (characters - 1 - place));
    return CROCKFORD[Number((value >> shift) & 31n)] ?? '';
  }).join('');
}

const bytesToInteger = (bytes: Uint8Array): bigint =>
  bytes.reduce((value, byte) => (value << 8n) | BigInt(byte), 0n);

function bigEndian48(timeMs: number): Uint8Array {
  if (!Number.isInteger(timeMs) || timeMs < 0 || timeMs > TIME_48_MAX_MS) {
    throw new RangeError(`${timeMs} is no whole number of ms that fits into 48 bits`);
  }
  return Uint8Array.from(
    { length: 6 },
    (_, place) => Math.floor(timeMs / 256 ** (5 - place)) % 256,
  );
}

function checked(bytes: Uint8Array, length: number): Uint8Array {
  if (bytes.length !== length)
    throw new RangeError(`${length} bytes are needed, not ${bytes.length}`);
  return Uint8Array.from(bytes);
}

/** The alphabets of short keys. */
export const ALPHABETS = {
  digits: '0123456789',
  hex: '0123456789abcdef',
  letters: '0123456789abcdefghijklmnopqrstuvwxyz',
  mixed: '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz',
} as const;
export type Alphabet = keyof typeof ALPHABETS;

/** So many random bytes that `shortKey` runs out of them less than one time in 10^15. */
export const shortKeyBytes = (characters: number): number => 16 + 8 * characters;

/**
 * Characters drawn evenly from an alphabet. Bytes that would favour its first letters are passed over;
 * null if the bytes run out before the key is whole.
 */
export function shortKey(
  characters: number,
  alphabet: Alphabet,
  random: Uint8Array,
): string | null {
  const letters = ALPHABETS[alphabet];
  const even = 256 - (256 % letters.length);
  const drawn = [...random].filter((byte) => byte < even).slice(0, characters);
  return drawn.length < characters
    ? null
    : drawn.map((byte) => letters[byte % letters.length] ?? '').join('');
}

/** How finely a timestamp key tells the time. */
export const TICKS_PER_SECOND = { s: 1, ms: 1000, us: 1_000_000 } as const;
export type TickUnit = keyof typeof TICKS_PER_SECOND;

/** The time as a key: the whole ticks since 1970 at `timeUs`, which is in microseconds. */
export function timestampKey(timeUs: number, unit: TickUnit): string {
  return String(Math.floor(timeUs / (TICKS_PER_SECOND.us / TICKS_PER_SECOND[unit])));
}
