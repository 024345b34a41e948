import type {
  KeyAnswered,
  KeyClaimed,
  KeyExpirySet,
  KeyRead,
  KeySaved,
  KeyStoreContents,
} from '@/simulations/messages';
import type { StateTable } from '@/lib/projections/wording';
import { livesOf } from '@/simulations/words/keys';
import type { Words } from '@/simulations/words/words';

/** A key store in which consumers mark the messages that they have seen. Goes after `KEYS`. */
export const MARKS: Words = {
  messages: {
    'key.read': ({ key }: KeyRead) => `GET ${key}`,
    'key.claimed': ({ key, expiresIn }: KeyClaimed) =>
      `SET ${key} begun NX GET${expiresIn === undefined ? '' : ' PX'}`,
    'key.expirySet': ({ key }: KeyExpirySet) => `PEXPIRE ${key}`,
    'key.saved': ({ key }: KeySaved) => `SET ${key} done`,
    'key.answered': ({ ok, found, count, claimed }: KeyAnswered) => {
      if (count !== undefined) return String(count);
      if (claimed) return 'nil, so it is new';
      if (found) return found.status === 'done' ? 'marked as done' : 'marked as begun';
      return ok ? 'OK' : 'no mark';
    },
  },
  timers: { expiry: 'the mark’s time is up' },
  tables: { 'key-store': marksOf },
};

function marksOf({ records }: KeyStoreContents): readonly StateTable[] {
  const expires = Object.values(records).some(({ expiresIn }) => expiresIn !== undefined);
  return [
    {
      title: 'Marks',
      columns: ['message', 'mark', ...(expires ? ['lives'] : [])],
      rows: Object.entries(records).map(([message, { status, expiresIn }]) => [
        ...[message, status === 'done' ? 'done' : 'begun'],
        ...(expires ? [livesOf(expiresIn)] : []),
      ]),
      empty: 'No message is marked.',
    },
  ];
}
