import type { Scenario } from '@/lib/scenario/scenario';

type Code = ReturnType<Scenario['code']>;

export const storeLossCode = (store: 'redis' | 'redis-and-constraint' | 'database'): Code =>
  store === 'database' ? inDatabase : inRedis(store === 'redis-and-constraint');

/** A plain SET takes a key's expiry away (Redis, SET). */
const KEPT = `-- In Redis. Without EX it has no end of its own;
-- EX 86400 would give it a day:
SET key-A done                             --@ saving`;

/** Claim in Redis, write the order, save in Redis: with or without a unique key on the orders. */
const inRedis = (constraint: boolean): Code => ({
  process: 'api',
  remark: constraint
    ? 'The claim may succeed twice. The second order is refused by the orders themselves.'
    : 'If the claim succeeds twice, nothing further down asks again.',
  samples: [
    {
      language: 'TypeScript',
      text: `app.post('/orders', async (req, res) => {
  const key = req.get('Idempotency-Key');
  const claim = await redis.claim(key, {   //@ claiming
    expiresInMs: 800,                      //@ claiming
  });                                      //@ claiming
  if (claim.isDone) return res.sendStatus(201); //@ reply/claiming/201
  if (!claim.isOurs) return res.sendStatus(409); //@ reply/claiming/409
${
  constraint
    ? `  // Made before? Then this writes nothing.
  await db.orders.insertIfNew(             //@ ordering
    key, req.body);                        //@ ordering`
    : `  await db.orders.insert(key, req.body);   //@ ordering`
}
  await redis.setDone(key);                //@ saving
  res.sendStatus(201);                     //@ reply/saving
});`,
    },
    {
      language: 'SQL',
      text: `-- In Redis (7.0 or later):
SET key-A running NX GET PX 800            --@ claiming

${constraint ? '-- UNIQUE (key) is on the table.\n' : ''}INSERT INTO orders (key, amount)           --@ ordering
VALUES ($1, 100)${constraint ? '                           --@ ordering\nON CONFLICT (key) DO NOTHING;              --@ ordering' : ';                          --@ ordering'}

${KEPT}`,
    },
  ],
});

/** Ask Redis for speed and the database for truth. */
const inDatabase: Code = {
  process: 'api',
  remark: 'Redis is asked first and believed only when it says “done”.',
  samples: [
    {
      language: 'TypeScript',
      text: `app.post('/orders', async (req, res) => {
  const key = req.get('Idempotency-Key');
  if (await redis.isDone(key))             //@ looking
    return res.sendStatus(201);            //@ reply/looking
  await db.transaction(async (tx) => {     //@ beginning
    if (!(await tx.keys.claim(key)))       //@ claiming
      return; // nothing to write          //@ rollingBack
    await tx.orders.insert(key, req.body); //@ ordering
  });                                      //@ committing
  await redis.setDone(key);                //@ saving
  res.sendStatus(201);                     //@ reply/saving
});`,
    },
    {
      language: 'SQL',
      text: `-- In Redis:
GET key-A                                  --@ looking

BEGIN;                                     --@ beginning
INSERT INTO keys (key) VALUES ($1)         --@ claiming
ON CONFLICT (key) DO NOTHING;              --@ claiming
-- 0 rows: made before. ROLLBACK           --@ rollingBack
INSERT INTO orders (key, amount)           --@ ordering
VALUES ($1, 100);                          --@ ordering
COMMIT;                                    --@ committing

${KEPT}`,
    },
  ],
};
