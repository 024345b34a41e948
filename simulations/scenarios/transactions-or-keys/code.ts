import type { Scenario } from '@/lib/scenario/scenario';
import type { TransferServiceInput } from '@/simulations/actors/transfer-service';

type Code = ReturnType<Scenario['code']>;
type Switch = 'off' | 'on';
type Claim = TransferServiceInput['claim'];

const REMARKS = {
  off: {
    off: 'Half of it may be written, and a repeat writes all of it again.',
    on: 'The key is written, whatever becomes of the rest. A repeat believes it.',
  },
  on: {
    off: 'All of it is written or none. A repeat is another “all of it”.',
    on: 'Key, debit and credit become true together, and only once.',
  },
} as const;

const CAUGHT =
  'The duplicate is caught, and nothing can be asked any more: its error has aborted the rest.';

export const code = (transaction: Switch, key: Switch, claim: Claim): Code => {
  const isTransaction = transaction === 'on';
  const how = key === 'off' ? null : claim === 'savepoint' && !isTransaction ? 'catch' : claim;
  return {
    process: 'api',
    remark: isTransaction && how === 'catch' ? CAUGHT : REMARKS[transaction][key],
    samples: [
      { language: 'TypeScript', text: typeScript(isTransaction, how) },
      { language: 'SQL', text: sql(isTransaction, how) },
    ],
  };
};

/** How the key is claimed; null: there is none. */
type How = Claim | null;

function typeScript(isTransaction: boolean, how: How): string {
  const db = isTransaction ? 'tx' : 'db';
  const work = [
    ...(how === null ? [] : claimed(isTransaction, how)),
    `  await ${db}.debits.insert(from, amount);     //@ debiting`,
    '  const rate = await rates.today();        //@ converting',
    `  await ${db}.credits.insert(to, amount * rate); //@ crediting`,
  ];
  return [
    "app.post('/transfers', async (req, res) => {",
    '  const { from, to, amount } = req.body;',
    ...(how === null ? [] : ["  const key = req.get('Idempotency-Key');"]),
    ...(isTransaction
      ? [
          '  await db.transaction(async (tx) => {     //@ beginning',
          ...work.map((line) => `  ${line}`),
          '  });                                      //@ committing',
        ]
      : work),
    '  res.sendStatus(201);                     //@ reply/crediting,committing,rollingBack',
    '});',
  ].join('\n');
}

function claimed(isTransaction: boolean, how: Claim): readonly string[] {
  const leave = isTransaction
    ? ['    return; // nothing to write            //@ rollingBack']
    : ['    return res.sendStatus(201);            //@ reply/claiming,rereading'];
  const db = isTransaction ? 'tx' : 'db';
  if (how === 'do-nothing') {
    return [`  if (!(await ${db}.keys.claim(key)))         //@ claiming`, ...leave];
  }
  const insert = `    await ${db}.keys.insert(key);             //@ claiming`;
  // Any other error says nothing about the key, and may not be answered with 201.
  const caught = ['  } catch (error) {', "    if (error.code !== '23505') throw error;"];
  return [
    '  try {',
    ...(how === 'savepoint'
      ? [
          "    await tx.savepoint('claim');           //@ saving",
          insert,
          ...caught,
          "    await tx.rollbackTo('claim');          //@ goingBack",
        ]
      : [insert, ...caught]),
    ...(isTransaction && how === 'catch'
      ? [
          '    await tx.keys.find(key); // 25P02       //@ rereading',
          '    // … which throws: rolled back,        //@ failing',
          '    // and answered with 500.              //@ reply/failing',
        ]
      : [`    await ${db}.keys.find(key);               //@ rereading`, ...leave]),
    '  }',
  ];
}

function sql(isTransaction: boolean, how: How): string {
  const parts = [
    ...(isTransaction ? ['BEGIN;                                     --@ beginning'] : []),
    ...(how === null ? [] : [claimInSql(isTransaction, how)]),
    `INSERT INTO debits ("from", amount)        --@ debiting
VALUES ($1, $2);                           --@ debiting`,
    '-- (the exchange rate is looked up)        --@ converting',
    `INSERT INTO credits ("to", amount)         --@ crediting
VALUES ($1, $2 * $3);                      --@ crediting`,
    ...(isTransaction ? ['COMMIT;                                    --@ committing'] : []),
  ];
  return parts.join('\n\n');
}

function claimInSql(isTransaction: boolean, how: Claim): string {
  if (how === 'do-nothing') {
    return `INSERT INTO keys (key) VALUES ($1)         --@ claiming
ON CONFLICT (key) DO NOTHING;              --@ claiming
${
  isTransaction
    ? '-- 0 rows: done before. ROLLBACK, answer.  --@ rollingBack'
    : '-- 0 rows: done before, it seems. Answer.'
}`;
  }
  const isAborted = isTransaction && how === 'catch';
  return [
    ...(how === 'savepoint' ? ['SAVEPOINT claim;                           --@ saving'] : []),
    'INSERT INTO keys (key) VALUES ($1);        --@ claiming',
    '-- 23505: a duplicate.',
    ...(how === 'savepoint' ? ['ROLLBACK TO SAVEPOINT claim;               --@ goingBack'] : []),
    'SELECT * FROM keys WHERE key = $1;         --@ rereading',
    ...(isAborted ? ['-- 25P02: aborted. ROLLBACK, 500.          --@ failing'] : []),
    ...(isTransaction && !isAborted
      ? ['-- It is there. ROLLBACK, answer.          --@ rollingBack']
      : []),
  ].join('\n');
}
