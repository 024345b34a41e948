import type { Scenario } from '@/lib/scenario/scenario';

type Code = ReturnType<Scenario['code']>;

/** No memory at all. */
export const unprotected: Code = {
  process: 'api',
  remark: 'Nothing here asks: have I done this before?',
  samples: [
    {
      language: 'TypeScript',
      text: `app.post('/charges', async (req, res) => {
  const { card, amount } = req.body;
  const charge =
    await provider.charge(card, amount);   //@ charging
  res.status(201).json(charge);            //@ reply
});`,
    },
    {
      language: 'SQL',
      text: `-- No table remembers which requests were served.`,
    },
  ],
};

/** Look, then charge, then remember: three steps with room between them. */
export const checkThenAct: Code = {
  process: 'api',
  remark: 'Between the look and the record, any other request finds nothing and goes on.',
  samples: [
    {
      language: 'TypeScript',
      text: `app.post('/charges', async (req, res) => {
  const key = req.get('Idempotency-Key');
  const seen = await keys.get(key);        //@ looking
  if (seen) return res.json(seen);
  // The gap opens here …
  const charge =
    await provider.charge(req.body);       //@ charging
  await keys.set(key, charge);             //@ saving
  // … and closes here.
  res.status(201).json(charge);            //@ reply
});`,
    },
    {
      language: 'SQL',
      text: `SELECT answer FROM keys WHERE key = $1;   --@ looking
-- 0 rows: go on. Nothing is locked:
-- there is no row that could be.

-- (the charge, at the provider)           --@ charging

INSERT INTO keys (key, answer)             --@ saving
VALUES ($1, $2);                           --@ saving`,
    },
  ],
};

/** Claim the key in one atomic step before doing anything. */
export const atomic = (inFlight: 'conflict' | 'wait'): Code => ({
  process: 'api',
  remark:
    inFlight === 'conflict'
      ? 'Asking and claiming are one step, so only one request can get through.'
      : 'Asking and claiming are one step; whoever comes second waits for the first one’s answer.',
  samples: [
    {
      language: 'TypeScript',
      text: `app.post('/charges', async (req, res) => {
  const key = req.get('Idempotency-Key');
  const claimed =
    await keys.setIfAbsent(key, 'running'); //@ claiming
  if (!claimed) {
${inFlight === 'conflict' ? CONFLICT : WAIT}
  }
  const charge =
    await provider.charge(req.body);       //@ charging
  await keys.set(key, charge);             //@ saving
  res.status(201).json(charge);            //@ reply
});`,
    },
    {
      language: 'SQL',
      text: `INSERT INTO keys (key, status)             --@ claiming
VALUES ($1, 'running')                     --@ claiming
ON CONFLICT (key) DO NOTHING;              --@ claiming
-- 1 row: it is ours. 0 rows: it is not.
${inFlight === 'wait' ? '\nSELECT answer FROM keys WHERE key = $1;    --@ lookingAgain\n' : ''}
-- (the charge, at the provider)           --@ charging

UPDATE keys SET status = 'done',           --@ saving
  answer = $2 WHERE key = $1;              --@ saving`,
    },
  ],
});

const CONFLICT = `    const seen = await keys.get(key);
    if (seen === 'running')
      return res.sendStatus(409);
    return res.json(seen);`;

const WAIT = `    let seen = await keys.get(key);        //@ lookingAgain
    while (seen === 'running') {
      await sleep(400);                    //@ waiting
      seen = await keys.get(key);          //@ lookingAgain
    }
    return res.json(seen);`;
