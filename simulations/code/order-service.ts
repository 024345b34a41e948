import type { Scenario } from '@/lib/scenario/scenario';

type Code = ReturnType<Scenario['code']>;

export const recordAfter: Code = {
  process: 'api',
  remark: 'After the order’s row is in, and before the key’s is, a crash makes the server forget.',
  samples: [
    {
      language: 'TypeScript',
      text: `app.post('/orders', async (req, res) => {
  const key = req.get('Idempotency-Key');
  if (await db.keys.find(key))             //@ looking
    return res.status(201).send(await receipt(key));
  await db.orders.insert(key, req.body);   //@ ordering
  const body = await receipt(key);         //@ preparing
  // A crash up to here, and the order is made again.
  await db.keys.insert(key);               //@ recording
  res.status(201).send(body);              //@ reply
});`,
    },
    {
      language: 'SQL',
      text: `SELECT 1 FROM keys WHERE key = $1;         --@ looking

INSERT INTO orders (key, amount)           --@ ordering
VALUES ($1, $2);                           --@ ordering
-- Committed. A crash here, and nothing says so.  --@ preparing

INSERT INTO keys (key) VALUES ($1)         --@ recording
ON CONFLICT (key) DO NOTHING;              --@ recording`,
    },
  ],
};

export const sameTransaction: Code = {
  process: 'api',
  remark: 'Until COMMIT neither row exists for anybody else; after it both do.',
  samples: [
    {
      language: 'TypeScript',
      text: `app.post('/orders', async (req, res) => {
  const key = req.get('Idempotency-Key');
  let body;
  await db.transaction(async (tx) => {     //@ beginning
    if (!(await tx.keys.claim(key)))       //@ claiming
      return; // it was made before        //@ rollingBack
    await tx.orders.insert(key, req.body); //@ ordering
    body = await receipt(key, tx);         //@ preparing
  });                                      //@ committing
  body ??= await receipt(key);
  res.status(201).send(body);              //@ reply
});`,
    },
    {
      language: 'SQL',
      text: `BEGIN;                                     --@ beginning

INSERT INTO keys (key) VALUES ($1)         --@ claiming
ON CONFLICT (key) DO NOTHING;              --@ claiming
-- 0 rows: made before. ROLLBACK and answer.  --@ rollingBack

INSERT INTO orders (key, amount)           --@ ordering
VALUES ($1, $2);                           --@ ordering
-- (the answer is prepared)                --@ preparing

COMMIT;                                    --@ committing`,
    },
  ],
};
