import type { KeyAnswered, KeyClaimed, KeyRead, KeyRecord, KeySaved } from '@/simulations/messages';
import type { Words } from '@/simulations/words/words';

interface KeyStoreView {
  readonly records: Readonly<Record<string, KeyRecord>>;
}

/** A key store, and who waits for one of its keys. */
export const KEYS: Words = {
  messages: {
    'key.read': ({ key }: KeyRead) => `GET ${key}`,
    'key.claimed': ({ key }: KeyClaimed) => `SET NX ${key}`,
    'key.saved': ({ key }: KeySaved) => `SET ${key} done`,
    'key.answered': ({ ok, found }: KeyAnswered) =>
      found ? (found.status === 'done' ? 'done before' : 'in progress') : ok ? 'OK' : 'nil',
  },
  replies: ['key.answered'],
  timers: { waiting: 'looks again' },
  tables: {
    'key-store': ({ records }: KeyStoreView) => [
      {
        title: 'Keys',
        columns: ['key', 'status', 'answer'],
        rows: Object.entries(records).map(([key, { status, body }]) => [key, status, body ?? '–']),
        empty: 'No key is remembered.',
      },
    ],
  },
};
