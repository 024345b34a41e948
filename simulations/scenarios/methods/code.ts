import type { Scenario } from '@/lib/scenario/scenario';

type Code = ReturnType<Scenario['code']>;

/** What each method comes down to: a route, a statement, and what that statement demands with If-Match. */
const FORMS = {
  POST: {
    remark: 'Makes something new each time. Nothing in the request says which.',
    route: "app.post('/orders', async (req, res) => {",
    work: 'db.orders.insert(req.body)',
    sql: ['INSERT INTO orders (amount) VALUES ($1)'],
  },
  PUT: {
    remark: 'Says what the resource is to be, as a whole.',
    route: "app.put('/users/:id', async (req, res) => {",
    work: 'db.users.put(id, req.body)',
    sql: [
      'INSERT INTO users (id, name)',
      'VALUES ($1, $2) ON CONFLICT (id)',
      'DO UPDATE SET name = $2',
    ],
    ifMatch: ['UPDATE users SET name = $2', 'WHERE id = $1 AND name = $3'],
  },
  DELETE: {
    remark: 'Says that it is to be gone. The second time it is.',
    route: "app.delete('/users/:id', async (req, res) => {",
    work: 'db.users.delete(id)',
    sql: ['DELETE FROM users WHERE id = $1'],
    ifMatch: ['DELETE FROM users', 'WHERE id = $1 AND name = $3'],
  },
  GET: {
    remark: 'Changes nothing, so it may be asked as often as one likes.',
    route: "app.get('/users/:id', async (req, res) => {",
  },
  HEAD: {
    remark: 'A GET without its body. It changes nothing either.',
    route: "app.head('/users/:id', async (req, res) => {",
  },
  'PATCH-relative': {
    remark: 'Says what to add. PATCH promises nothing, and this one adds it each time.',
    route: "app.patch('/points/:id', async (req, res) => {",
    work: 'db.points.add(id, req.body.plus)',
    sql: ['UPDATE points', 'SET points = points + $2 WHERE id = $1'],
    ifMatch: ['UPDATE points SET points = points + $2', 'WHERE id = $1 AND points = $3'],
  },
  'PATCH-absolute': {
    remark:
      'Says what a part is to be. That makes this PATCH idempotent, though PATCH need not be.',
    route: "app.patch('/users/:id', async (req, res) => {",
    work: 'db.users.set(id, req.body)',
    sql: ['UPDATE users SET name = $2', 'WHERE id = $1'],
    ifMatch: ['UPDATE users SET name = $2', 'WHERE id = $1 AND name = $3'],
  },
} as const;

type Method = keyof typeof FORMS;

/** A route that changes something, and the method that it serves; GET and HEAD only read. */
type Changing = Exclude<Method, 'GET' | 'HEAD'>;

const isReading = (method: Method): method is 'GET' | 'HEAD' =>
  method === 'GET' || method === 'HEAD';

/** The routes that change something here: the client's, and the other client's PUT where there would be none else. */
function changing(method: Method, ifMatch: 'off' | 'on'): readonly Changing[] {
  if (isReading(method)) return ['PUT'];
  return method === 'POST' && ifMatch === 'on' ? ['POST', 'PUT'] : [method];
}

export function code(method: Method, ifMatch: 'off' | 'on'): Code {
  const shown = changing(method, ifMatch);
  const isMatched = ifMatch === 'on' && 'ifMatch' in FORMS[method];
  return {
    process: 'api',
    remark: isMatched ? 'Changes only what is still as it was read.' : FORMS[method].remark,
    samples: [
      {
        language: 'TypeScript',
        text: [
          `${FORMS[isReading(method) ? method : 'GET'].route}\n${READ}\n});`,
          ...shown.map((each) => route(each, ifMatch === 'on' && each !== 'POST')),
        ].join('\n\n'),
      },
      {
        language: 'SQL',
        text: [SELECT, ...shown.map((each) => sql(each, ifMatch === 'on' && each !== 'POST'))].join(
          '\n\n',
        ),
      },
    ],
  };
}

const marked = (line: string, mark: string): string => `${line.padEnd(43)}${mark}`;

const READ = marked('  res.json(await db.get(req.path));', '//@ reading');
const SELECT = marked('SELECT * FROM users WHERE id = $1;', '--@ reading');

function route(method: Changing, isMatched: boolean): string {
  const { route: begin, work } = FORMS[method];
  const lines = isMatched
    ? [
        marked(`  const rows = await ${work}`, '//@ changing'),
        marked("    .ifStill(req.get('If-Match'));", '//@ changing'),
        '  if (rows === 0) {',
        marked('    const now = await db.get(req.path);', '//@ comparing'),
        '    if (!isAsWanted(now, req.body))',
        marked('      return res.sendStatus(412);', '//@ reply'),
        '  }',
      ]
    : [marked(`  await ${work};`, '//@ changing')];
  return [begin, ...lines, marked('  res.sendStatus(200);', '//@ reply'), '});'].join('\n');
}

function sql(method: Changing, isMatched: boolean): string {
  const form = FORMS[method];
  const statement: readonly string[] = isMatched && 'ifMatch' in form ? form.ifMatch : form.sql;
  const lines = statement.map((line, place) =>
    marked(place === statement.length - 1 ? `${line};` : line, '--@ changing'),
  );
  const compare = [
    '-- 0 rows: is it as wanted already?',
    marked('SELECT * FROM users WHERE id = $1;', '--@ comparing'),
  ];
  return [...lines, ...(isMatched ? compare : [])].join('\n');
}
