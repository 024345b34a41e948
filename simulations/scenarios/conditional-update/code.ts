import type { Scenario } from '@/lib/scenario/scenario';
import type { InvoiceServiceInput } from '@/simulations/actors/invoice-service';

type Code = ReturnType<Scenario['code']>;
type Transition = InvoiceServiceInput['transition'];

const REMARKS = {
  before: {
    'read-then-write': 'What was read may be old by the time it is acted on.',
    conditional: 'The UPDATE lets only one through. By then, both have charged.',
    versioned: 'The version tells that somebody was faster. By then, both have charged.',
  },
  'claimed-first': {
    'read-then-write': 'Two that read “pending” before either writes both take the row.',
    conditional: 'Only whoever changed the row goes on to charge.',
    versioned: 'Only whoever still had the newest version goes on to charge.',
  },
} as const;

/** An UPDATE that leaves the state `from`, each line of it marked. */
function update(set: string, transition: Transition, from: string, mark: string): string {
  const demands = {
    'read-then-write': [],
    conditional: [`  AND status = '${from}'`],
    versioned: ['  AND version = $2'],
  }[transition];
  const lines = [
    `UPDATE invoices SET ${set},`,
    '  version = version + 1',
    'WHERE id = $1',
    ...demands,
  ];
  return lines
    .map((line, place) => (place === lines.length - 1 ? `${line};` : line))
    .map((line) => `${line.padEnd(43)}--@ ${mark}`)
    .join('\n');
}

const MARKED = {
  'read-then-write': 'db.invoices.set(id, ',
  conditional: 'db.invoices.setIfStill(',
  versioned: 'db.invoices.setIfVersion(',
} as const;

export function code({ transition, charge }: InvoiceServiceInput): Code {
  const set = MARKED[transition];
  return {
    process: 'api',
    remark: REMARKS[charge][transition],
    samples: [
      { language: 'TypeScript', text: charge === 'before' ? before(set) : claimed(set) },
      { language: 'SQL', text: sql(transition, charge) },
    ],
  };
}

const before = (set: string): string => `app.post('/invoices/:id/pay', async (req, res) => {
  const invoice = await db.invoices.find(id); //@ looking
  if (invoice.status === 'paid')
    return res.json(invoice);              //@ reply
  const charge =
    await provider.charge(invoice);        //@ charging
  const rows = await ${set}
    'paid', charge);                       //@ settling
  if (rows === 0) // Somebody was faster. We have charged.
    return res.json(
      await db.invoices.find(id));         //@ lookingAgain
  res.json({ charge });                    //@ reply
});`;

const claimed = (set: string): string => `app.post('/invoices/:id/pay', async (req, res) => {
  const invoice = await db.invoices.find(id); //@ looking
  if (invoice.status === 'paid')
    return res.json(invoice);              //@ reply
  const rows = await ${set}
    'processing');                         //@ claiming
  if (rows === 0) return res.sendStatus(409);
  const charge =
    await provider.charge(invoice);        //@ charging
  const paid = await ${set}
    'paid', charge);                       //@ settling
  if (paid === 0) return res.json(
    await db.invoices.find(id));           //@ lookingAgain
  res.json({ charge });                    //@ reply
});`;

const sql = (
  transition: Transition,
  charge: InvoiceServiceInput['charge'],
): string => `SELECT status, version, charge             --@ looking
FROM invoices WHERE id = $1;               --@ looking
${
  charge === 'before'
    ? ''
    : `
${update("status = 'processing'", transition, 'pending', 'claiming')}
-- 1 row: it is ours. 0 rows: it is not.
`
}
-- (the charge, at the provider)           --@ charging

${update("status = 'paid', charge = $3", transition, charge === 'before' ? 'pending' : 'processing', 'settling')}
-- 0 rows: somebody else has settled it.   --@ lookingAgain`;
