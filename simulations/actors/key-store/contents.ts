import type { Ticks } from '@/lib/engine/model';
import { withoutEntry } from '@/simulations/actors/without-entry';
import type {
  KeyClaimed,
  KeyDeleted,
  KeyExpirySet,
  KeyRead,
  KeyRecord,
  KeySaved,
  KeyStoreContents,
} from '@/simulations/messages';

export type KeyCommand = KeyRead | KeyClaimed | KeySaved | KeyExpirySet | KeyDeleted;

/** What a command does to a store. */
export interface Done {
  readonly contents: KeyStoreContents;
  /** Whether it took effect. */
  readonly ok: boolean;
  /** What stood under the key and kept the command from it, or was asked for. */
  readonly found: KeyRecord | null;
  /** What becomes of the key’s time: a new one, none any more, or as before. */
  readonly expiry: Ticks | 'never' | 'as-before';
  /** Of how many keys it was done, where the command answers that. */
  readonly count?: 0 | 1;
  /** A claim that succeeded, and its token and number if it has them. */
  readonly claimed?: true;
  readonly token?: number;
  readonly number?: number;
}

export const EMPTY: KeyStoreContents = { records: {}, numbers: {} };

const recordOf = ({ records }: KeyStoreContents, key: string): KeyRecord | null =>
  Object.hasOwn(records, key) ? (records[key] ?? null) : null;

/** Carries out one command, as a whole: nobody comes in between. */
export function carryOut(contents: KeyStoreContents, command: KeyCommand): Done {
  switch (command.type) {
    case 'key.read': {
      const found = recordOf(contents, command.key);
      return { ...unchanged(contents), ok: found !== null, found };
    }
    case 'key.claimed':
      return claim(contents, command);
    case 'key.saved':
      return save(contents, command);
    case 'key.expirySet':
      return setExpiry(contents, command);
    case 'key.deleted':
      return remove(contents, command);
  }
}

/** A store without a key, whose time is up. */
export function without(contents: KeyStoreContents, key: string): KeyStoreContents {
  return { ...contents, records: withoutEntry(contents.records, key) };
}

const unchanged = (contents: KeyStoreContents): Pick<Done, 'contents' | 'expiry'> => ({
  contents,
  expiry: 'as-before',
});

const put = (contents: KeyStoreContents, key: string, record: KeyRecord): KeyStoreContents => ({
  ...contents,
  records: { ...contents.records, [key]: record },
});

const expiryOf = (expiresIn: Ticks | undefined) => (expiresIn === undefined ? {} : { expiresIn });

function claim(contents: KeyStoreContents, command: KeyClaimed): Done {
  const { key, expiresIn, withToken, numbered, fingerprint } = command;
  const found = recordOf(contents, key);
  if (found) return { ...unchanged(contents), ok: false, found };
  const next = (Object.hasOwn(contents.numbers, key) ? (contents.numbers[key] ?? 0) : 0) + 1;
  const record: KeyRecord = {
    ...{ status: 'in-progress', body: null },
    ...(fingerprint === undefined ? {} : { fingerprint }),
    ...(withToken ? { token: next } : {}),
    ...expiryOf(expiresIn),
  };
  const claimed = put(contents, key, record);
  const numbers = { ...claimed.numbers, [key]: next };
  return {
    ...{ ok: true, found: null, claimed: true, expiry: expiresIn ?? 'never' },
    ...(withToken ? { token: next } : {}),
    ...(numbered ? { number: next } : {}),
    contents: withToken || numbered ? { ...claimed, numbers } : claimed,
  };
}

/** Whether the token that a script compares is the one that stands there. */
const isTheirs = (found: KeyRecord | null, token: number | undefined): boolean =>
  token === undefined || found?.token === token;

function save(contents: KeyStoreContents, command: KeySaved): Done {
  const { key, body, code, fingerprint, expiresIn, keepsExpiry, token } = command;
  const found = recordOf(contents, key);
  if (!isTheirs(found, token)) return { ...unchanged(contents), ok: false, found };
  const record: KeyRecord = {
    ...{ status: 'done', body },
    ...(code === undefined ? {} : { code }),
    ...(fingerprint === undefined ? {} : { fingerprint }),
    ...(token === undefined ? {} : { token }),
    ...expiryOf(keepsExpiry ? found?.expiresIn : expiresIn),
  };
  return {
    ...{ contents: put(contents, key, record), ok: true, found: null },
    expiry: keepsExpiry ? 'as-before' : (expiresIn ?? 'never'),
  };
}

function setExpiry(contents: KeyStoreContents, { key, expiresIn }: KeyExpirySet): Done {
  const found = recordOf(contents, key);
  if (!found) return { ...unchanged(contents), ok: false, found, count: 0 };
  const kept = put(contents, key, { ...found, expiresIn });
  return { contents: kept, ok: true, found: null, count: 1, expiry: expiresIn };
}

function remove(contents: KeyStoreContents, { key, token }: KeyDeleted): Done {
  const found = recordOf(contents, key);
  // Like Redis’s DEL and the usual script, it says only whether it has deleted something.
  if (!found || !isTheirs(found, token))
    return { ...unchanged(contents), ok: false, found: null, count: 0 };
  return { contents: without(contents, key), ok: true, found: null, count: 1, expiry: 'never' };
}
