import type { KeyedServiceInput } from '@/simulations/actors/keyed-service/asking';
import { type CodeInput, comparesBodies, type Line } from '@/simulations/code/keyed-service/lines';

/** The statements of it, each with parameters of its own. */
export const sql = (input: CodeInput): readonly Line[] => [
  input.login === 'last' && [
    ...marked('looking', [`SELECT status, answer FROM keys`, ...where(input, 1)]),
    ``,
  ],
  ...onMissingSql(input),
  ...marked('claiming', [
    `INSERT INTO keys (${columnsOf(input)}, status${comparesBodies(input) ? ', print' : ''})`,
    `VALUES (${input.scope === 'account' ? '$1, $2' : '$1'}, 'running'${comparesBodies(input) ? ', $2' : ''})`,
    `ON CONFLICT (${columnsOf(input)}) DO NOTHING;`,
  ]),
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

const columnsOf = ({ scope }: KeyedServiceInput): string =>
  scope === 'account' ? 'account, key' : 'key';

const where = ({ scope }: KeyedServiceInput, first: number): readonly string[] => [
  scope === 'account'
    ? `WHERE account = $${first} AND key = $${first + 1};`
    : `WHERE key = $${first};`,
];

const marked = (state: string, statement: readonly string[]): readonly string[] =>
  statement.map((line) => `${line.padEnd(42)} --@ ${state}`);

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
