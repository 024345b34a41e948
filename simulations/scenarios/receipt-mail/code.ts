import type { Scenario } from '@/lib/scenario/scenario';

type Code = ReturnType<Scenario['code']>;
type Mail = 'inline' | 'outbox' | 'outbox-keyed';

const REMARKS = {
  inline: 'A rollback takes back the row. It can’t take back the mail.',
  outbox: 'That a mail is due is a row like any other. A relay that dies half-way sends it again.',
  'outbox-keyed': 'The row’s id goes with every attempt, so the provider knows a repeat.',
} as const;

export const code = (mail: Mail): Code => ({
  process: 'api',
  remark: REMARKS[mail],
  samples: [
    { language: 'TypeScript', text: typeScript(mail) },
    { language: 'SQL', text: sql(mail) },
  ],
});

const typeScript = (mail: Mail): string => `app.post('/orders', async (req, res) => {
  const key = req.get('Idempotency-Key');
  const receipt = { id: \`receipt-\${key}\`, order: req.body };
  await db.transaction(async (tx) => {     //@ beginning
    const made =
      await tx.orders.insert(key, req.body); //@ ordering
    if (!made)
      return; // nothing to write          //@ rollingBack
${
  mail === 'inline'
    ? '    await mail.send(receipt);              //@ mailing'
    : `    await tx.outbox.insert(receipt);       //@ notingMail
    // Whoever listens hears of it when this commits.
    await tx.notify('outbox');             //@ committing`
}
  });                                      //@ committing
  res.sendStatus(201);                     //@ reply
});${mail === 'inline' ? '' : `\n\n${relay(mail)}`}`;

const relay = (mail: Mail): string => `// The relay, a process of its own: at its start, and
// whenever the database notifies it.
for (const row of await db.outbox.all()) {
  await mail.send(row${mail === 'outbox-keyed' ? ', { idempotencyKey: row.id }' : ''});
  // A crash here, and it is sent again.
  await db.outbox.delete(row.id);
}`;

const sql = (mail: Mail): string => `BEGIN;                                     --@ beginning

INSERT INTO orders (key, amount)           --@ ordering
VALUES ($1, $2)                            --@ ordering
ON CONFLICT (key) DO NOTHING;              --@ ordering
-- 0 rows: made before. ROLLBACK, answer.  --@ rollingBack

${
  mail === 'inline'
    ? '-- (the receipt is mailed)                 --@ mailing'
    : `INSERT INTO outbox (mail, "order")         --@ notingMail
VALUES ($1, $2);                           --@ notingMail

NOTIFY outbox; -- heard when this commits  --@ committing`
}

COMMIT;                                    --@ committing${
  mail === 'inline'
    ? ''
    : `

-- The relay:
LISTEN outbox;
SELECT * FROM outbox;
-- (the receipt is mailed${mail === 'outbox-keyed' ? ', with the row’s id as key' : ''})
DELETE FROM outbox WHERE mail = $1;`
}`;
