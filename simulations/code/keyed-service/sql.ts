import type { KeyedServiceInput } from '@/simulations/actors/keyed-service/asking';
import { type CodeInput, comparesBodies, type Line } from '@/simulations/code/keyed-service/lines';
import { inSql } from '@/simulations/code/marked';

/** The statements of it, each with parameters of its own. */
export const sql = (input: CodeInput): readonly Line[] => [
  input.login === 'last' && [
    ...marked('looking', [`SELECT status, answer FROM keys`, ...where(input, 1)]),
    ``,
  ],
  ...onMissingSql(input),
  ...marked('claiming', claimOf(input)),
  `-- 1 row: it is ours. 0 rows: read ${comparesBodies(input) ? 'and compare ' : ''}it.`,
  ``,
  ...(input.help === 'before' ? marked('checking', [`-- (the check for fraud, next door)`]) : []),
  ...marked('charging', [`-- (the charge, at the provider)`]),
  ...(input.help === 'after' ? marked('finishing', [`-- (the receipt, next door)`]) : []),
  ``,
  ...marked('saving', [`UPDATE keys SET status = '201', answer = $1`, ...where(input, 2)]),
  input.mayBeDeclined === true && [
    ``,
    `-- When the card is declined:`,
    ...marked('savingDecline', [`UPDATE keys SET status = '402'`, ...where(input, 1)]),
  ],
  input.help !== undefined && ['', ...failedSql(input)],
];

/** What a record is found by. */
const nameOf = ({ scope }: KeyedServiceInput): readonly string[] =>
  scope === 'account' ? ['account', 'key'] : ['key'];

function claimOf(input: CodeInput): readonly string[] {
  const name = nameOf(input);
  const given = comparesBodies(input) ? [...name, 'print'] : name;
  return [
    `INSERT INTO keys (${given.join(', ')}, status)`,
    `VALUES (${given.map((_, place) => `$${place + 1}`).join(', ')}, 'running')`,
    `ON CONFLICT (${name.join(', ')}) DO NOTHING;`,
  ];
}

/** Its parameters count from `first`. */
const where = (input: KeyedServiceInput, first: number): readonly string[] => [
  `WHERE ${nameOf(input)
    .map((column, place) => `${column} = $${first + place}`)
    .join(' AND ')};`,
];

const marked = (state: string, statement: readonly string[]): readonly string[] =>
  statement.map((line) => inSql(line, state));

const onMissingSql = ({ missing = 'refuse' }: KeyedServiceInput): readonly Line[] =>
  missing === 'run'
    ? [`-- No key: nothing here, straight to the charge.`]
    : missing === 'fold'
      ? [`-- No key: $1 is 'idem:undefined', for everybody.`]
      : [];

function failedSql(input: KeyedServiceInput): readonly Line[] {
  const { errors = 'none', help } = input;
  if (errors === 'all') {
    return [
      `-- When it fails:`,
      ...marked('savingError', [`UPDATE keys SET status = '500'`, ...where(input, 1)]),
    ];
  }
  return errors === 'by-effect' && help === 'after'
    ? [`-- When the receipt fails: the same UPDATE.`]
    : [`-- When it fails:`, ...marked('forgetting', [`DELETE FROM keys`, ...where(input, 1)])];
}
