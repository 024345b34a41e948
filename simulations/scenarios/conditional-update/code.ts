import type { Scenario } from '@/lib/scenario/scenario';
import type { InvoiceServiceInput } from '@/simulations/actors/invoice-service';

type Code = ReturnType<Scenario['code']>;
type Transition = InvoiceServiceInput['transition'];

const REMARKS = {
  before: {
    'read-then-write': 'What was read may be old by the time it is acted on.',
    conditional: 'The UPDATE lets only one through. By then, both have charged.',
    versioned: 'The version tells that somebody was faster. By then, both have charged.',
    serializable: 'The database tells that somebody was faster. By then, both have charged.',
  },
  'claimed-first': {
    'read-then-write': 'Two that read “pending” before either writes both take the row.',
    conditional: 'Only whoever changed the row goes on to charge.',
    versioned: 'Only whoever still had the newest version goes on to charge.',
    serializable: 'Of two that read “pending” together only one commits, and goes on to charge.',
  },
} as const;

/** An UPDATE that leaves the state `from`, each line of it marked. */
function update(
  set: string,
  transition: Transition,
  from: string,
  version: string,
  mark: string,
): string {
  const demands = {
    'read-then-write': [],
    conditional: [`  AND status = '${from}'`],
    versioned: [`  AND version = ${version}`],
    serializable: [],
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
  'read-then-write': 'db.invoices.set(id,',
  conditional: 'db.invoices.setIf(state,',
  versioned: 'db.invoices.setIf(version,',
} as const;

export function code({ transition, charge }: InvoiceServiceInput): Code {
  return {
    process: 'api',
    remark: REMARKS[charge][transition],
    samples: [
      { language: 'TypeScript', text: typeScript(transition, charge) },
      { language: 'SQL', text: sql(transition, charge) },
    ],
  };
}

function typeScript(transition: Transition, charge: InvoiceServiceInput['charge']): string {
  if (transition === 'serializable') return charge === 'before' ? BEFORE_COMMIT : CLAIM_COMMITTED;
  const set = MARKED[transition];
  return charge === 'before' ? before(set) : claimed(set);
}

const BEFORE_COMMIT = `app.post('/invoices/:id/pay', async (req, res) => {
  try {
    const paid = await db.serializable(    //@ beginning
      async (tx) => {
        const invoice =
          await tx.invoices.find(id);      //@ looking
        if (invoice.status === 'paid')
          return invoice;                  //@ leaving
        const charge =
          await provider.charge(invoice);  //@ charging
        await tx.invoices.set(id,
          'paid', charge);                 //@ settling
        return { charge };
      });                                  //@ finishing
    res.json(paid);                        //@ reply
  } catch { // 40001. We have charged.     //@ rollingBack
    res.json(await db.invoices.find(id));  //@ lookingAgain
  }
});`;

const CLAIM_COMMITTED = `app.post('/invoices/:id/pay', async (req, res) => {
  try {
    await db.serializable(async (tx) => {  //@ beginning
      const invoice = await tx.invoices.find(id); //@ looking
      if (invoice.status !== 'pending')
        throw new TooLate(invoice);        //@ leaving
      await tx.invoices.set(id, 'processing'); //@ claiming
    });                                    //@ committing
  } catch (error) { // 40001, paid, or in progress.
    return answerLate(res, error);         //@ reply
  }
  const charge =
    await provider.charge(id);             //@ charging
  const paid = await db.invoices.set(id,
    'paid', charge);                       //@ settling
  if (paid === 0) return res.json(
    await db.invoices.find(id));           //@ lookingAgain
  res.json({ charge });                    //@ reply
});`;

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
  if (invoice.status === 'processing')
    return res.sendStatus(409);            //@ reply
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

function sql(transition: Transition, charge: InvoiceServiceInput['charge']): string {
  const isBefore = charge === 'before';
  const isSerializable = transition === 'serializable';
  const claim = update("status = 'processing'", transition, 'pending', '$2', 'claiming');
  const settle = update(
    ...(["status = 'paid', charge = $3", transition] as const),
    ...([isBefore ? 'pending' : 'processing', isBefore ? '$2' : '$2 + 1', 'settling'] as const),
  );
  const claimed = isSerializable
    ? `${claim}
COMMIT;                                    --@ committing
-- 40001: somebody else has it.`
    : `${claim}
-- 1 row: it is ours. 0 rows: it is not.`;
  const settled =
    isSerializable && isBefore
      ? `${settle}
COMMIT;                                    --@ finishing
-- 40001: ROLLBACK. We have charged.       --@ rollingBack
-- Somebody else has settled it.           --@ lookingAgain`
      : `${settle}
-- 0 rows: somebody else has settled it.   --@ lookingAgain`;
  return [
    ...(isSerializable ? ['BEGIN ISOLATION LEVEL SERIALIZABLE;        --@ beginning'] : []),
    `SELECT status, version, charge             --@ looking
FROM invoices WHERE id = $1;               --@ looking${
      isSerializable ? '\n-- Not pending: ROLLBACK, answer.          --@ leaving' : ''
    }`,
    ...(isBefore ? [] : [claimed]),
    '-- (the charge, at the provider)           --@ charging',
    settled,
  ].join('\n\n');
}
