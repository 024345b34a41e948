/**
 * The states of a handler that writes a message’s id in the transaction of its work, and rolls back if it stands
 * there already. `done` names what it does when either is through.
 */
export const inboxStates = <Done extends string>(done: Done) =>
  ({
    beginning: { entry: 'begin', on: { 'statement.answered': 'registering' } },
    registering: {
      entry: 'insertInbox',
      on: {
        'statement.answered': [{ guard: 'isFirst', target: 'shipping' }, { target: 'rollingBack' }],
      },
    },
    shipping: { entry: 'insertShipment', on: { 'statement.answered': 'committing' } },
    committing: {
      entry: 'commit',
      on: { 'statement.answered': { target: 'idle', actions: done } },
    },
    rollingBack: {
      entry: 'rollBack',
      on: { 'statement.answered': { target: 'idle', actions: done } },
    },
  }) as const;
