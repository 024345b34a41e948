import type { Reading } from '@/simulations/concepts/reading';

export const questions: Reading = {
  slug: 'questions',
  title: 'Questions',
  lead: 'For yourself, for an interview, for a workshop. Say your answer aloud before you open the one below.',
  sections: [
    {
      id: 'meaning',
      title: 'What it means',
      concepts: [17, 18, 19, 23, 77, 84],
      blocks: [
        {
          kind: 'question',
          asks: 'What is idempotency, and why does it matter in distributed systems?',
          answer: [
            'An operation is idempotent if asking for it again has no more effect. It matters because a client that hears nothing can’t know whether its request was lost or its answer, so it must ask again; and because queues, proxies and libraries ask again by themselves. Without it, a lost reply becomes a second charge.',
            'A good answer adds where the promise ends: it is about effects and not about answers, it needs a memory that outlives a crash, and that memory ends at some time.',
          ],
          plays: [{ scenario: 'lost-response', text: 'The classic, played' }],
        },
        {
          kind: 'question',
          asks: '“Did I already process this exact request?” What must a server have, to answer that?',
          answer: [
            'Something to recognise the request by, given by whoever knows the wish. A memory that all instances share, written together with the effect. And a third answer besides yes and no: “I am at it”.',
          ],
        },
        {
          kind: 'question',
          asks: 'What happens if this request executes twice? Try it on: reading a profile, signing up for a newsletter, booking a seat, adding to a basket.',
          answer: [
            'Reading: nothing. Signing up: nothing, if the address is unique; two welcome mails, if the mail isn’t tied to the row. A seat: with the seat’s number, the second is refused, by your own first; without, two seats. A basket: two of it, and the customer may or may not notice.',
          ],
        },
        {
          kind: 'question',
          asks: '“Same request, same result: the key guarantees it.” True?',
          answer: [
            'Only with an atomic claim, a record that survives a crash, and a retry within the window. Two attempts at once, a crash after the work, or a day’s delay each make it false.',
          ],
          plays: [{ scenario: 'check-then-act', text: 'Made false by two at once' }],
        },
        {
          kind: 'question',
          asks: 'A team changes profiles by POST /updateProfile. What do they give up, and would PATCH bring it back?',
          answer: [
            'No proxy may repeat a POST by itself, and no client should that doesn’t know it to be harmless, so every lost reply is the user’s problem. PUT with the whole profile says that a repeat is fine. PATCH doesn’t: by definition it isn’t idempotent, whatever this particular one does.',
          ],
        },
      ],
    },
    {
      id: 'keys',
      title: 'Keys and windows',
      concepts: [93, 114, 115, 126, 127, 156],
      blocks: [
        {
          kind: 'question',
          asks: 'A payment timed out. Should the next attempt have a new key, since it is a new attempt?',
          answer: [
            'No. The first may have gone through, and a new key would pay again. The key names the payment and not the attempt. A new one is right after a definite refusal, when the customer chooses another card.',
          ],
          plays: [{ scenario: 'who-makes-the-key', text: 'A key for each attempt' }],
        },
        {
          kind: 'question',
          asks: 'Two requests with the same key arrive at the same time. What do you do?',
          answer: [
            'Let one insert, conditional write or SET NX decide. The winner works; the loser reads the record and answers 409 with a time to come back, or waits for a bounded time and gives the stored answer. If the winner dies, its lease ends and another may take over.',
          ],
          plays: [
            {
              scenario: 'check-then-act',
              settings: { claim: 'atomic', inFlight: 'wait' },
              text: 'One claims, the other waits',
            },
          ],
        },
        {
          kind: 'question',
          asks: 'The provider answered 504. Do you store that under the key?',
          answer: [
            'Not as the final answer, and don’t forget the attempt either: the charge may have been made. Keep it as unknown, ask the provider again with the same key for it, and store what comes out. An error from before any work (a bad amount, say) may be dropped.',
          ],
          plays: [{ scenario: 'stored-errors', text: 'Three policies' }],
        },
        {
          kind: 'question',
          asks: 'How long do you keep keys, and what does that cost at 100 requests a second?',
          answer: [
            'Longer than the latest retry of anybody who may retry, from when the work was done. At 2 kB a record, 24 hours are 100 × 86,400 × 2 kB, about 17 GB; 72 hours are 52 GB. Besides room it costs a look-up for each request, and something that drops what is old: in a database, an index on the end and a job. Never dropping anything is a decision too, and is made most often by forgetting.',
            'For orders there is a cheaper way: the order’s own row has a unique key and is kept anyway.',
          ],
          plays: [{ scenario: 'expired-window', text: 'A retry after the window' }],
        },
      ],
    },
    {
      id: 'systems',
      title: 'Databases and systems',
      concepts: [99, 144, 148, 176, 177],
      blocks: [
        {
          kind: 'question',
          asks: '“A unique constraint is the most reliable mechanism.” When is it not enough?',
          answer: [
            'When the effect is elsewhere. A card that was charged before the insert stays charged when the insert is refused. When the key may be NULL: to most databases no two NULLs are alike. And when the loser doesn’t look: ON CONFLICT DO NOTHING says “0 rows” and nothing else.',
          ],
          plays: [
            {
              scenario: 'unique-constraint',
              settings: { constraint: 'on', onConflict: 'ignore' },
              text: 'The database refuses, the mail goes out',
            },
          ],
        },
        {
          kind: 'table',
          caption: 'Transactions and idempotency',
          head: ['', 'Transaction', 'Idempotency'],
          rows: [
            ['Scope', 'several writes of one attempt', 'several attempts at one wish'],
            ['Goal', 'all or nothing', 'once or often, the same'],
            ['Prevents', 'half-written states', 'duplicates'],
            ['Across systems', 'seldom, and dearly', 'yes: hand the key on'],
          ],
        },
        {
          kind: 'question',
          asks: 'S3’s PutObject is “naturally idempotent”. Is it?',
          answer: [
            'The same name and bytes leave the same current object. With versioning on, each put adds a version; each may send another event; and a late put overwrites a newer one. `If-None-Match: *` makes it create-only: then a retry after a lost 200 gets 412, and must look whether the object is its own.',
          ],
        },
        {
          kind: 'question',
          asks: 'A DynamoDB write has the condition that the item doesn’t exist. Its answer is lost, and it is sent again. What does the client see?',
          answer: [
            'A ConditionalCheckFailedException: an error for something that worked. The condition prevents a second write and replays nothing. Ask for the old item with the failure (`ReturnValuesOnConditionCheckFailure`) and see whether it is yours. Whatever was done before the write is done again.',
          ],
        },
        {
          kind: 'question',
          asks: 'Twilio sends an idempotency token with its webhooks. Who has to do something with it?',
          answer: [
            'You. There you are the server: `I-Twilio-Idempotency-Token` tells you that two calls are one, and it is your handler that must remember.',
          ],
        },
      ],
    },
    {
      id: 'build',
      title: 'Build it',
      concepts: [188],
      blocks: [
        {
          kind: 'question',
          asks: 'How would you implement idempotency in a payment service?',
          answer: [
            '1. Check who is asking, and the key’s form; without a key, 400.',
            '2. In a short transaction insert account, operation, key, fingerprint, “running” and a lease. On conflict read the row: another fingerprint, 422; done, the stored answer; running, 409; lease over, take over with a higher fence.',
            '3. Call the provider with a key derived from the row’s id, so that every retry of this step sends the same.',
            '4. In one transaction write the payment, the messages to be sent, the answer and “done”, provided that the fence is still yours.',
            '5. A refusal before any effect releases the key or is stored, by policy. An unknown outcome stays “running” for a job that asks the provider again.',
            '6. Drop what is done and older than the window. Never drop what is running.',
          ],
          plays: [
            {
              scenario: 'external-charge',
              settings: { downstreamKey: 'on' },
              text: 'The charge, with a key and a lease',
            },
            {
              scenario: 'stuck-in-progress',
              settings: { lease: 'on', fence: 'on' },
              text: 'Lease, fence and record',
            },
          ],
        },
      ],
    },
  ],
};
