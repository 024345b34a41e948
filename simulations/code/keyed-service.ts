import type { Scenario } from '@/lib/scenario/scenario';
import type { KeyedServiceInput } from '@/simulations/actors/keyed-service/asking';
import {
  type CodeInput,
  comparesBodies,
  flat,
  type Line,
} from '@/simulations/code/keyed-service/lines';
import { sql } from '@/simulations/code/keyed-service/sql';

type Code = ReturnType<Scenario['code']>;

/** The code of a service that decides about keys as its input says, with only the lines that this makes it need. */
export const keyedCode = (input: CodeInput, remark: string): Code => ({
  process: 'api',
  remark,
  samples: [
    { language: 'TypeScript', text: flat(typeScript(input)).join('\n') },
    { language: 'SQL', text: flat(sql(input)).join('\n') },
  ],
});

const typeScript = (input: CodeInput): readonly Line[] => [
  `app.post('/charges', async (req, res) => {`,
  input.login === 'first' && `  if (!req.login) return res.sendStatus(401); //@ reply/401`,
  `  ${input.missing === 'generate' ? 'let' : 'const'} key = req.get('Idempotency-Key');`,
  ...onMissing(input),
  input.scope === 'account' &&
    `  const id = \`\${${input.login === 'last' ? 'req.body' : 'req.login'}.account}/\${key}\`;`,
  input.login === 'last' && [
    `  const seen = await keys.get(${idOf(input)});          //@ looking`,
    `  if (seen && !seen.isDone) return res.sendStatus(409); //@ reply/looking/409`,
    `  if (seen) //@ reply/looking/201`,
    `    return res.status(seen.status).json(seen.answer); //@ reply/looking/201`,
    `  if (!req.login) return res.sendStatus(401); //@ reply/looking/401`,
  ],
  ...printOf(input),
  `  const claim = await keys.claim(${idOf(input)}${comparesBodies(input) ? ', print' : ''}); //@ claiming`,
  `  if (!claim.isOurs) {`,
  comparesBodies(input) &&
    `    if (claim.print !== print) return res.sendStatus(422); //@ reply/claiming/422`,
  `    if (!claim.isDone) return res.sendStatus(409); //@ reply/claiming/409`,
  ...replayOf(input),
  `  }`,
  ...workOf(input),
  `});`,
];

const idOf = ({ scope, missing }: KeyedServiceInput): string =>
  scope === 'account' ? 'id' : missing === 'fold' ? '`idem:${key}`' : 'key';

function onMissing({ missing = 'refuse' }: KeyedServiceInput): readonly Line[] {
  switch (missing) {
    case 'refuse':
      return [`  if (!key) return res.status(400).send('no key'); //@ reply/idle/400`];
    case 'run':
      return [
        `  // Without a key: as if there were no keys.`,
        `  if (!key) return chargeAnyway(req, res); //@ charging`,
      ];
    case 'generate':
      return [
        `  if (!key) key = crypto.randomUUID();     // "fixed"`,
        `  // The run leaves out claim and save of such a key:`,
        `  // nobody will ever ask for it again.`,
      ];
    case 'fold':
      return [
        `  // No header: key is undefined, and so is the`,
        `  // next customer’s: one key for all of them.`,
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
      return [
        `    return res.status(claim.status).json(claim.answer); //@ reply/claiming/201,402,500`,
      ];
    case 'always-200':
      return [`    return res.json(claim.answer);     // 200, always //@ reply/claiming/200`];
    case 'already-processed':
      return [
        `    return res.status(400) //@ reply/claiming/400`,
        `      .send('already processed'); //@ reply/claiming/400`,
      ];
  }
}

const DECLINED = [
  `if (charge.declined) {`,
  `  await keys.setDone(key, { status: 402 }); //@ savingDecline`,
  `  return res.sendStatus(402);            //@ reply/savingDecline`,
  `}`,
];

const CHECK = `await fraud.check(req.body);             //@ checking`;
const PRINT = `await receipts.print(charge);            //@ finishing`;
const FORGET = `  await keys.delete(key);                //@ forgetting`;
const FAIL = `  return res.sendStatus(500);            //@ reply/forgetting,savingError`;

const charging = (input: CodeInput): readonly Line[] => [
  `const charge =`,
  `  await provider.charge(req.body);       //@ charging`,
  input.mayBeDeclined === true && DECLINED,
];

const saving = (input: CodeInput): readonly Line[] => [
  `await keys.setDone(${idOf(input)}, {`,
  `  status: 201, answer: charge${comparesBodies(input) ? ', print' : ''} }); //@ saving`,
  `res.status(201).json(charge);            //@ reply/saving,charging`,
];

/** From the claim to the answer. */
const workOf = (input: CodeInput): readonly Line[] => indented(steps(input), '  ');

function steps(input: CodeInput): readonly Line[] {
  const { help, errors = 'none' } = input;
  if (help === undefined) return [...charging(input), ...saving(input)];
  if (errors === 'by-effect') return byEffect(input);
  // One catch for whatever fails, wherever it does: it can't know what was done by then.
  const work = [
    help === 'before' && CHECK,
    ...charging(input),
    help === 'after' && PRINT,
    ...saving(input),
  ];
  const remembered = `  await keys.setDone(key, { status: 500 }); //@ savingError`;
  return [
    'try {',
    ...indented(work, '  '),
    '} catch {',
    errors === 'all' ? remembered : FORGET,
    FAIL,
    '}',
  ];
}

/** Only the step beside the charge stands in a `try`: what fails there says nothing of the charge. */
function byEffect(input: CodeInput): readonly Line[] {
  return input.help === 'after'
    ? [
        ...charging(input),
        'try {',
        `  ${PRINT}`,
        '} catch {',
        '  // Still owed. The charge stands, and is told.',
        '}',
        ...saving(input),
      ]
    : [
        'try {',
        `  ${CHECK}`,
        '} catch {',
        '  // Nothing was charged yet: a retry may.',
        FORGET,
        FAIL,
        '}',
        ...charging(input),
        ...saving(input),
      ];
}

const indented = (body: readonly Line[], by: string): readonly string[] =>
  flat(body).map((line) => by + line);
