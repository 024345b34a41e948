import type { Reading } from '@/simulations/concepts/reading';

export const seenIsNotDone: Reading = {
  slug: 'seen-is-not-done',
  title: 'Duplicate detection is not idempotency',
  lead: 'To notice that something comes again is easy. To be right about what became of it is the work.',
  sections: [
    {
      id: 'two-questions',
      title: 'Two questions',
      concepts: [13, 14],
      blocks: [
        {
          kind: 'table',
          caption: 'Duplicate detection and idempotency',
          head: ['', 'Duplicate detection', 'Idempotency'],
          rows: [
            ['Asks', 'Have I seen this before?', 'What if this happens once more?'],
            [
              'Promises',
              'to notice a repeat',
              'that a repeat changes nothing, and is answered truly',
            ],
            [
              'Needs',
              'an identity, and a memory of identities',
              'the effect and the memory to agree',
            ],
            [
              'Fails by',
              'forgetting, or by taking two wishes for one',
              'a gap between effect and memory',
            ],
            ['Without it', 'Setting a value needs none', 'Every detector is just a guess'],
          ],
        },
        {
          kind: 'text',
          text: 'Detection is one of several means. A light that is switched on twice is on, and nobody had to notice. The other way round, a detector by itself promises little: what matters is *when* it notes what it saw.',
        },
      ],
    },
    {
      id: 'when-to-note',
      title: 'The note, and the work',
      concepts: [166, 167],
      blocks: [
        {
          kind: 'list',
          items: [
            '*Note first, work then.* The process dies in between. The repeat is noticed and skipped, and the work was never done: lost.',
            '*Work first, note then.* The process dies in between. The repeat isn’t noticed, and the work is done again: duplicate.',
            '*Both in one transaction.* There is no between.',
          ],
        },
        {
          kind: 'runs',
          caption: 'An order, its record, and a crash after the order',
          plays: [
            {
              scenario: 'crash-window',
              settings: { record: 'after' },
              text: 'The record in a transaction of its own',
            },
            {
              scenario: 'crash-window',
              settings: { record: 'same-transaction' },
              text: 'Order and record in one transaction',
            },
          ],
        },
        {
          kind: 'plays',
          plays: [{ scenario: 'mark-first', text: 'Mark first, or work first? Four ways' }],
        },
        {
          kind: 'question',
          asks: 'A consumer stores each message’s id with SET NX and then works. A colleague says: “Duplicates are impossible.” Is that right?',
          answer: [
            'As long as Redis forgets nothing, yes: no message is worked on twice. But a message whose consumer died right after SET NX is never worked on at all. The duplicate was traded for a loss, which is harder to notice.',
          ],
        },
      ],
    },
    {
      id: 'three-answers',
      title: 'Yes, no, and “I am at it”',
      concepts: [17, 209],
      blocks: [
        {
          kind: 'text',
          text: '“Did I already process this exact request?” sounds like a question with two answers. The drawings with two arrows out of one diamond come from that. The third answer is that an earlier attempt is still running, and whoever has no branch for it takes “not finished” for “not there”.',
        },
        {
          kind: 'table',
          caption: 'What to do with a key',
          head: ['The record says', 'Then'],
          rows: [
            ['nothing', 'claim it, in one step, and go on only if the claim was won'],
            ['running or done, another request', 'refuse: 422 by the draft'],
            [
              'running, not for long',
              'answer 409 with a time to come back, or wait for a bounded time',
            ],
            [
              'running, for too long',
              'take it over, and make sure that the old one can’t finish as well',
            ],
            ['done', 'the stored answer: status, headers, body'],
          ],
        },
        {
          kind: 'plays',
          plays: [
            { scenario: 'check-then-act', text: 'Two answers: a duplicate' },
            {
              scenario: 'check-then-act',
              settings: { claim: 'atomic' },
              text: 'Three answers: none',
            },
          ],
        },
      ],
    },
  ],
};
