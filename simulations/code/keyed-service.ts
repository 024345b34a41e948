import type { Scenario } from '@/lib/scenario/scenario';
import type { KeyedServiceInput } from '@/simulations/actors/keyed-service';

type Code = ReturnType<Scenario['code']>;

/** The code of a service that decides about keys as its input says, with only the lines that this makes it need. */
export const keyedCode = (input: KeyedServiceInput, remark: string): Code => ({
  process: 'api',
  remark,
  samples: [
    { language: 'TypeScript', text: lines(typeScript(input)) },
    { language: 'SQL', text: lines(sql(input)) },
  ],
});

type Line = string | false | readonly Line[];

const lines = (all: readonly Line[]): string =>
  all
    .flat(3)
    .filter((line): line is string => typeof line === 'string')
    .join('\n');

const typeScript = (input: KeyedServiceInput): readonly Line[] => [
  `app.post('/charges', async (req, res) => {`,
  input.login === 'first' && `  if (!req.login) return res.sendStatus(401);`,
  `  const key = req.get('Idempotency-Key');`,
  ...onMissing(input),
  input.scope === 'account' &&
    `  const id = \`\${${input.login === 'first' ? 'req.login' : 'req.body'}.account}/\${key}\`;`,
  input.login === 'last' && [
    `  const seen = await keys.get(${idOf(input)});          //@ looking`,
    `  if (seen) return res.json(seen.answer);`,
    `  if (!req.login) return res.sendStatus(401);`,
  ],
  ...printOf(input),
  `  const claimed = await keys.setIfAbsent(  //@ claiming`,
  `    ${idOf(input)}, { running: true${comparesBodies(input) ? ', print' : ''} });`,
  `  if (!claimed) {`,
  `    const seen = await keys.get(${idOf(input)});`,
  comparesBodies(input) && `    if (seen.print !== print) return res.sendStatus(422);`,
  `    if (seen.running) return res.sendStatus(409);`,
  ...replayOf(input),
  `  }`,
  ...workOf(input),
  `});`,
];

const idOf = ({ scope, missing }: KeyedServiceInput): string =>
  scope === 'account' ? 'id' : missing === 'fold' ? '`${key}`' : 'key';

const comparesBodies = ({ fingerprint = 'off' }: KeyedServiceInput): boolean =>
  fingerprint !== 'off';

function onMissing({ missing = 'refuse' }: KeyedServiceInput): readonly Line[] {
  switch (missing) {
    case 'refuse':
      return [`  if (!key) return res.status(400).send('no key');`];
    case 'run':
      return [
        `  // Without a key: as if there were no keys.`,
        `  if (!key) return charge(req, res);       //@ charging`,
      ];
    case 'generate':
      return [`  if (!key) key = crypto.randomUUID();     // "fixed"`];
    case 'fold':
      return [
        `  // No header: key is undefined, and so is the`,
        `  // next customer’s. \`\${key}\` is one key for all.`,
      ];
  }
}

const printOf = ({ fingerprint = 'off' }: KeyedServiceInput): readonly Line[] =>
  fingerprint === 'off'
    ? []
    : [
        fingerprint === 'canonical'
          ? `  const print = hash(sortedJson(req.body));`
          : `  const print = hash(req.rawBody);`,
      ];

function replayOf({ replay = 'original' }: KeyedServiceInput): readonly Line[] {
  switch (replay) {
    case 'original':
      return [`    return res.status(seen.status).json(seen.answer);`];
    case 'always-200':
      return [`    return res.json(seen.answer);      // 200, always`];
    case 'already-processed':
      return [`    return res.status(400)`, `      .send('already processed');`];
  }
}

/** From the claim to the answer. */
function workOf(input: KeyedServiceInput): readonly Line[] {
  const { help } = input;
  const body = [
    help === 'before' && `await fraud.check(req.body);             //@ checking`,
    `const charge =`,
    `  await provider.charge(req.body);       //@ charging`,
    help === 'after' && `await receipts.print(charge);            //@ finishing`,
    `await keys.set(${idOf(input)}, { status: 201,`,
    `  answer: charge });                     //@ saving`,
    `res.status(201).json(charge);            //@ reply`,
  ];
  return help === undefined
    ? indented(body, '  ')
    : ['  try {', ...indented(body, '    '), ...failed(input)];
}

const indented = (body: readonly (string | false)[], by: string): readonly Line[] =>
  body.map((line) => line !== false && by + line);

function failed({ errors = 'none', help }: KeyedServiceInput): readonly Line[] {
  const forget = [`    await keys.delete(key);                //@ forgetting`];
  const whole: Readonly<Record<string, readonly Line[]>> = {
    none: forget,
    all: [`    await keys.set(key, { status: 500 });  //@ savingError`],
    'by-effect':
      help === 'after'
        ? [`    if (charge) return remember(charge);   //@ saving`, ...forget]
        : [`    // Nothing was charged yet: a retry may.`, ...forget],
  };
  return ['  } catch {', ...(whole[errors] ?? []), `    res.sendStatus(500);`, '  }'];
}

const sql = (input: KeyedServiceInput): readonly Line[] => [
  input.login === 'last' && [
    `SELECT status, answer FROM keys            --@ looking`,
    `WHERE id = $1;                             --@ looking`,
    ``,
  ],
  `INSERT INTO keys (id, status${comparesBodies(input) ? ', print' : ''})`.padEnd(43) +
    `--@ claiming`,
  `VALUES (${input.scope === 'account' ? `$1 || '/' || $2` : '$1'}, 'running'${comparesBodies(input) ? ', $3' : ''})`.padEnd(
    43,
  ) + `--@ claiming`,
  `ON CONFLICT (id) DO NOTHING;`.padEnd(43) + `--@ claiming`,
  `-- 1 row: it is ours. 0 rows: read and compare it.`,
  ``,
  input.help === 'before' && `-- (the check for fraud, next door)`.padEnd(43) + `--@ checking`,
  `-- (the charge, at the provider)`.padEnd(43) + `--@ charging`,
  input.help === 'after' && `-- (the receipt, next door)`.padEnd(43) + `--@ finishing`,
  ``,
  `UPDATE keys SET status = '201',`.padEnd(43) + `--@ saving`,
  `  answer = $4 WHERE id = $1;`.padEnd(43) + `--@ saving`,
  input.help !== undefined && ['', `-- When it fails:`, ...failedSql(input)],
];

const failedSql = ({ errors = 'none' }: KeyedServiceInput): readonly Line[] =>
  errors === 'all'
    ? [
        `UPDATE keys SET status = '500'`.padEnd(43) + `--@ savingError`,
        `WHERE id = $1;`.padEnd(43) + `--@ savingError`,
      ]
    : [`DELETE FROM keys WHERE id = $1;`.padEnd(43) + `--@ forgetting`];
