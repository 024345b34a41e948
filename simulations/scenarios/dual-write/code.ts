import type { Scenario } from '@/lib/scenario/scenario';
import type { PublishingServiceInput } from '@/simulations/actors/publishing-service';

type Code = ReturnType<Scenario['code']>;
type Write = PublishingServiceInput['write'];

const REMARKS: Readonly<Record<Write, string>> = {
  'database-first': 'A crash between the two lines: an order that the warehouse never hears of.',
  'broker-first': 'What the database refuses afterwards is already on its way.',
  outbox: 'One store, one transaction. The relay may publish twice, and never forgets.',
};

export const codeOf = (write: Write): Code => ({
  process: 'shop',
  remark: REMARKS[write],
  samples: [
    { language: 'TypeScript', text: TYPESCRIPT[write] },
    { language: 'SQL', text: SQL[write] },
  ],
});

const PUBLISH = `  await queue.publish({ id: key, order });    //@ publishing`;

const REREAD = `  if (!made) { // Made before, or sold to others.
    const ours = await db.orders.find(key);   //@ rereading
    return res.sendStatus(ours ? 201 : 422);  //@ reply/rereading
  }`;

const INSERT = `  const made =
    await db.orders.insert(key, order);       //@ ordering
${REREAD}`;

const handlerOf = (lines: string): string => `app.post('/orders', async (req, res) => {
  const key = req.get('Idempotency-Key');
  const order = req.body;
${lines}
  res.sendStatus(201);                        //@ reply/!rereading
});`;

const TYPESCRIPT: Readonly<Record<Write, string>> = {
  'database-first': handlerOf(`${INSERT}\n${PUBLISH}`),
  'broker-first': handlerOf(`${PUBLISH}\n${INSERT}`),
  outbox: `${handlerOf(`  const made = await db.transaction(async (tx) => { //@ beginning
    if (!(await tx.orders.insert(key, order))) //@ ordering
      return false; // nothing to write       //@ rollingBack
    await tx.outbox.insert({ id: key, order }); //@ notingMessage
    // Whoever listens hears of it when this commits.
    await tx.notify('outbox');                //@ committing
    return true;
  });                                         //@ committing
${REREAD}`)}

// The relay, a process of its own: at its start, and
// whenever the database notifies it.
for (const row of await db.outbox.all()) {
  await queue.publish(row);
  // A crash here, and it is published again.
  await db.outbox.delete(row.id);
}`,
};

const SQL_INSERT = `INSERT INTO orders (key, item)             --@ ordering
VALUES ($1, $2)                            --@ ordering
ON CONFLICT DO NOTHING;                    --@ ordering`;

const SQL_SELECT = `SELECT * FROM orders WHERE key = $1;       --@ rereading`;

const SQL_REREAD = `-- 0 rows: made before, or sold to others. Then only:
${SQL_SELECT}`;

const SQL_PUBLISH = `-- (the message is published)              --@ publishing`;

const SQL: Readonly<Record<Write, string>> = {
  'database-first': `${SQL_INSERT}\n\n${SQL_REREAD}\n\n-- 1 row:\n${SQL_PUBLISH}`,
  'broker-first': `${SQL_PUBLISH}\n\n${SQL_INSERT}\n\n${SQL_REREAD}`,
  outbox: `BEGIN;                                     --@ beginning

${SQL_INSERT}
-- 0 rows: made before, or sold to others. Then only:
ROLLBACK;                                  --@ rollingBack
${SQL_SELECT}

-- 1 row:
INSERT INTO outbox (message, "order")      --@ notingMessage
VALUES ($1, $2);                           --@ notingMessage

NOTIFY outbox; -- heard when this commits  --@ committing

COMMIT;                                    --@ committing

-- The relay:
LISTEN outbox;
SELECT * FROM outbox;
-- (the message is published)
DELETE FROM outbox WHERE message = $1;`,
};
