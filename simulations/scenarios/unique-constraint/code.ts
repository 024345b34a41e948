import type { Scenario } from '@/lib/scenario/scenario';

type Code = ReturnType<Scenario['code']>;
type Sample = Code['samples'][number];

/** What is done with the number of rows, and what comes after it. */
const FORMS = {
  off: {
    remark: 'The database takes every row: nothing tells it that two of them are one order.',
    after: `  await mail.receipt(req.body);            //@ mailing
  res.status(201).json(req.body);          //@ reply/mailing`,
    sql: `INSERT INTO orders (key, amount)           --@ inserting
VALUES ($1, $2);                           --@ inserting

-- (the receipt, at the mail provider)     --@ mailing`,
  },
  ignore: {
    remark: 'The row is not written twice. That it was not, nobody looks at.',
    after: `  // 1 row or 0 rows: not looked at.
  await mail.receipt(req.body);            //@ mailing
  res.status(201).json(req.body);          //@ reply/mailing`,
    sql: `INSERT INTO orders (key, amount)           --@ inserting
VALUES ($1, $2)                            --@ inserting
ON CONFLICT (key) DO NOTHING;              --@ inserting
-- 0 rows is no error: easily overlooked.

-- (the receipt, at the mail provider)     --@ mailing`,
  },
  stop: {
    remark: 'The duplicate is noticed, and reported as if the order had failed.',
    after: `  if (inserted === 0)
    return res.sendStatus(400);            //@ reply/inserting
  await mail.receipt(req.body);            //@ mailing
  res.status(201).json(req.body);          //@ reply/mailing`,
    sql: `INSERT INTO orders (key, amount)           --@ inserting
VALUES ($1, $2)                            --@ inserting
ON CONFLICT (key) DO NOTHING;              --@ inserting
-- 0 rows: taken for a mistake of the client.

-- (the receipt, at the mail provider)     --@ mailing`,
  },
  reread: {
    remark: 'Only whoever got the row in goes on. The others read it, and answer as the first did.',
    after: `  if (!made) {
    const first = await db.orders.find(key); //@ rereading
    return res.status(201).json(first);    //@ reply/rereading
  }
  await mail.receipt(made);                //@ mailing
  res.status(201).json(made);              //@ reply/mailing`,
    sql: `INSERT INTO orders (key, amount)           --@ inserting
VALUES ($1, $2)                            --@ inserting
ON CONFLICT (key) DO NOTHING               --@ inserting
RETURNING *;                               --@ inserting

-- 0 rows: a statement of its own, since RETURNING is empty.
SELECT * FROM orders WHERE key = $1;       --@ rereading

-- 1 row: (the receipt, at the mail provider)  --@ mailing`,
  },
} as const;

export function code(constraint: 'off' | 'on', onConflict: 'ignore' | 'stop' | 'reread'): Code {
  const { remark, sql } = FORMS[constraint === 'off' ? 'off' : onConflict];
  // Without the constraint the count is always 1: what stands after it is there and never taken.
  const { after } = FORMS[onConflict];
  const samples: readonly Sample[] = [
    {
      language: 'TypeScript',
      text: `app.post('/orders', async (req, res) => {
  const key = req.get('Idempotency-Key');
${INSERTED[onConflict === 'reread' ? 'row' : 'count']}
    await db.orders.insert(key, req.body); //@ inserting
${after}
});`,
    },
    {
      language: 'SQL',
      text: `${TABLE[constraint]}\n\n${sql}`,
    },
  ];
  return { process: 'api', remark, samples };
}

/** Whoever answers with a row must have been given it: the body of the request has not what the table put in. */
const INSERTED = {
  count: '  const inserted =',
  row: '  const made = // the row, or none',
} as const;

const TABLE = {
  off: '-- No constraint on orders (key).',
  on: 'CREATE UNIQUE INDEX ON orders (key);',
} as const;
