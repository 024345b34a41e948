import type { Scenario } from '@/lib/scenario/scenario';
import { listOf } from '@/lib/words/list-of';
import type { Backoff } from '@/simulations/actors/pausing';
import { BETWEEN } from '@/simulations/scenarios/retry-storm/between';

type Code = ReturnType<Scenario['code']>;

interface Settings {
  readonly attempts: number;
  readonly layers: number;
  readonly retryAt: 'every-hop' | 'edge-only';
  readonly backoff: Backoff;
}

/** With one layer there is nobody between: what is left to read is the service at the end. */
export const code = ({ layers, retryAt, ...settings }: Settings): Code =>
  layers === 1
    ? noHop
    : retryAt === 'every-hop'
      ? everyHopRetries({ layers, ...settings })
      : callOnce(settings);

type Trying = Pick<Settings, 'attempts' | 'backoff'>;

const NOBODY_RETRIES = 'With one attempt nobody calls again, and a failure goes all the way up.';

const NO_SQL = {
  language: 'SQL',
  text: `-- There is no statement that counts these calls.`,
} as const;

const everyHopRetries = ({
  layers,
  attempts,
  backoff,
}: Trying & Pick<Settings, 'layers'>): Code => ({
  process: 'gateway',
  remark:
    attempts === 1
      ? NOBODY_RETRIES
      : 'Each caller means well. Together they multiply: attempts to the power of layers.',
  samples: [
    {
      language: 'TypeScript',
      text: `// ${layers === 2 ? 'In' : 'The same in'} ${listOf(BETWEEN.slice(0, layers - 1))}:
app.post('/orders', async (req, res) => {
  for (let call = 1; call <= ${attempts}; call++) {
    const answer = await next.post(req.body); //@ calling
    if (answer.status < 500)                  //@ reply/201
      return res.status(answer.status).send(answer.body); //@ reply/201
${
  backoff === 'none' || attempts === 1
    ? ''
    : `    const whole = ${WHOLE_PAUSE};
    if (call < ${attempts})                            //@ backingOff
      await sleep(${PAUSES[backoff]});${' '.repeat(backoff === 'exponential' ? 19 : 3)}//@ backingOff
`
}  }
  res.sendStatus(502);                        //@ reply/502
});`,
    },
    NO_SQL,
  ],
});

const WHOLE_PAUSE = 'Math.min(4000, 1000 * 2 ** (call - 1))';
const PAUSES = { exponential: 'whole', 'full-jitter': 'whole * Math.random()' } as const;

const callOnce = ({ attempts, backoff }: Trying): Code => ({
  process: 'gateway',
  remark:
    attempts === 1
      ? NOBODY_RETRIES
      : 'One place retries, and it is the one that knows how long its user is willing to wait.',
  samples: [
    {
      language: 'TypeScript',
      text: `// In every service but the first caller:
app.post('/orders', async (req, res) => {
  const answer = await next.post(req.body);   //@ calling
  // A failure is passed on. Who began it decides.
  if (answer.status >= 500) return res.sendStatus(502); //@ reply/502
  res.status(answer.status).send(answer.body); //@ reply/!502
});

${ofTheClient({ attempts, backoff })}`,
    },
    NO_SQL,
  ],
});

function ofTheClient({ attempts, backoff }: Trying): string {
  if (attempts === 1) return '// Nor does the client: one call is all.';
  const begin = `// The client alone calls again (${attempts} calls at most)`;
  return backoff === 'none'
    ? `${begin}, at once.`
    : `${begin}:
//   whole = ${WHOLE_PAUSE}
//   await sleep(${PAUSES[backoff]})`;
}

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
    return res.sendStatus(503);               //@ reply/withoutPrinter
  }
  res.status(201).json(parcel);               //@ reply/printing
});`,
    },
    NO_SQL,
  ],
};
