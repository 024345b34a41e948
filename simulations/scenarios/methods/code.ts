import type { Scenario } from '@/lib/scenario/scenario';
import { inSql, inTypeScript } from '@/simulations/code/marked';

type Code = ReturnType<Scenario['code']>;

/** What a method comes down to: a route, a statement, and what that statement demands with If-Match. */
interface Form {
  readonly remark: string;
  readonly route: string;
  /** The status of a change that was made. */
  readonly status: number;
  /** Whether the change may make what it names, which is answered otherwise. */
  readonly mayMake?: true;
  /** A call, all but its end: with If-Match one more argument is to come. */
  readonly work: string;
  readonly sql: readonly string[];
  readonly ifMatch?: readonly string[];
  /** Whether there may be nothing to change. */
  readonly mayMiss?: boolean;
  /** When what is there now is not what the request wants, in TypeScript. Without it looking can’t tell. */
  readonly differs?: string;
}

/** A route that changes something, and the method that it serves; GET and HEAD only read. */
type Changing = 'POST' | 'PUT' | 'DELETE' | 'PATCH-relative' | 'PATCH-absolute';
type Method = Changing | 'GET' | 'HEAD';

const FORMS: Readonly<Record<Changing, Form>> = {
  POST: {
    remark: 'Makes something new each time. Nothing in the request says which.',
    ...{ route: "app.post('/orders', async (req, res) => {", status: 201 },
    work: 'db.orders.insert(req.body',
    sql: ['INSERT INTO orders (amount) VALUES ($1)'],
  },
  PUT: {
    remark: 'Says what the resource is to be, as a whole.',
    ...{ route: "app.put('/users/:id', async (req, res) => {", status: 200 },
    ...{ work: 'db.users.put(id, req.body', mayMake: true },
    sql: [
      'INSERT INTO users (id, name)',
      'VALUES ($1, $2) ON CONFLICT (id)',
      'DO UPDATE SET name = $2',
      'RETURNING (xmax = 0) AS is_new',
    ],
    ifMatch: ['UPDATE users SET name = $2', 'WHERE id = $1 AND name = $3'],
    differs: 'now?.name !== req.body.name',
  },
  DELETE: {
    remark: 'Says that it is to be gone. The second time it is.',
    ...{ route: "app.delete('/users/:id', async (req, res) => {", status: 204 },
    work: 'db.users.delete(id',
    sql: ['DELETE FROM users WHERE id = $1'],
    ifMatch: ['DELETE FROM users', 'WHERE id = $1 AND name = $2'],
    ...{ mayMiss: true, differs: 'now' },
  },
  'PATCH-relative': {
    remark: 'Says what to add. PATCH promises nothing, and this one adds it each time.',
    ...{ route: "app.patch('/points/:id', async (req, res) => {", status: 200 },
    work: 'db.points.add(id, req.body.plus',
    sql: ['UPDATE points', 'SET points = points + $2 WHERE id = $1'],
    ifMatch: ['UPDATE points SET points = points + $2', 'WHERE id = $1 AND points = $3'],
    mayMiss: true,
  },
  'PATCH-absolute': {
    remark:
      'Says what a part is to be. That makes this PATCH idempotent, though PATCH need not be.',
    ...{ route: "app.patch('/users/:id', async (req, res) => {", status: 200 },
    work: 'db.users.set(id, req.body',
    sql: ['UPDATE users SET name = $2', 'WHERE id = $1'],
    ifMatch: ['UPDATE users SET name = $2', 'WHERE id = $1 AND name = $3'],
    ...{ mayMiss: true, differs: 'now?.name !== req.body.name' },
  },
};

const READING = {
  GET: 'Changes nothing, so it may be asked as often as one likes.',
  HEAD: 'A GET without its body. It changes nothing either.',
} as const;

const isReading = (method: Method): method is 'GET' | 'HEAD' =>
  method === 'GET' || method === 'HEAD';

/**
 * The routes that change something here: the client’s, and the other client’s PUT where it does what none else
 * does: change anything, or look whether that was done already.
 */
function changing(method: Method, ifMatch: 'off' | 'on'): readonly Changing[] {
  if (isReading(method)) return ['PUT'];
  const looks = method !== 'POST' && method !== 'PATCH-relative';
  return ifMatch === 'on' && !looks ? [method, 'PUT'] : [method];
}

export function code(method: Method, ifMatch: 'off' | 'on'): Code {
  const isOn = ifMatch === 'on';
  const shown = changing(method, ifMatch);
  const isMatched = isOn && !isReading(method) && method !== 'POST';
  const remark = isReading(method) ? READING[method] : FORMS[method].remark;
  // Who adds points under a condition has read them, and the other client the user.
  const tables = isMatched && method === 'PATCH-relative' ? ['points', 'users'] : ['users'];
  const verb = method === 'HEAD' ? 'head' : 'get';
  return {
    process: 'api',
    remark: isMatched ? 'Changes only what is still as it was read.' : remark,
    samples: [
      {
        language: 'TypeScript',
        text: [
          ...(isOn ? [TAGS] : []),
          ...tables.map((table) => reading(verb, table, isOn)),
          ...shown.map((each) => route(each, isOn && each !== 'POST')),
        ].join('\n\n'),
      },
      {
        language: 'SQL',
        text: [
          ...tables.map((table) => select(table, `reading/${table}`)),
          ...shown.map((each) => sql(each, isOn && each !== 'POST')),
        ].join('\n\n'),
      },
    ],
  };
}

/** As in a request. */
const verbOf = (method: Changing): string => method.split('-')[0] ?? method;

const select = (table: string, mark: string): string =>
  inSql(`SELECT * FROM ${table} WHERE id = $1;`, mark);

const find = (table: string): string => `await db.${table}.find(id);`;

const WITH_ID = '  const { id } = req.params;';

/** With If-Match, the tag that a change has to name stands in the answer to a read. */
const TAGS = `// tagOf, rowOf: a row as an entity tag, in quotes, and\n// back. A version in place of the row would be usual.`;

const reading = (verb: string, table: string, isTagged: boolean): string =>
  [
    `app.${verb}('/${table}/:id', async (req, res) => {`,
    WITH_ID,
    inTypeScript(`  const found = ${find(table)}`, `reading/${table}`),
    inTypeScript('  if (!found) return res.sendStatus(404);', `reply/reading/404/${table}`),
    ...(isTagged ? ["  res.set('ETag', tagOf(found));"] : []),
    inTypeScript(
      `  res.json(found);${verb === 'head' ? ' // only its headers go out' : ''}`,
      `reply/reading/200/${table}`,
    ),
    '});',
  ].join('\n');

function route(method: Changing, isMatched: boolean): string {
  const { route: begin, work, status, mayMiss = false, mayMake, differs } = FORMS[method];
  const makes = mayMake && !isMatched;
  const kept = makes ? 'const isNew = ' : isMatched || mayMiss ? 'const rows = ' : '';
  const call = `  ${kept}await ${work}`;
  const verb = verbOf(method);
  const changes = isMatched
    ? [
        inTypeScript(`${call},`, `changing/${verb}`),
        inTypeScript("    { ifMatch: rowOf(req.get('If-Match')) });", `changing/${verb}`),
      ]
    : [inTypeScript(`${call});`, `changing/${verb}`)];
  return [
    begin,
    ...(method === 'POST' ? [] : [WITH_ID]),
    ...changes,
    ...(isMatched ? unmatched(verb, differs) : []),
    ...(!isMatched && mayMiss
      ? [
          inTypeScript(
            '  if (rows === 0) return res.sendStatus(404);',
            `reply/changing/404/${verb}`,
          ),
        ]
      : []),
    inTypeScript(
      `  res.sendStatus(${makes ? `isNew ? 201 : ${status}` : status});`,
      `reply/changing,comparing/${verb}/!404/!412`,
    ),
    '});',
  ].join('\n');
}

/** What follows when If-Match did not hold. */
const unmatched = (verb: string, differs: string | undefined): readonly string[] =>
  differs === undefined
    ? [
        '  // Perhaps an earlier copy did it: nobody can tell.',
        inTypeScript('  if (rows === 0) return res.sendStatus(412);', `reply/412/${verb}`),
      ]
    : [
        '  if (rows === 0) { // Is it as wanted already?',
        inTypeScript(`    const now = ${find('users')}`, `comparing/${verb}`),
        inTypeScript(`    if (${differs})`, `reply/412/${verb}`),
        inTypeScript('      return res.sendStatus(412);', `reply/412/${verb}`),
        '  }',
      ];

function sql(method: Changing, isMatched: boolean): string {
  const form = FORMS[method];
  const statement = isMatched ? (form.ifMatch ?? form.sql) : form.sql;
  const lines = statement.map((line, place) =>
    inSql(place === statement.length - 1 ? `${line};` : line, `changing/${verbOf(method)}`),
  );
  return [...lines, ...noRows(form, verbOf(method), isMatched)].join('\n');
}

/** What the server makes of 0 rows. */
function noRows(
  { mayMiss = false, differs }: Form,
  verb: string,
  isMatched: boolean,
): readonly string[] {
  if (!isMatched) return mayMiss ? ['-- 0 rows: 404.'] : [];
  if (differs === undefined) return ['-- 0 rows: 412. Whose change it was, nobody can tell.'];
  return ['-- 0 rows: is it as wanted already?', select('users', `comparing/${verb}`)];
}
