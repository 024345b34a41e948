import { assign, enqueueActions, setup } from 'xstate';

import type { Effect, ProcessId, Received } from '@/lib/engine/model';
import { carryOut, EMPTY, type KeyCommand, without } from '@/simulations/actors/key-store/contents';
import type {
  KeyAnswered,
  KeysCopied,
  KeysRestored,
  KeyStoreContents,
  MemoryFilled,
} from '@/simulations/messages';

export interface KeyStoreInput {
  /**
   * Where it passes on every write after it has answered: a replica, which is asynchronous replication, or
   * a disk. Left out: nowhere.
   */
  readonly copiesTo?: ProcessId;
  /**
   * What goes when its memory is full (Redis: maxmemory-policy): any key, keys that expire, or none, and
   * then whatever would take memory is refused. Left out: any key.
   */
  readonly evicts?: 'any-key' | 'expiring-keys' | 'nothing';
}

interface KeyStoreContext extends KeyStoreContents {
  readonly input: KeyStoreInput;
  /** How many writes it has passed on. */
  readonly offset: number;
  /** Its memory is full, and it may not evict. */
  readonly isFull: boolean;
}

type Command = Received<KeyCommand>;
/** The time of a key is up. */
interface KeyExpired {
  readonly type: 'key.expired';
  readonly key: string;
}
type Event = Command | KeyExpired | Received<KeysRestored> | Received<MemoryFilled>;

const timerOf = (key: string): string => `expiry ${key}`;

const isCommand = (event: Event): event is Command =>
  event.type !== 'key.expired' && event.type !== 'keys.restored' && event.type !== 'memory.filled';

/** Reading, shortening a life and deleting take no memory. */
const needsMemory = ({ type }: Event): boolean => type === 'key.claimed' || type === 'key.saved';

const made = setup({
  types: {
    input: undefined as KeyStoreInput | null | undefined,
    context: {} as KeyStoreContext,
    events: {} as Event,
    emitted: {} as Effect,
  },
  guards: {
    takesEffect: ({ context, event }) => isCommand(event) && carryOut(context, event).ok,
    hasNoRoom: ({ context, event }) => context.isFull && needsMemory(event),
    isEmpty: ({ context }) => Object.keys(context.records).length === 0,
  },
  actions: {
    obey: enqueueActions(({ context, event, enqueue }) => {
      if (!isCommand(event)) return;
      const { contents, ok, found, expiry, count, claimed, token, number } = carryOut(
        context,
        event,
      );
      enqueue.emit({
        type: 'send',
        to: event.from,
        message: {
          ...{ type: 'key.answered', intent: event.intent, ok, found },
          ...(count === undefined ? {} : { count }),
          ...(claimed === undefined ? {} : { claimed }),
          ...(token === undefined ? {} : { token }),
          ...(number === undefined ? {} : { number }),
        } satisfies KeyAnswered,
      });
      if (contents.records === context.records) return;
      enqueue.assign(contents);
      if (expiry !== 'as-before') enqueue.cancel(timerOf(event.key));
      if (typeof expiry === 'number') {
        const expired: KeyExpired = { type: 'key.expired', key: event.key };
        enqueue.raise(expired, { id: timerOf(event.key), delay: expiry });
      }
    }),
    refuseForLackOfRoom: enqueueActions(({ event, enqueue }) => {
      if (!isCommand(event)) return;
      enqueue.emit({
        type: 'send',
        to: event.from,
        message: {
          ...{ type: 'key.answered', intent: event.intent, ok: false, found: null, error: 'OOM' },
        } satisfies KeyAnswered,
      });
    }),
    forget: assign(({ context, event }) =>
      event.type === 'key.expired' ? without(context, event.key) : {},
    ),
    makeRoom: enqueueActions(({ context, enqueue }) => {
      const { evicts = 'any-key' } = context.input;
      if (evicts === 'nothing') {
        enqueue.assign({ isFull: true });
        return;
      }
      const all = Object.entries(context.records);
      const kept = all.filter(
        ([, { expiresIn }]) => evicts === 'expiring-keys' && expiresIn === undefined,
      );
      enqueue.assign({ records: Object.fromEntries(kept) });
      for (const [key] of all)
        if (!kept.some(([name]) => name === key)) enqueue.cancel(timerOf(key));
    }),
    passOn: enqueueActions(({ context, event, enqueue }) => {
      const { input, records, numbers } = context;
      if (input.copiesTo === undefined) return;
      const offset = context.offset + 1;
      enqueue.assign({ offset });
      const intent = 'intent' in event ? event.intent : null;
      enqueue.emit({
        type: 'send',
        to: input.copiesTo,
        message: { type: 'keys.copied', intent, records, numbers, offset } satisfies KeysCopied,
      });
    }),
    takeOver: enqueueActions(({ event, enqueue }) => {
      if (event.type !== 'keys.restored') return;
      const { records, numbers, offset } = event;
      enqueue.assign({ records, numbers, offset });
      // How much of a life was left is not known in here, so it begins again.
      for (const [key, { expiresIn }] of Object.entries(records)) {
        if (expiresIn === undefined) continue;
        const expired: KeyExpired = { type: 'key.expired', key };
        enqueue.raise(expired, { id: timerOf(key), delay: expiresIn });
      }
    }),
  },
});

const context = ({
  input,
}: {
  readonly input: KeyStoreInput | null | undefined;
}): KeyStoreContext => ({
  ...EMPTY,
  ...{ input: input ?? {}, offset: 0, isFull: false },
});

/** What holds whatever it remembers, and what remembering comes from. */
const SERVING = {
  initial: 'empty',
  on: {
    'key.read': { actions: 'obey' },
    'key.claimed': [
      { guard: 'hasNoRoom', actions: 'refuseForLackOfRoom' },
      { guard: 'takesEffect', target: '.remembering', actions: ['obey', 'passOn'] },
      { actions: 'obey' },
    ],
    'key.saved': [
      { guard: 'hasNoRoom', actions: 'refuseForLackOfRoom' },
      { guard: 'takesEffect', target: '.remembering', actions: ['obey', 'passOn'] },
      { actions: 'obey' },
    ],
    'key.expirySet': [{ guard: 'takesEffect', actions: ['obey', 'passOn'] }, { actions: 'obey' }],
    'key.deleted': [{ guard: 'takesEffect', actions: ['obey', 'passOn'] }, { actions: 'obey' }],
    'key.expired': { actions: ['forget', 'passOn'] },
    'memory.filled': { actions: 'makeRoom' },
  },
  states: {
    empty: {},
    remembering: { always: { guard: 'isEmpty', target: 'empty' } },
  },
} as const;

/**
 * A store of values by key, such as Redis: each command is atomic, and nothing joins two of them. A key lives
 * for ever unless it was told for how long. If the process crashes, it comes back empty.
 */
export const keyStore = made.createMachine({ id: 'key-store', context, ...SERVING });

/**
 * The same store with somebody behind it that has a copy: it serves nobody before it was told what there is.
 * After a crash it stands for whatever clients are led to then: the replica that was promoted, or the same
 * server with what its disk had.
 */
export const copiedKeyStore = made.createMachine({
  id: 'copied-key-store',
  context,
  initial: 'starting',
  states: {
    starting: {
      on: {
        'keys.restored': { target: 'serving', actions: 'takeOver' },
      },
    },
    serving: SERVING,
  },
});
