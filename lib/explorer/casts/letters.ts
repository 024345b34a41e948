/** For tests: letters, and what is done with them. */
import { emit, enqueueActions, setup } from 'xstate';

import type { Effect, Message, Received } from '@/lib/engine/model';
import { read, SLEEPER } from '@/lib/explorer/casts/sleepers';

export type Letter = Received<
  Message & {
    readonly type: 'letter.sent';
    /** Whom to tell in the end, if not the sender. */
    readonly for?: string;
  }
>;

export const firstWord: Message = { type: 'first.said', intent: 'A' };

export const letter = { type: 'letter.sent', intent: 'A' } as const;

/** What all of these can do. */
export const working = setup({
  types: { events: {} as Received<Message>, emitted: {} as Effect },
  actions: {
    ask: emit({ type: 'send', to: 'desk', message: letter }),
    read: emit({ type: 'record', fact: read }),
    readAndSaySo: emit({ type: 'record', fact: { ...read, says: 'done' } }),
    saySo: emit({ type: 'record', fact: { name: 'word.given', intent: 'A', says: 'done' } }),
    askArchive: emit({ type: 'send', to: 'archive', message: letter }),
    call: emit({
      ...{ type: 'send', to: SLEEPER, message: { type: 'wake.called', intent: 'A' } },
    }),
    answer: enqueueActions(({ event, enqueue }) => {
      enqueue.emit({ type: 'send', to: event.from, message: firstWord });
    }),
    sendNote: emit({
      ...{ type: 'send', to: SLEEPER, message: { type: 'note.sent', intent: 'A' } },
    }),
    wakeOther: emit({
      ...{ type: 'send', to: 'door.2', message: { type: 'wake.called', intent: 'A' } },
    }),
    whisper: emit({ type: 'send', to: 'door.2', message: firstWord }),
    passOn: emit({ type: 'send', to: 'door', message: letter }),
  },
});
