import type { Scenario } from '@/lib/scenario/scenario';

type Code = ReturnType<Scenario['code']>;

/** What the code of a worker differs in. */
export interface WorkerCode {
  readonly ack: 'before' | 'after';
  readonly dedup: 'none' | 'flag' | 'inbox';
  readonly checks: boolean;
  readonly beats?: boolean;
}

/** The code of `simulations/actors/worker.ts`, as its input has it. */
export const workerCode = (worker: WorkerCode, remark: string): Code => ({
  process: 'consumer-1',
  remark,
  samples: [
    { language: 'TypeScript', text: [...typescript(worker)].join('\n') },
    { language: 'SQL', text: sql(worker) },
  ],
});

function* typescript({ ack, dedup, checks, beats = false }: WorkerCode): Iterable<string> {
  yield `queue.on('message', async (message) => {`;
  if (dedup === 'flag') {
    yield `  // What is marked is taken for dealt with before.`;
    yield `  // The mark does not say that.`;
    yield `  if (message.redelivered) return message.ack(); //@ reply/idle`;
  }
  if (ack === 'before') {
    yield `  // From here on the queue knows nothing of this message.`;
    yield `  await message.ack();`;
  }
  const by = beats ? '    ' : '  ';
  if (beats) {
    yield `  const beat = every(10_000, () => message.extend()); //@ beating`;
    yield `  try {`;
  }
  const check = `await addresses.check(message.address); //@ ${beats ? 'beating' : 'waiting'}`;
  if (dedup === 'inbox') {
    yield `${by}await db.transaction(async (tx) => {     //@ beginning`;
    yield `${by}  // The sender’s id, not one that the queue gave it.`;
    yield `${by}  if (!(await tx.inbox.add(message.id))) //@ registering`;
    yield `${by}    return; // nothing to write          //@ rollingBack`;
    if (checks) yield `${by}  ${check}`;
    yield `${by}  await tx.shipments.insert(             //@ shipping`;
    yield `${by}    message.order);                      //@ shipping`;
    yield `${by}});                                      //@ committing`;
  } else {
    if (checks) yield `${by}${check}`;
    yield `${by}await db.shipments.insert(message.order); //@ shippingAtOnce`;
  }
  if (beats) {
    yield `  } finally {`;
    yield `    // Else it would hide a message that nobody works on.`;
    yield `    beat.stop();`;
    yield `  }`;
  }
  if (ack === 'after') yield `  await message.ack(); //@ reply/!idle`;
  yield `});`;
}

/** What happens outside the database is a remark there. */
function sql({ dedup, checks, beats = false }: WorkerCode): string {
  const check = checks
    ? [`-- The address is checked.  --@ ${beats ? 'beating' : 'waiting'}`, '']
    : [];
  const marked =
    dedup === 'flag' ? ['-- What is marked “redelivered” is skipped.  --@ reply/idle', ''] : [];
  const known = `-- 0 rows: dealt with before. ROLLBACK.    --@ rollingBack`;
  return dedup === 'inbox'
    ? [BEGIN, known, '', ...check, COMMIT].join('\n')
    : [...marked, ...check, SHIP].join('\n');
}

const SHIP = `INSERT INTO shipments ("order")            --@ shippingAtOnce
VALUES ($1);                               --@ shippingAtOnce`;

const BEGIN = `BEGIN;                                     --@ beginning

INSERT INTO inbox (message) VALUES ($1)    --@ registering
ON CONFLICT (message) DO NOTHING;          --@ registering`;

const COMMIT = `INSERT INTO shipments ("order")            --@ shipping
VALUES ($1);                               --@ shipping

COMMIT;                                    --@ committing`;
