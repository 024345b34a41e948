import type { Reading } from '@/simulations/concepts/reading';

export const testing: Reading = {
  slug: 'testing',
  title: 'Testing it',
  lead: 'Send it twice, say the lists. Nearly every faulty handler passes that test.',
  sections: [
    {
      id: 'twice-is-not-enough',
      title: 'One after the other proves little',
      concepts: [18, 62],
      blocks: [
        {
          kind: 'text',
          text: 'The obvious test sends a request, waits for the answer, sends the same again, and checks that one thing happened. It finds a handler that has no defence at all. It doesn’t find the two most common faults, because neither shows on a calm day.',
        },
        {
          kind: 'runs',
          caption: 'A handler that looks for the key, charges, and then saves',
          plays: [
            { scenario: 'check-then-act', script: '', text: 'A calm day' },
            {
              scenario: 'check-then-act',
              text: 'The provider is slow, and the client tries again',
            },
          ],
        },
        {
          kind: 'runs',
          caption: 'A handler that makes the order, and then records the key',
          plays: [
            { scenario: 'crash-window', script: '', text: 'A calm day' },
            {
              scenario: 'crash-window',
              script: 'lose.api-client.1',
              text: 'The reply is lost, and the client tries again',
            },
            { scenario: 'crash-window', text: 'A crash between the two' },
          ],
        },
        {
          kind: 'text',
          text: 'The second handler is safe against lost replies and was tested for that. What happens if this runs twice, *and it was interrupted the first time*?',
        },
      ],
    },
    {
      id: 'eight-tests',
      title: 'Eight tests, and what each finds',
      concepts: [62],
      blocks: [
        {
          kind: 'table',
          caption: 'Tests for an endpoint with a key',
          head: ['Do this', 'Must come out', 'Finds'],
          rows: [
            [
              'The same request again, afterwards',
              'one effect, the same answer',
              'no defence; a status that changes',
            ],
            [
              'The same request twice at once, two instances',
              'one effect; 409 or the same answer',
              'look, then act',
            ],
            [
              'Kill the process after each step, then retry',
              'one effect, and an answer in the end',
              'the crash window; a claim that nobody releases',
            ],
            [
              'Cut the connection after the work, then retry',
              'the original answer',
              'an answer that was never stored',
            ],
            ['The same key, another body', 'refused', 'no fingerprint'],
            ['The same key, another customer', 'two effects, two answers', 'no scope: a leak'],
            ['No key', '400, nothing done', 'keys made up, or folded into one'],
            [
              'The same key after the window',
              'what you promise for it, and you know what',
              'a window that is shorter than the retries',
            ],
          ],
        },
        {
          kind: 'text',
          text: 'Count effects where they happen: rows in the provider’s sandbox, mails in the fake mail server, messages in the queue. Two answers that are alike prove nothing about how often the card was charged.',
        },
        {
          kind: 'question',
          asks: 'All requests of your test run through one process, whose handler has no await between look-up and save. The test sends 50 at once and passes. What did it prove?',
          answer: [
            'That one process runs one such handler after the other. With a second instance, or with the first real await in between (the charge itself, say), look and save come apart. The test was right about a program that will not be the one in production.',
          ],
          plays: [
            {
              scenario: 'check-then-act',
              settings: { instances: '1' },
              text: 'One instance, and the charge is awaited: two charges',
            },
          ],
        },
      ],
    },
    {
      id: 'all-of-them',
      title: 'All schedules, not some',
      concepts: [61],
      blocks: [
        {
          kind: 'text',
          text: 'A fault that needs a lost reply, a slow provider and a retry at the wrong moment is seldom met by chance. Here it isn’t left to chance: every scenario searches all orders of all messages, losses and crashes within named bounds, and answers either with a way to the harm (to a duplicate or a wrong reply the shortest) or with “none within these bounds”, and it says so where not all could be searched. Each lesson’s claims are tested so.',
        },
        {
          kind: 'text',
          text: 'Bounds are part of the answer. “Safe with three retries” means four attempts, and says nothing about five. In your own code give retries a limit, a growing pause with some chance in it, and a deadline over all of them; then test just beyond the limit too.',
        },
        {
          kind: 'question',
          asks: 'A client is told to retry 3 times. How often does the server see the request at most, if a gateway in between is told the same?',
          answer: [
            'Four attempts by the client, and each of them four times through the gateway: 16. Whoever says “3 retries” should say how many attempts that is, and who else retries.',
          ],
          plays: [{ scenario: 'retry-storm', text: 'Every hop retries' }],
        },
        {
          kind: 'plays',
          plays: [
            {
              scenario: 'lost-response',
              settings: { key: 'per-intent' },
              text: 'Search all schedules of a purchase with a key',
            },
          ],
        },
      ],
    },
  ],
};
