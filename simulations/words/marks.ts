import type {
  KeyAnswered,
  KeyClaimed,
  KeyExpirySet,
  KeyRead,
  KeySaved,
} from '@/simulations/messages';
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
};
