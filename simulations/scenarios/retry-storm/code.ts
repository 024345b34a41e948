import type { Scenario } from '@/lib/scenario/scenario';
import type { Backoff } from '@/simulations/actors/pausing';

type Code = ReturnType<Scenario['code']>;

interface Settings {
  readonly attempts: number;
  readonly layers: number;
  readonly retryAt: 'every-hop' | 'edge-only';
  readonly backoff: Backoff;
}

/** With one layer there is nobody between: what is left to read is the service at the end. */
export const code = ({ layers, retryAt, ...settings }: Settings): Code =>
  layers === 1 ? noHop : retryAt === 'every-hop' ? everyHopRetries(settings) : callOnce(settings);

type Trying = Pick<Settings, 'attempts' | 'backoff'>;

const NO_SQL = {
  language: 'SQL',
  text: `-- There is no statement that counts these calls.`,
} as const;

const everyHopRetries = ({ attempts, backoff }: Trying): Code => ({
  process: 'gateway',
  remark: 'Each service means well. Together they multiply: attempts to the power of layers.',
  samples: [
    {
      language: 'TypeScript',
      text: `// The same in the gateway, in orders, in payments …
app.post('/orders', async (req, res) => {
  for (let call = 1; call <= ${attempts}; call++) {
    const answer = await next.post(req.body); //@ calling
    if (answer.status < 500)
      return res.status(answer.status).send(answer.body);
${
  backoff === 'none'
    ? ''
    : `    const whole = ${WHOLE_PAUSE};
    if (call < ${attempts})                            //@ backingOff
      await sleep(${PAUSES[backoff]});${' '.repeat(backoff === 'exponential' ? 19 : 3)}//@ backingOff
`
}  }
  res.sendStatus(502);                        //@ reply
});`,
    },
    NO_SQL,
  ],
});

const WHOLE_PAUSE = 'Math.min(4000, 1000 * 2 ** (call - 1))';
const PAUSES = { exponential: 'whole', 'full-jitter': 'whole * Math.random()' } as const;

const callOnce = ({ attempts, backoff }: Trying): Code => ({
  process: 'gateway',
  remark: 'One place retries, and it is the one that knows how long its user is willing to wait.',
  samples: [
    {
      language: 'TypeScript',
      text: `// In every service but the first caller:
app.post('/orders', async (req, res) => {
  const answer = await next.post(req.body);   //@ calling
  // A failure is passed on. Who began it decides.
  if (answer.status >= 500) return res.sendStatus(502);
  res.status(answer.status).send(answer.body); //@ reply
});

// The client alone calls again (${attempts} calls at most)${
        backoff === 'none'
          ? ', at once.'
          : `:
//   whole = ${WHOLE_PAUSE}
//   await sleep(${PAUSES[backoff]})`
      }`,
    },
    NO_SQL,
  ],
});

const noHop: Code = {
  process: 'shipping',
  remark: 'It has booked before it fails, so each call that is made again books again.',
  samples: [
    {
      language: 'TypeScript',
      text: `app.post('/orders', async (req, res) => {
  const parcel = await db.parcels.insert(req.body);
  try {
    await printer.label(parcel);
  } catch {
    return res.sendStatus(503);               //@ withoutPrinter
  }
  res.status(201).json(parcel);               //@ reply
});`,
    },
    NO_SQL,
  ],
};
