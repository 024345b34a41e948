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
    return 'A crash between the last two lines, and the order comes again.';
  return isolation === 'committed'
    ? 'Record and offset count together, and nobody reads what does not count.'
    : 'The transaction is whole, but billing does not wait for its end.';
}

function* typescript({ offsets, effect }: Settings): Iterable<string> {
  yield `const producer = kafka.producer({`;
  yield `  transactionalId: 'charger',`;
  yield `  idempotent: true,`;
  yield `  maxInFlightRequests: 1,`;
  yield `});`;
  yield `// What an earlier life left open is aborted here,`;
  yield `// before this one asks how far that one had come.`;
  yield `await producer.connect();`;
  yield `const orders = await ordersFromMyOffset();    //@ findingPlace`;
  yield ``;
  yield `for await (const order of orders) {           //@ polling`;
  yield `  const tx = await producer.transaction();`;
  if (effect === 'external') yield `  await provider.charge(order);               //@ charging`;
  yield `  await tx.send(charge(order));               //@ producing`;
  if (offsets === 'inside') yield `  await tx.sendOffsets(after(order));         //@ addingOffset`;
  yield `  await tx.commit();                          //@ committing`;
  if (offsets === 'outside') {
    yield `  // A crash here, and the order is read again.`;
    yield `  await consumer.commitOffsets(after(order)); //@ committingOffset`;
  }
  yield `}`;
  yield `// It throws when the library gives up.       //@ stopped`;
}

const BILLING: Readonly<Record<Settings['isolation'], string>> = {
  uncommitted: `-- Billing. Its consumer, as it comes:
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
