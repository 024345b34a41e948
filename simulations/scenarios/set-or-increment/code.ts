import type { Scenario } from '@/lib/scenario/scenario';
import type { AccountServiceInput } from '@/simulations/actors/account-service';

type Code = ReturnType<Scenario['code']>;

/** One row holds the balance … */
const FROM_ACCOUNT = {
  read: `  const found = await db.accounts.get();    //@ reading
  res.json(found);                          //@ reply/reading`,
  readSql: `SELECT balance FROM accounts               --@ reading
WHERE account = 'shop';                    --@ reading`,
} as const;

/** … and may be yet to be made, … */
const FROM_ACCOUNT_IF_THERE = {
  ...FROM_ACCOUNT,
  read: `  const found = await db.accounts.get();    //@ reading
  if (!found) return res.sendStatus(404);   //@ reply/reading/404
  res.json(found);                          //@ reply/reading/200`,
} as const;

/** … or there is none, and it is added up. */
const FROM_DEPOSITS = {
  read: `  const sum = await db.deposits.sum();      //@ reading
  res.json(sum);                            //@ reply/reading`,
  readSql: 'SELECT sum(amount) FROM deposits;          --@ reading',
} as const;

const FORMS = {
  increment: {
    ...FROM_ACCOUNT,
    remark: 'Says what to add. Each copy adds it.',
    route: "app.post('/balance', async (req, res) => {",
    write: '  await db.accounts.add(req.body.amount);  //@ writing',
    status: '200',
    sql: `UPDATE accounts                            --@ writing
SET balance = balance + $1                 --@ writing
WHERE account = 'shop';                    --@ writing`,
  },
  set: {
    ...FROM_ACCOUNT,
    remark: 'Says what it is to be. Each copy says the same, whatever others have said since.',
    route: "app.put('/balance', async (req, res) => {",
    write: '  await db.accounts.set(req.body.balance); //@ writing',
    status: '200',
    sql: `UPDATE accounts SET balance = $1           --@ writing
WHERE account = 'shop';                    --@ writing
-- $1: what the client had read, and its deposit on top.`,
  },
  'set-once': {
    ...FROM_DEPOSITS,
    remark: 'Each deposit is a row of its own, under a name. The balance is their sum.',
    route: "app.put('/deposits/:id', async (req, res) => {",
    write: `  const isNew = await db.deposits.addIfNew( //@ writing
    req.params.id, req.body.amount);        //@ writing`,
    status: 'isNew ? 201 : 200',
    sql: `INSERT INTO deposits (deposit, amount)     --@ writing
VALUES ($1, $2)                            --@ writing
ON CONFLICT (deposit) DO NOTHING;          --@ writing
-- 1 row: it is new. 0 rows: it was there.`,
  },
  upsert: {
    ...FROM_ACCOUNT_IF_THERE,
    remark: 'Makes the row or replaces it: a set that need not know whether it is the first.',
    route: "app.put('/balance', async (req, res) => {",
    write: `  const isNew = await db.accounts.put(      //@ writing
    req.body.balance);                      //@ writing`,
    status: 'isNew ? 201 : 200',
    sql: `INSERT INTO accounts (account, balance)    --@ writing
VALUES ('shop', $1)                        --@ writing
ON CONFLICT (account) DO UPDATE            --@ writing
SET balance = EXCLUDED.balance             --@ writing
RETURNING (xmax = 0) AS is_new;            --@ writing`,
  },
} as const;

export function code(operation: AccountServiceInput['operation']): Code {
  const { remark, route, write, sql, status, read, readSql } = FORMS[operation];
  return {
    process: 'api',
    remark,
    samples: [
      {
        language: 'TypeScript',
        text: `app.get('/balance', async (req, res) => {
${read}
});

${route}
${write}
  res.sendStatus(${status});                //@ reply/writing
});`,
      },
      {
        language: 'SQL',
        text: `${readSql}\n\n${sql}`,
      },
    ],
  };
}
