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
  if (seen) return res.status(201).json(seen); //@ reply/looking
  // The gap opens here …
  const charge =
    await provider.charge(req.body);       //@ charging
  await keys.set(key, charge);             //@ saving
  // … and closes here.
  res.status(201).json(charge);            //@ reply/saving
});`,
    },
    {
      language: 'SQL',
      text: `SELECT answer FROM keys WHERE key = $1;   --@ looking
-- 0 rows: go on. Nothing is locked:
-- there is no row that could be.

-- (the charge, at the provider)           --@ charging

INSERT INTO keys (key, answer)             --@ saving
VALUES ($1, $2)                            --@ saving
ON CONFLICT (key) DO UPDATE                --@ saving
SET answer = $2;                           --@ saving`,
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
${inFlight === 'conflict' ? CONFLICT : WAIT}
  const charge =
    await provider.charge(req.body);       //@ charging
  await keys.setDone(key, charge);         //@ saving
  res.status(201).json(charge);            //@ reply/saving
});`,
    },
    {
      language: 'SQL',
      text: `INSERT INTO keys (key, status)             --@ claiming
VALUES ($1, 'running')                     --@ claiming
ON CONFLICT (key) DO NOTHING;              --@ claiming
-- 1 row: it is ours, so charge.
${inFlight === 'wait' ? `-- 0 rows: look until it is done; at last 409.\n${READ}` : `-- 0 rows: read it. Still running: 409.`}

-- (the charge, at the provider)           --@ charging

UPDATE keys SET status = 'done',           --@ saving
  answer = $2 WHERE key = $1;              --@ saving`,
    },
  ],
});

const CONFLICT = `  const claim = await keys.claim(key);     //@ claiming
  if (claim.isDone)                        //@ reply/claiming/201
    return res.status(201).json(claim.answer); //@ reply/claiming/201
  if (!claim.isOurs) return res.sendStatus(409); //@ reply/claiming/409`;

const WAIT = `  let found = await keys.claim(key);       //@ claiming
  if (!found.isOurs) {
    for (let look = 0; look < 5 && !found.isDone; look++) {
      await sleep(400);                    //@ waiting
      found = await keys.get(key);         //@ lookingAgain
    }
    if (!found.isDone) return res.sendStatus(409); //@ reply/409
    return res.status(201).json(found.answer); //@ reply/claiming,lookingAgain/201
  }`;

const READ = `SELECT status, answer FROM keys            --@ lookingAgain
WHERE key = $1;                            --@ lookingAgain`;
