import { assign, emit, setup } from 'xstate';

import type { ActorId, Effect, ProcessId, Received } from '@/lib/engine/model';
import { EMPTY } from '@/simulations/actors/key-store/contents';
import type {
  ConnectionClosed,
  KeysCopied,
  KeysRestored,
  KeyStoreContents,
} from '@/simulations/messages';

export interface KeyCopyInput {
  /** The process whose copy this is, and its actor. */
  readonly store: ProcessId;
  readonly actor: ActorId;
}

interface KeyCopyContext extends KeyStoreContents {
  readonly input: KeyCopyInput;
  readonly offset: number;
}

/**
 * Where a key store’s writes are kept beside itself: a replica, or a disk. What comes is taken in the order of
 * writing. When the store dies, what has come by then is all there is to go on with: a write on its way is
 * lost, though it was acknowledged (Redis: asynchronous replication; appendfsync everysec).
 */
export const keyCopy = setup({
  types: {
    input: {} as KeyCopyInput,
    context: {} as KeyCopyContext,
    events: {} as Received<KeysCopied> | ConnectionClosed,
    emitted: {} as Effect,
  },
  guards: {
    isNewer: ({ context, event }) =>
      event.type === 'keys.copied' &&
      event.from === context.input.actor &&
      event.offset > context.offset,
    storeDied: ({ context, event }) =>
      event.type === 'connection.closed' && event.peers.includes(context.input.actor),
  },
  actions: {
    keep: assign(({ event }) => {
      if (event.type !== 'keys.copied') return {};
      const { records, numbers, offset } = event;
      return { records, numbers, offset };
    }),
    restore: emit(({ context: { input, records, numbers, offset } }) => ({
      type: 'send',
      to: input.store,
      message: {
        ...{ type: 'keys.restored', intent: null, records, numbers, offset },
      } satisfies KeysRestored,
    })),
  },
}).createMachine({
  id: 'key-copy',
  context: ({ input }) => ({ ...EMPTY, input, offset: 0 }),
  entry: 'restore',
  initial: 'following',
  states: {
    following: {
      on: {
        'keys.copied': { guard: 'isNewer', actions: 'keep' },
        'connection.closed': { guard: 'storeDied', actions: 'restore' },
      },
    },
  },
});
