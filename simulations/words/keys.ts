import type { Ticks } from '@/lib/engine/model';
import type {
  KeyAnswered,
  KeyClaimed,
  KeyDeleted,
  KeyExpirySet,
  KeyRead,
  KeySaved,
  KeysCopied,
  KeysRestored,
  KeyStoreContents,
} from '@/simulations/messages';
import type { StateTable } from '@/lib/projections/wording';
import type { Words } from '@/simulations/words/words';

/** A key store, who waits for one of its keys, and whoever has a copy of them. */
export const KEYS: Words = {
  messages: {
    'key.read': ({ key }: KeyRead) => `GET ${key}`,
    'key.claimed': ({ key, expiresIn, numbered }: KeyClaimed) =>
      `SET NX GET${expiresIn === undefined ? '' : ' PX'} ${key}${numbered ? ' + INCR' : ''}`,
    'key.saved': ({ key, code, expiresIn, keepsExpiry }: KeySaved) =>
      `SET${expiresIn === undefined ? '' : ' PX'} ${key} ${code ?? 'done'}${keepsExpiry ? ' KEEPTTL' : ''}`,
    'key.expirySet': ({ key }: KeyExpirySet) => `PEXPIRE ${key}`,
    'key.deleted': ({ key, token }: KeyDeleted) =>
      token === undefined ? `DEL ${key}` : `DEL ${key} if still mine`,
    'key.answered': ({ ok, found, count, claimed, number, error }: KeyAnswered) => {
      if (error) return `error ${error}`;
      // A script that counts may answer what it likes; SET NX GET answers what stood there before.
      if (number !== undefined) return `ours, number ${number}`;
      if (count !== undefined) return String(count);
      if (claimed) return 'nil, so it is ours';
      if (found) return found.status === 'done' ? `${found.code ?? 'done'} before` : 'in progress';
      return ok ? 'OK' : 'nil';
    },
    'keys.copied': (copy: KeysCopied) => `copy: ${keysIn(copy)}`,
    'keys.restored': (copy: KeysRestored) => `go on with ${keysIn(copy)}`,
    'memory.filled': () => 'fills the memory',
  },
  replies: ['key.answered'],
  timers: {
    waiting: 'looks again',
    checking: 'has looked into the purchase',
    expiry: 'the key’s time is up, it is forgotten',
  },
  tables: { 'key-store': keysOf, 'copied-key-store': keysOf, 'key-copy': keysOf },
};

const STATUSES = { 'in-progress': 'in progress', done: 'done' } as const;

/** How long what stands under a key stays there. */
export const livesOf = (expiresIn: Ticks | undefined): string =>
  expiresIn === undefined ? 'for ever' : 'for a time';

function keysIn({ records }: KeyStoreContents): string {
  const keys = Object.keys(records);
  return keys.length === 0 ? 'no keys' : keys.join(', ');
}

function keysOf({ records }: KeyStoreContents): readonly StateTable[] {
  const some = Object.values(records);
  const answers = some.some(({ code, body }) => code !== undefined || body !== null);
  const bodies = some.some(({ fingerprint }) => fingerprint !== undefined);
  const tokens = some.some(({ token }) => token !== undefined);
  const expires = some.some(({ expiresIn }) => expiresIn !== undefined);
  return [
    {
      title: 'Keys',
      columns: [
        ...['key', 'status'],
        ...(answers ? ['answer'] : []),
        ...(bodies ? ['body'] : []),
        ...(tokens ? ['token'] : []),
        ...(expires ? ['lives'] : []),
      ],
      rows: Object.entries(records).map(
        ([key, { status, code, body, fingerprint, token, expiresIn }]) => [
          ...[key, STATUSES[status]],
          ...(answers ? [body ?? (code === undefined ? '–' : String(code))] : []),
          ...(bodies ? [fingerprint ?? '–'] : []),
          ...(tokens ? [token === undefined ? '–' : String(token)] : []),
          ...(expires ? [livesOf(expiresIn)] : []),
        ],
      ),
      empty: 'No key is remembered.',
    },
  ];
}
