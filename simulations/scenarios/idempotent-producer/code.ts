import type { Scenario } from '@/lib/scenario/scenario';
import type { Settings } from '@/simulations/scenarios/idempotent-producer/cast';

type Code = ReturnType<Scenario['code']>;

const REMARKS: Readonly<Record<Settings['resend'], string>> = {
  'by-client': 'The same record, under the same number: the log knows it again.',
  'by-application':
    'For the library, a second send() is a second record: it has given up the first, raised its epoch, and counts from 0 again.',
  'after-restart': 'A process that has started again is another producer, and counts from 0.',
};

export const codeOf = ({ idempotence, resend }: Settings): Code => ({
  process: 'producer',
  remark: idempotence === 'on' ? REMARKS[resend] : 'The log can’t tell a repeat from a record.',
  samples: [
    { language: 'TypeScript', text: [...typescript(idempotence, resend)].join('\n') },
    { language: 'SQL', text: BROKER[idempotence] },
  ],
});

function* typescript(
  idempotence: Settings['idempotence'],
  resend: Settings['resend'],
): Iterable<string> {
  yield `// Names as in kafkajs; what it does is the Java client’s.`;
  yield `const producer = kafka.producer({`;
  yield `  idempotent: ${String(idempotence === 'on')},`;
  yield `});`;
  // It asks for its id as it connects, if it needs one.
  const connect = `await producer.connect();`;
  yield idempotence === 'on' ? `${connect.padEnd(43)}//@ registering` : connect;
  yield ``;
  yield `const record = (order) => ({ topic: 'orders',`;
  yield `  messages: [{ value: JSON.stringify(order) }] });`;
  yield ``;
  if (resend === 'after-restart') yield `for (const order of await book.open()) {`;
  else yield `shop.on('order', async (order) => {`;
  const send = `await producer.send(record(order));`;
  if (resend === 'by-application') {
    yield `  for (let call = 1; call <= 3; call++) {`;
    yield `    try {`;
    yield `      return ${send}  //@ sending`;
    yield `    } catch {`;
    yield `      // The library has given up. Is it in the log?`;
    yield `    }`;
    yield `  }`;
    yield `  log.error('unknown', order);             //@ gaveUp`;
  } else {
    yield `  // Until it is answered, the library sends it again.`;
    yield `  ${send}      //@ sending`;
    yield `  // It throws when it gives up.           //@ gaveUp`;
  }
  if (resend === 'after-restart') yield `  await book.crossOut(order);`;
  yield `${resend === 'after-restart' ? '}' : '});'}                                        //@ sent`;
}

const BROKER: Readonly<Record<Settings['idempotence'], string>> = {
  off: `-- No SQL here. What the broker does:
-- append whatever comes.`,
  on: `-- No SQL here. What the broker does, by producer id:
--   an older epoch             → refuse
--   one of the last 5 numbers  → answer its offset
--   the next number            → append
--   a new epoch, number 0      → append
--   anything else              → refuse: out of order`,
};
