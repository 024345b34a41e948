import type { Scenario } from '@/lib/scenario/scenario';
import type { InvoiceServiceInput } from '@/simulations/actors/invoice-service';
import { inSql, inTypeScript } from '@/simulations/code/marked';

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

interface Update {
  /** What it sets, beside the version. */
  readonly set: string;
  /** What it demands of the row, beside its id. */
  readonly demand: string | null;
  readonly mark: string;
}

/** An UPDATE, each line of it marked. */
const update = ({ set, demand, mark }: Update): string =>
  [
    `UPDATE invoices SET ${set},`,
    '  version = version + 1',
    `WHERE id = $1${demand === null ? ';' : ''}`,
    ...(demand === null ? [] : [`  AND ${demand};`]),
  ]
    .map((line) => inSql(line, mark))
    .join('\n');

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
  const body = {
    before: transition === 'serializable' ? BEFORE_COMMIT : before(transition),
    'claimed-first': transition === 'serializable' ? CLAIM_COMMITTED : claimed(transition),
  }[charge];
  return `app.post('/invoices/:id/pay', async (req, res) => {
  const { id } = req.params;
${body}
});`;
}

const BEFORE_COMMIT = `  try {
    const invoice = await db.serializable( //@ beginning
      async (tx) => {
        const found =
          await tx.invoices.find(id);      //@ looking
        if (found.status !== 'pending')
          return found;                    //@ leaving
        const charge =
          await provider.charge(found);    //@ charging
        await tx.invoices.update({ id },   //@ settling
          { status: 'paid', charge });     //@ settling
        return { status: 'paid', charge };
      });                                  //@ finishing
    if (invoice.status !== 'paid')
      return res.sendStatus(409);
    res.json({ charge: invoice.charge });  //@ reply/finishing
  } catch (error) {                        //@ rollingBack
    if (error.code !== '40001') throw error;
    // We have charged. Probably somebody else has, too.
    const now = await db.invoices.find(id); //@ lookingAgain
    res.json({ charge: now.charge });      //@ reply/lookingAgain
  }`;

const CLAIM_COMMITTED = `  let invoice;
  try {
    invoice = await db.serializable(       //@ beginning
      async (tx) => {
        const found =
          await tx.invoices.find(id);      //@ looking
        if (found.status === 'pending')
          await tx.invoices.update({ id }, //@ claiming
            { status: 'processing' });     //@ claiming
        return found;
      });                                  //@ committing
  } catch (error) {                        //@ leaving
    if (error.code !== '40001') throw error;
    // Probably somebody else has it.
    return res.sendStatus(409);            //@ reply/committing
  }
  if (invoice.status === 'paid')
    return res.json({ charge: invoice.charge });
  if (invoice.status !== 'pending')
    return res.sendStatus(409);
  const charge =
    await provider.charge(invoice);        //@ charging
  // Only the one that claimed it comes here.
  await db.invoices.update({ id },         //@ settling
    { status: 'paid', charge });           //@ settling
  res.json({ charge });                    //@ reply/settling`;

/** What an UPDATE demands of the row that leaves the state `from`, beside its id; null where it demands nothing. */
const demandOf = (
  transition: Transition,
  from: 'pending' | 'processing',
  version = 'invoice.version',
): string | null =>
  ({
    ...{ 'read-then-write': null, serializable: null },
    ...{ conditional: `status: '${from}'`, versioned: `version: ${version}` },
  })[transition];

const LOOK = `  const invoice = await db.invoices.find(id); //@ looking
  if (invoice.status === 'paid')
    return res.json({ charge: invoice.charge }); //@ reply/looking/200
  if (invoice.status !== 'pending')
    return res.sendStatus(409);            //@ reply/looking/409`;

/** An UPDATE, each line of it marked; where it demands something, how many rows it found has a name. */
const updating = ({ set, demand, mark }: Update, count: string): string =>
  [
    `  ${demand === null ? '' : `const ${count} = `}await db.invoices.update(`,
    `    { id${demand === null ? '' : `, ${demand}`} },`,
    `    { ${set} });`,
  ]
    .map((line) => inTypeScript(line, mark))
    .join('\n');

const counts = (transition: Transition): string =>
  transition === 'versioned' ? '  // Each update counts the version up.\n' : '';

const settling = (demand: string | null, late: string): string =>
  updating({ set: "status: 'paid', charge", demand, mark: 'settling' }, 'paid') +
  (demand === null
    ? ''
    : `
  if (paid === 0) { // ${late}
    const now = await db.invoices.find(id); //@ lookingAgain
    return res.json({ charge: now.charge }); //@ reply/lookingAgain
  }`);

const claiming = (demand: string | null): string =>
  updating({ set: "status: 'processing'", demand, mark: 'claiming' }, 'rows') +
  (demand === null ? '' : '\n  if (rows === 0) return res.sendStatus(409); //@ reply/claiming');

const before = (transition: Transition): string => `${counts(transition)}${LOOK}
  const charge =
    await provider.charge(invoice);        //@ charging
${settling(demandOf(transition, 'pending'), 'Somebody was faster. We have charged.')}
  res.json({ charge });                    //@ reply/settling`;

const claimed = (transition: Transition): string => `${counts(transition)}${LOOK}
${claiming(demandOf(transition, 'pending'))}
  const charge =
    await provider.charge(invoice);        //@ charging
${settling(
  demandOf(transition, 'processing', 'invoice.version + 1'),
  'Somebody else has settled it.',
)}
  res.json({ charge });                    //@ reply/settling`;

const ANY_ROW = '-- 1 row, whoever else was here: it demands nothing.';

function sql(transition: Transition, charge: InvoiceServiceInput['charge']): string {
  const isBefore = charge === 'before';
  const isSerializable = transition === 'serializable';
  return [
    ...(isSerializable ? ['BEGIN ISOLATION LEVEL SERIALIZABLE;        --@ beginning'] : []),
    `SELECT status, version, charge             --@ looking
FROM invoices WHERE id = $1;               --@ looking${
      isSerializable
        ? `\n-- ${isBefore ? 'Paid' : 'Not pending'}: ROLLBACK, answer.`.padEnd(44) + '--@ leaving'
        : ''
    }`,
    ...(isBefore ? [] : [claimSql(transition)]),
    '-- (the charge, at the provider)           --@ charging',
    settleSql(transition, isBefore),
  ].join('\n\n');
}

function claimSql(transition: Transition): string {
  const demands = {
    ...{ 'read-then-write': null, serializable: null },
    ...{ conditional: "status = 'pending'", versioned: 'version = $2' },
  };
  const after = {
    ...{ 'read-then-write': ANY_ROW, serializable: COMMIT_CLAIM },
    ...{ conditional: OURS_OR_NOT, versioned: OURS_OR_NOT },
  };
  const claim = { set: "status = 'processing'", demand: demands[transition], mark: 'claiming' };
  return `${update(claim)}\n${after[transition]}`;
}

const OURS_OR_NOT = '-- 1 row: it is ours. 0 rows: it is not.';

const COMMIT_CLAIM = `COMMIT;                                    --@ committing
-- 40001, from the UPDATE or the COMMIT: ROLLBACK.
-- Probably somebody else has it.`;

const SETTLED_OR_NOT = '-- 0 rows: somebody else has settled it.   --@ lookingAgain';

const COMMIT_BOTH = `COMMIT;                                    --@ finishing
-- 40001, from the UPDATE or the COMMIT: ROLLBACK. --@ rollingBack
-- We have charged. Probably somebody else has, too.
SELECT charge FROM invoices WHERE id = $1; --@ lookingAgain`;

function settleSql(transition: Transition, isBefore: boolean): string {
  const demands = {
    ...{ 'read-then-write': null, serializable: null },
    conditional: `status = '${isBefore ? 'pending' : 'processing'}'`,
    versioned: isBefore ? 'version = $3' : 'version = $3 + 1',
  };
  const after = {
    'read-then-write': ANY_ROW,
    serializable: isBefore ? COMMIT_BOTH : '-- Only the one that claimed it comes here.',
    ...{ conditional: SETTLED_OR_NOT, versioned: SETTLED_OR_NOT },
  };
  const settle = {
    ...{ set: "status = 'paid', charge = $2", demand: demands[transition], mark: 'settling' },
  };
  return `${update(settle)}\n${after[transition]}`;
}
