import type { Reading } from '@/simulations/concepts/reading';

export const idempotent: Reading = {
  slug: 'idempotent',
  title: 'What idempotent means',
  lead: 'Asking once more changes nothing more. The sentence is short; what it leaves open is where the trouble starts.',
  sections: [
    {
      id: 'definition',
      title: 'Once or often, the same effect',
      concepts: [1, 3, 5],
      blocks: [
        {
          kind: 'text',
          text: 'An operation is *idempotent* if asking for it many times has the same intended effect as asking for it once. Three words in that sentence carry weight.',
        },
        {
          kind: 'list',
          items: [
            '*Asking.* A request is not the work. Ten requests may be one wish, and the wish is what counts.',
            '*Intended.* The server may log each request, count it, and keep it in a history. Nobody asked for that effect, so nobody minds that it repeats.',
            '*Effect.* Not the answer. The second DELETE may say “not found”, and DELETE is idempotent all the same.',
          ],
        },
        {
          kind: 'text',
          text: 'Some definitions begin with “after the first success”. That helps little: the retry that matters is sent by somebody who doesn’t know whether there was a first success. To a server that takes its promise seriously, a repeat is a request that is already registered, whatever stage it has reached.',
        },
        {
          kind: 'source',
          text: 'RFC 9110, 9.2.2 Idempotent Methods',
          address: 'https://www.rfc-editor.org/rfc/rfc9110.html#name-idempotent-methods',
        },
      ],
    },
    {
      id: 'twice',
      title: 'Apply it twice',
      concepts: [2],
      blocks: [
        {
          kind: 'text',
          text: 'Mathematics has had the word since 1870: a function is idempotent if `f(f(x)) = f(x)` for every x. Applied to its own result, it changes nothing.',
        },
        {
          kind: 'question',
          asks: 'Which of these are idempotent: absolute value, add 1, round down, sort a list, turn a list round?',
          answer: [
            'Absolute value, round down and sort: what they have done is done. Add 1 goes on adding, and a list that is turned round twice is what it was.',
            'A switch that toggles is like the list: two presses undo each other. That is why a remote control with one button for on and off is a poor thing to retry.',
          ],
        },
        {
          kind: 'text',
          text: 'The formula is a good test for what an operation does to a state. It is silent about everything else that happens between machines: two calls at once, an answer that never came, another change in between.',
        },
      ],
    },
    {
      id: 'every-day',
      title: 'From every day',
      concepts: [4, 6, 7, 8, 9, 10, 11],
      blocks: [
        {
          kind: 'text',
          text: 'The button of a lift is the best example there is. Whoever presses it ten times gets one lift: the button sets a wish, it doesn’t add one. The last column is the one that most tables leave out.',
        },
        {
          kind: 'table',
          caption: 'Operations, repeated at once and repeated late',
          head: [
            'Operation',
            'Asked again',
            'Idempotent?',
            'Asked again late, after somebody else’s change',
          ],
          rows: [
            ['Press for the lift', 'one lift', 'yes', 'the lift comes once more, for nobody'],
            ['Light on', 'still on', 'yes', 'on again, though somebody has switched it off'],
            ['Light off', 'still off', 'yes', 'somebody sits in the dark'],
            ['Set the name to John', 'still John', 'yes', 'the newer name is gone'],
            ['Delete a file', 'still gone', 'yes, usually', 'a new file of that name is gone'],
            ['Add 100', '200', 'no', '100 too much, whatever came between'],
            ['Increment a counter', '2', 'no', 'one too many, whatever came between'],
          ],
        },
        {
          kind: 'text',
          text: 'So “idempotent” is no seal of quality. It says that a repeat is harmless while nothing else happens. Against a copy that comes late, an operation needs something more: a version, a condition, or a name that is never used again.',
        },
        {
          kind: 'plays',
          plays: [
            {
              scenario: 'set-or-increment',
              text: 'Set and increment, once, twice, ten times',
            },
            {
              scenario: 'methods',
              settings: { method: 'PUT' },
              script: 'delay.api-client.1~delay.client-api.3',
              text: 'A PUT that comes late',
            },
          ],
        },
      ],
    },
    {
      id: 'memory',
      title: 'What it takes',
      concepts: [12, 15, 16],
      blocks: [
        {
          kind: 'text',
          text: 'Where an operation isn’t idempotent by nature, something has to remember. Take a card charge: nothing in “charge 100” tells the second request from a second purchase. So the client gives the wish a name, and the server keeps what it has done under that name.',
        },
        {
          kind: 'drawing',
          scenario: 'lost-response',
          caption: 'Without a memory: the reply is lost, and the retry is a second purchase.',
        },
        {
          kind: 'text',
          text: 'Is that still stateless? Yes. Stateless means that each request carries all that is needed to understand it, so that any instance may serve it. It doesn’t mean that a server stores nothing: orders are stored, and so may be the fact that one was made.',
        },
        {
          kind: 'text',
          text: 'What is gained is large. A network that loses messages and machines that crash become a system that keeps its word: whoever hears nothing asks again, until there is an answer.',
        },
        {
          kind: 'plays',
          plays: [
            { scenario: 'lost-response', text: 'Play it without a key' },
            {
              scenario: 'lost-response',
              settings: { key: 'per-intent' },
              text: 'And with one',
            },
          ],
        },
      ],
    },
  ],
};
