import type { Scenario } from '@/lib/scenario/scenario';

type Code = ReturnType<Scenario['code']>;
type Switch = 'off' | 'on';

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

export const code = (transaction: Switch, key: Switch): Code => ({
  process: 'api',
  remark: REMARKS[transaction][key],
  samples: [
    { language: 'TypeScript', text: typeScript(transaction === 'on', key === 'on') },
    { language: 'SQL', text: sql(transaction === 'on', key === 'on') },
  ],
});

function typeScript(isTransaction: boolean, hasKey: boolean): string {
  const db = isTransaction ? 'tx' : 'db';
  const claim = isTransaction
    ? [
        '  if (!(await tx.keys.claim(key)))         //@ claiming',
        '    return tx.rollback();                  //@ rollingBack',
      ]
    : [
        '  if (!(await db.keys.claim(key)))         //@ claiming',
        '    return res.sendStatus(201);            //@ reply',
      ];
  const work = [
    ...(hasKey ? claim : []),
    `  await ${db}.debits.insert(from, amount);     //@ debiting`,
    '  const rate = await rates.today();        //@ converting',
    `  await ${db}.credits.insert(to, amount * rate); //@ crediting`,
  ];
  return [
    "app.post('/transfers', async (req, res) => {",
    '  const { from, to, amount } = req.body;',
    ...(hasKey ? ["  const key = req.get('Idempotency-Key');"] : []),
    ...(isTransaction
      ? [
          '  await db.transaction(async (tx) => {     //@ beginning',
          ...work.map((line) => `  ${line}`),
          '  });                                      //@ committing',
        ]
      : work),
    '  res.sendStatus(201);                     //@ reply',
    '});',
  ].join('\n');
}

function sql(isTransaction: boolean, hasKey: boolean): string {
  const seen = isTransaction
    ? '-- 0 rows: done before. ROLLBACK, answer.  --@ rollingBack'
    : '-- 0 rows: done before, it seems. Answer.';
  const parts = [
    ...(isTransaction ? ['BEGIN;                                     --@ beginning'] : []),
    ...(hasKey
      ? [
          `INSERT INTO keys (key) VALUES ($1)         --@ claiming
ON CONFLICT (key) DO NOTHING;              --@ claiming
${seen}`,
        ]
      : []),
    `INSERT INTO debits ("from", amount)        --@ debiting
VALUES ($2, $4);                           --@ debiting`,
    '-- (the exchange rate is looked up)        --@ converting',
    `INSERT INTO credits ("to", amount)         --@ crediting
VALUES ($3, $4 * $5);                      --@ crediting`,
    ...(isTransaction ? ['COMMIT;                                    --@ committing'] : []),
  ];
  return parts.join('\n\n');
}
