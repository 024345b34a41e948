import type { Chapter } from '@/simulations/concepts/concept';

export const http: Chapter = {
  id: 'http',
  title: 'HTTP methods',
  concepts: [
    {
      number: 63,
      title: 'HTTP says what is idempotent',
      text: 'RFC 9110 calls a method idempotent if the intended effect on the server of many equal requests is that of one: PUT, DELETE and the safe methods.',
      kind: 'idea',
    },
    {
      number: 64,
      title: 'GET',
      text: 'Safe, and so idempotent: it asks for nothing to be changed. A handler that changes something on GET breaks a promise that proxies and browsers rely on.',
      kind: 'example',
    },
    {
      number: 65,
      title: 'PUT',
      text: 'Idempotent: it sets the whole of a resource. A mail that its handler sends is sent again all the same, and a late copy overwrites what is newer.',
      kind: 'example',
    },
    {
      number: 66,
      title: 'DELETE',
      text: 'Idempotent: gone is gone. A late copy may delete what was since created under the same address.',
      kind: 'example',
    },
    {
      number: 67,
      title: 'HEAD',
      text: 'Safe and idempotent, as are OPTIONS and TRACE: GET without the body.',
      kind: 'example',
    },
    {
      number: 68,
      title: 'POST',
      text: 'Not idempotent by definition. A particular POST can be made so, and an idempotency key is how.',
      kind: 'example',
    },
    {
      number: 69,
      title: 'PATCH',
      text: 'Not idempotent by definition. “Add 10” never is; “set to 110” can be, but a client can’t tell from the method.',
      kind: 'example',
    },
    {
      number: 70,
      title: 'POST and relative changes need a defence',
      text: 'What creates or adds must be made repeatable on purpose: by a key, a constraint or a condition.',
      kind: 'practice',
    },
    {
      number: 71,
      title: 'Safe is more than idempotent',
      text: 'A safe method asks for no change at all; an idempotent one for no more change. Every safe method is idempotent, and DELETE shows that the reverse isn’t true.',
      kind: 'idea',
    },
    {
      number: 72,
      title: 'PUT, a hundred times',
      text: 'PUT /user/1 with the same name, a hundred times over, leaves the same user. Versions, logs and mails are another matter.',
      kind: 'example',
    },
    {
      number: 73,
      title: 'POST /orders, three times',
      text: 'Orders 101, 102 and 103: each POST creates.',
      kind: 'example',
    },
    {
      number: 74,
      title: 'DELETE, twice',
      text: 'The second may be answered 404. The state is the same, so DELETE is idempotent, and a client that retried should take 404 for success.',
      kind: 'idea',
    },
    {
      number: 75,
      title: 'PUT for updates',
      text: 'Send the whole new state where you can, and a version with it (If-Match), so that neither a repeat nor a late copy does harm.',
      kind: 'practice',
    },
    {
      number: 76,
      title: 'POST with care',
      text: 'Use it where the server names what is made, and let a key name the wish.',
      kind: 'practice',
    },
    {
      number: 77,
      title: 'POST for updates takes the retry away',
      text: 'Who changes things by POST tells every client and proxy that a repeat isn’t safe. PUT says that it is; PATCH, against a common belief, doesn’t.',
      kind: 'practice',
    },
  ],
};
