import type { Section } from '@/simulations/concepts/reading';

const HANDLER = `async function charge(req, res) {
  const key = req.get('Idempotency-Key');
  const known = await db.keys.findOne({ key });
  if (known) return res.status(200).json(known.body);

  const receipt = await provider.charge(req.body.card, req.body.amount);
  await db.keys.insert({ key, hash: hashOf(req.body), body: receipt });
  res.status(201).json(receipt);
}`;

const ENDPOINT = `@app.post("/charges")
def charge(body: Charge, idempotency_key: str | None = Header(None)):
    key = idempotency_key or str(uuid4())
    if (stored := redis.get(key)) is not None:
        return json.loads(stored)
    receipt = provider.charge(body.card, body.amount)
    redis.setex(key, 86400, json.dumps(receipt))
    return receipt`;

const MIDDLEWARE = `async def once_only(request, handle):
    key = request.headers.get("Idempotency-Key")
    if key and request.method == "POST":
        if (stored := redis.get(key)) is not None:
            return Response(stored)
    response = await handle(request)
    if key and response.status_code < 400:
        redis.set(key, response.body, ex=86400)
    return response`;

const EXPRESS = `app.post('/pay', async (req, res) => {
  const name = 'pay:' + req.headers['idempotency-key'];
  const stored = await redis.get(name);
  if (stored) return res.json(JSON.parse(stored));
  const payment = await stripe.paymentIntents.create({ ...req.body, confirm: true });
  await redis.set(name, JSON.stringify(payment), { EX: 86400 });
  res.status(201).json(payment);
});`;

export const codeOfServers: readonly Section[] = [
  {
    id: 'handler',
    title: 'A charge handler',
    concepts: [81, 85, 189],
    blocks: [
      { kind: 'code', language: 'TypeScript', text: HANDLER },
      {
        kind: 'question',
        asks: 'At least six faults. Which two charge twice?',
        answer: [
          'Twice, 1: find and insert are two steps, with a charge between them. Two attempts at once both find nothing.',
          'Twice, 2: a crash, or a database that is down, between charge and insert. The retry finds nothing.',
          'The hash is written and never compared: another cart under the same key gets the old receipt.',
          'The key isn’t looked up together with the account: another customer’s key finds another customer’s receipt.',
          'The first answer is 201, the repeat’s is 200. And the provider gets no key, so nothing further down can mend any of this.',
        ],
        plays: [
          { scenario: 'check-then-act', text: 'Fault 1, played' },
          { scenario: 'crash-window', text: 'Fault 2, played with an order' },
        ],
      },
    ],
  },
  {
    id: 'endpoint',
    title: 'An endpoint with Redis',
    concepts: [95, 123, 190],
    blocks: [
      { kind: 'code', language: 'Python', text: ENDPOINT },
      {
        kind: 'question',
        asks: 'The header was forgotten. What does the third line do about it?',
        answer: [
          'It draws a key that nobody else will ever have. The request is processed, stored and never found again: it looks protected, and a retry is a second charge.',
          'The others: look and save are apart again; a receipt that json.dumps can’t write (a Decimal, a date) is found out after the charge, as an error that invites a retry; the request isn’t compared, the account isn’t part of the key, and the status isn’t stored.',
          'And Redis alone remembers. After a failover or a restart without persistence the day’s keys may be gone.',
        ],
        plays: [{ scenario: 'missing-key', text: 'Four ways to treat a missing key' }],
      },
    ],
  },
  {
    id: 'middleware',
    title: 'A middleware',
    concepts: [97, 109, 111, 191],
    blocks: [
      { kind: 'code', language: 'Python', text: MIDDLEWARE },
      {
        kind: 'question',
        asks: 'One place for every route. What does a repeat of a 201 with JSON and a Location header get?',
        answer: [
          'A 200, the bare bytes, no content type and no Location. In Starlette it may never get there: the response that a middleware is handed streams its body and has no `.body`, so after the handler has charged the client gets a 500, nothing is stored, and the retry charges again.',
          'The same key on two routes finds the other route’s answer. Whoever hasn’t logged in, but knows a key, gets an answer if this runs before the check of who is asking.',
          'Errors after the effect aren’t stored, so their retries repeat it. And the claim is missing, as always.',
          'The idea is good all the same: one careful implementation for all routes is better than ten. It has to claim before the handler, sit behind authentication, and store status, headers and body.',
        ],
        plays: [{ scenario: 'replay-fidelity', text: 'What the repeat is answered' }],
      },
    ],
  },
  {
    id: 'express',
    title: 'A server in Express',
    concepts: [94, 98, 194],
    blocks: [
      { kind: 'code', language: 'JavaScript', text: EXPRESS },
      {
        kind: 'question',
        asks: 'Two customers whose apps send no key pay within a day. What does the second one get?',
        answer: [
          'The first one’s payment: both are kept under `pay:undefined`. The second was never charged, and reads a stranger’s receipt.',
          'The other big one: Stripe is called without an `idempotencyKey`. Handed a key that follows from this request’s record, it would have caught the race and the crash.',
          'The body goes to Stripe as it comes, so whoever calls says what they pay.',
          'And if the call is refused, the promise rejects with nobody to catch it: in Express 4 the request hangs, and Node ends the process with whatever else it was doing.',
        ],
        plays: [
          {
            scenario: 'missing-key',
            settings: { missing: 'fold' },
            text: 'All requests without a key in one record',
          },
        ],
      },
    ],
  },
];
