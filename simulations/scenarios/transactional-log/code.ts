import type { Scenario } from '@/lib/scenario/scenario';
import type { Settings } from '@/simulations/scenarios/transactional-log/cast';

type Code = ReturnType<Scenario['code']>;

export const codeOf = (settings: Settings): Code => ({
  process: 'worker',
  remark: remarkOn(settings),
  samples: [
    { language: 'TypeScript', text: [...typescript(settings)].join('\n') },
    { language: 'SQL', text: settings.effect === 'log' ? BILLING[settings.isolation] : NO_BILLING },
  ],
});

function remarkOn({ offsets, isolation, effect }: Settings): string {
  if (effect === 'external')
    return 'The charge is made at once, whatever becomes of the transaction.';
  if (offsets === 'outside')
    return 'A crash between the last two calls, and the order comes again.';
  return isolation === 'committed'
    ? 'Record and offset count together, and nobody reads what does not count.'
    : 'The transaction is whole, but billing does not wait for its end.';
}

function* typescript({ offsets, effect }: Settings): Iterable<string> {
  yield `// Names as in kafkajs; what the log does is Kafka 4’s.`;
  yield `const producer = kafka.producer({`;
  yield `  transactionalId: 'charger',`;
  yield `  idempotent: true,`;
  yield `  maxInFlightRequests: 1,`;
  yield `});`;
  yield `await producer.connect();`;
  // kafkajs asks for its transactional id, which fences and aborts, not before the first transaction.
  yield `// What an earlier life left open is aborted with the`;
  yield `// first transaction, before this one asks how far that`;
  yield `// one had come.`;
  yield `const first = await producer.transaction();  //@ initializing`;
  yield `await first.abort();                         //@ initializing`;
  yield ``;
  yield `const groupId = 'charger';`;
  yield `const consumer = kafka.consumer({ groupId });`;
  yield `await consumer.connect();`;
  yield `await consumer.subscribe({`;
  yield `  topic: 'orders', fromBeginning: true,`;
  yield `});`;
  // What is open when an order fails would be in the way of the next: only another life aborts it.
  yield `// An order that fails ends the process,      //@ stopped`;
  yield `// and a supervisor starts it again.          //@ stopped`;
  yield `consumer.on(consumer.events.CRASH, () =>     //@ stopped`;
  yield `  process.exit(1));                          //@ stopped`;
  yield `await consumer.run({                          //@ findingPlace`;
  yield `  autoCommit: false,`;
  yield `  async eachMessage({ topic, partition, message }) { //@ polling`;
  yield `    const offset = String(Number(message.offset) + 1);`;
  yield `    const next = { partition, offset };`;
  yield `    const { value } = message; // the order`;
  yield `    const tx = await producer.transaction();`;
  if (effect === 'external') yield `    await provider.charge(value);             //@ charging`;
  yield `    await tx.send({                           //@ producing`;
  yield `      topic: 'charges', messages: [{ value }],  //@ producing`;
  yield `    });                                       //@ producing`;
  if (offsets === 'inside') {
    yield `    await tx.sendOffsets({                    //@ addingOffset`;
    yield `      consumerGroupId: groupId,               //@ addingOffset`;
    yield `      topics: [{ topic, partitions: [next] }], //@ addingOffset`;
    yield `    });                                       //@ addingOffset`;
  }
  yield `    await tx.commit();                        //@ committing`;
  if (offsets === 'outside') {
    yield `    // A crash here, and the order is read again.`;
    yield `    await consumer.commitOffsets([            //@ committingOffset`;
    yield `      { topic, ...next },                     //@ committingOffset`;
    yield `    ]);                                       //@ committingOffset`;
  }
  yield `  },`;
  yield `});`;
}

const BILLING: Readonly<Record<Settings['isolation'], string>> = {
  uncommitted: `-- Billing. Its consumer, Java’s as it comes:
--   isolation.level=read_uncommitted
-- It is shown every record, whatever becomes of it.

INSERT INTO charges ("order") VALUES ($1);
-- and, in the same transaction, its own offset`,
  committed: `-- Billing. Its consumer:
--   isolation.level=read_committed
-- It is shown nothing behind an open transaction, and
-- nothing of an aborted one.

INSERT INTO charges ("order") VALUES ($1);
-- and, in the same transaction, its own offset`,
};

const NO_BILLING = `-- No SQL here. Nobody acts on what is in the log:
-- the card provider has been called.`;
