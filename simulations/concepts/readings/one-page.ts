import type { Reading } from '@/simulations/concepts/reading';

export const onePage: Reading = {
  slug: 'one-page',
  title: 'On one page',
  lead: 'Patterns, terms and rules, to print and to pin to the wall.',
  sections: [
    {
      id: 'takeaways',
      title: 'In short',
      concepts: [184],
      blocks: [
        {
          kind: 'table',
          caption: 'Idempotency in short',
          head: ['', ''],
          rows: [
            ['What it is', 'asking once more changes nothing more'],
            ['What for', 'so that whoever hears nothing may ask again'],
            ['How', 'by nature, by a condition, by a constraint, or by a key'],
            ['Where', 'wherever a repeat does harm: money, orders, stock, mail, events'],
            ['What is hard', 'two at once, a crash in between, a retry that comes too late'],
            [
              'Where to remember',
              'in the database, in the transaction of the effect; a cache only beside it',
            ],
            ['Goes with', 'retries with a limit, timeouts, transactions, deduplication'],
          ],
        },
      ],
    },
    {
      id: 'patterns',
      title: 'Five patterns, and a lock',
      concepts: [181, 182, 183],
      blocks: [
        {
          kind: 'table',
          caption: 'Which pattern when',
          head: ['Pattern', 'Use it when', 'It needs', 'It doesn’t help against'],
          rows: [
            [
              'By nature: set, delete',
              'the whole new state is known',
              'a version, if changes may come late',
              'mails and other effects of the handler',
            ],
            [
              'Conditional update',
              'there is a state to move on from',
              'a look at how many rows changed',
              'work done before the update',
            ],
            [
              'Unique constraint',
              'the wish has a name and makes a row',
              'a key that isn’t NULL, and a handler for the loser',
              'effects outside that database',
            ],
            [
              'Idempotency key',
              'the caller can name the wish, and wants the answer again',
              'an atomic claim, a fingerprint, a scope, a window',
              'a retry after the window',
            ],
            [
              'Deduplicating messages',
              'messages come at least once',
              'an id from the source, noted with the work',
              'an id that is new for each send',
            ],
            [
              'Lock',
              'two must not work at once',
              'a lease, and a fence checked by the resource',
              'a repeat after it is released',
            ],
          ],
        },
        {
          kind: 'text',
          text: 'To build it there are three ways, from the simplest on: change the operation until it may be repeated, let the database refuse the second, or let the caller name the wish. Often two together: a key for the answer, a constraint for the truth.',
        },
      ],
    },
    {
      id: 'rules',
      title: 'Rules',
      concepts: [185],
      blocks: [
        {
          kind: 'list',
          items: [
            'Require a key where something is created or charged; without one, 400.',
            'The client makes it, before the first attempt, and keeps it until there is a definite answer.',
            'Look up account, operation and key together; compare the request.',
            'Claim first, in one step, in a store that all instances share.',
            'Write effect, record and answer in one transaction; give the next system a key of its own.',
            'Answer a repeat as the first was answered: status, headers, body.',
            'Remember for longer than the latest retry, from when the work was done.',
            'Set rather than add, and do not trust a lock to remember.',
            'Retry in one place, with a limit, a pause that grows and varies, and a deadline.',
            'Test with two at once, with crashes, with other bodies and other customers.',
          ],
        },
      ],
    },
  ],
};
