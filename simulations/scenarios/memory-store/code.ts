import type { Scenario } from '@/lib/scenario/scenario';
import { sameTransaction } from '@/simulations/code/order-service';

type Code = ReturnType<Scenario['code']>;

export const memoryStoreCode = (store: 'memory' | 'shared'): Code =>
  store === 'shared' ? sameTransaction : inMemory;

/** A map in the process: claimed at once, and gone with it. */
const inMemory: Code = {
  process: 'api',
  remark:
    'The first line is all there is to the store: every process has its own, and it starts empty.',
  samples: [
    {
      language: 'TypeScript',
      text: `const keys = new Map();

app.post('/orders', async (req, res) => {
  const key = req.get('Idempotency-Key');
  const seen = keys.get(key);              //@ claiming
  if (seen === 'done') return res.sendStatus(201);
  if (seen) return res.sendStatus(409);
  keys.set(key, 'running');                //@ claiming
  await db.orders.insert(key, req.body);   //@ ordering
  keys.set(key, 'done');                   //@ saving
  res.sendStatus(201);                     //@ reply
});`,
    },
    {
      language: 'SQL',
      text: `-- No table remembers keys: only the process does.
-- (the look into its map)                  --@ claiming

INSERT INTO orders (key, amount)           --@ ordering
VALUES ($1, 100);                          --@ ordering

-- (the note in its map)                   --@ saving`,
    },
  ],
};
