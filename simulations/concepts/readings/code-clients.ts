import type { Section } from '@/simulations/concepts/reading';

const CLIENT = `const key = crypto.randomUUID();

async function pay(amount, retries = 3) {
  try {
    const response = await fetch('/charges', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
      body: JSON.stringify({ amount }),
    });
    return response.json();
  } catch {
    if (retries > 0) return pay(amount, retries - 1);
    throw new Error('not paid');
  }
}`;

const EXISTS = `def handle(key, request):
    if redis.exists(key):
        return redis.get(key)
    answer = process(request)
    redis.setex(key, 86400, answer)
    return answer`;

const DRAWING = `client -> server: POST /charges
server -> server: generate key
server -> store:  is it there?
          yes:    return the stored answer
          no:     execute, store, return`;

export const codeOfClients: readonly Section[] = [
  {
    id: 'client',
    title: 'A client with fetch',
    concepts: [60, 61, 193],
    blocks: [
      { kind: 'code', language: 'JavaScript', text: CLIENT },
      {
        kind: 'question',
        asks: 'The same page sells two things, one after the other. What does the customer get for the second?',
        answer: [
          'The receipt of the first: the key is made once for the page, and every purchase on it sends the same one. After a reload, on the other hand, a retry of the first has a new key. A key belongs to the purchase, and is kept where a reload finds it.',
          'fetch rejects only where no answer came, or none that this page may read (the browser’s rule for other hosts, CORS). A 500 or a 409 is an answer, and its body is returned as if it were a receipt.',
          'Without await, `return response.json()` leaves the try before the body is read: a body that is cut off half-way, which is the lost reply itself, isn’t retried.',
          'There is no pause, so four attempts are over within milliseconds; and no time limit, so a connection that hangs is never retried.',
          '“not paid” isn’t known. What is known is that nobody knows.',
        ],
        plays: [
          {
            scenario: 'who-makes-the-key',
            settings: { key: 'per-page', purchases: '2' },
            text: 'One key for a page, two purchases',
          },
        ],
      },
    ],
  },
  {
    id: 'exists',
    title: 'EXISTS, then SETEX',
    concepts: [154, 195],
    blocks: [
      { kind: 'code', language: 'Python', text: EXISTS },
      {
        kind: 'question',
        asks: 'Between the second and the third line the key runs out. What is returned?',
        answer: [
          'Nothing at all, as if it were the answer. Whatever is asked in two commands can change in between; one GET tells both whether and what.',
          'Between the second and the fifth line lies the whole of the work, for a second attempt to slip into. `SET key running NX PX …` first: one command, one winner, and an end.',
          'And if `process` answers with a dict, redis-py refuses to store it: a DataError, after the payment.',
        ],
        plays: [
          { scenario: 'check-then-act', text: 'Look, then save' },
          {
            scenario: 'check-then-act',
            settings: { claim: 'atomic' },
            text: 'Claim in one command',
          },
        ],
      },
    ],
  },
  {
    id: 'drawing',
    title: 'A drawing',
    concepts: [82, 84, 86],
    blocks: [
      { kind: 'code', language: 'A flow as it is often drawn', text: DRAWING },
      {
        kind: 'question',
        asks: 'When does the “yes” branch run?',
        answer: [
          'Never. The server makes the key, so no two requests have the same one. Everything after that box is dead code that looks like a safety net.',
          'Let the client make it, and the branch works on calm days. It still has no way for “there, but not finished”, and the sentence that usually stands below it, *same request, same result*, isn’t true until it has.',
        ],
        plays: [
          {
            scenario: 'who-makes-the-key',
            settings: { key: 'server-made' },
            text: 'A key that the server makes',
          },
        ],
      },
    ],
  },
];
