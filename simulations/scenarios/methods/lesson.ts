import type { Scenario } from '@/lib/scenario/scenario';

/** Of an answer that gives what is there, and of one to HEAD. */
const READING_LOST = 'This was a read: it changed nothing, and what was read is lost on its way.';

export const captions: Scenario['captions'] = [
  { at: 'change A wanted', text: 'One request is wanted, and what it is for is wanted once.' },
  {
    at: 'change B wanted',
    text: 'Later, somebody else wants to give the user another name: a newer change.',
  },
  { at: 'lost: 200 ok: ', text: READING_LOST },
  { at: 'lost: 200 ok', settings: { method: 'HEAD' }, text: READING_LOST },
  {
    at: 'lost: 20',
    text: 'It was carried out, and the answer is lost. Its sender can’t know.',
  },
  {
    at: 'is held back',
    text: 'This message takes its time. When it arrives, it says what it says now.',
  },
  {
    at: 'the newer change is undone',
    settings: { method: 'DELETE' },
    text: 'What was written later is deleted by what was wanted earlier.',
  },
  {
    at: 'the newer change is undone',
    text: 'What was written later is overwritten by what was wanted earlier.',
  },
  {
    at: 'done again',
    text: 'The method promises nothing about copies. This one was carried out, too.',
  },
  {
    at: '412',
    text: 'The resource is no longer what this request was made for. It changes nothing.',
  },
  { at: 'gives up', text: 'It gives up. Whether its request was carried out it can’t know.' },
  {
    at: 'no answer in time',
    text: 'No answer has come in time. It can’t tell lost from late.',
  },
];

export const lesson: Scenario['lesson'] = {
  intro: [
    'HTTP promises for some methods that many identical requests are meant to do what one does: GET and HEAD, which only read, and PUT and DELETE, which say what is to be. POST promises nothing, and PATCH only as much as its content: “name is Alice” can be repeated, “100 points more” can’t. The promise is about the state; the second DELETE may well be answered 404.',
    'And it is about copies that come one after another. A PUT that was held back on its way and comes after somebody else’s newer one puts the old name back: idempotent, and wrong. If-Match makes it safe: the request names what it read, and the server changes nothing that is no longer so. Where there was nothing to read, If-None-Match: * demands that there still is nothing. Even the PATCH that adds is then carried out once at most, as long as what was read does not come back: after 100 points more and 100 less a late copy matches again. A version number never comes back.',
  ],
  costs:
    'One GET before the change, to have something to match; and a 412, after which somebody has to read again and decide.',
  limits:
    'A 412 for a copy does not say whether an earlier copy did it: the client can’t know unless it looks. And a method promises nothing about what a handler does besides: a mail sent on PUT is sent each time.',
  inPractice: {
    text: 'RFC 9110 says which methods are idempotent, that a client should not repeat others by itself, and that a server may answer a failed If-Match with success where the change appears to be made already.',
    source: 'https://www.rfc-editor.org/rfc/rfc9110.html#name-idempotent-methods',
  },
  next: [
    {
      slug: 'set-or-increment',
      why: 'The same distinction without HTTP, in one column of a table.',
    },
    { slug: 'silent-retriers', why: 'Who repeats requests by their method, and does not tell.' },
    { slug: 'lost-response', why: 'What makes a POST repeatable: a key.' },
  ],
};
