import type { Scenario } from '@/lib/scenario/scenario';
import type { MarkingConsumerInput } from '@/simulations/actors/marking-consumer';

type Code = ReturnType<Scenario['code']>;

const REMARKS = {
  first: 'The mark says “seen”, and is taken for “done”.',
  after: 'Between the work and its mark there is a moment in which nobody knows.',
  'two-state with-mark':
    'What is only begun may be begun again. Whether it was finished, nobody knows.',
  'two-state after-mark': 'Two commands. Between them the mark has no end.',
};

/** The code of `simulations/actors/marking-consumer.ts`, as its input has it. */
export const codeOf = (
  mark: MarkingConsumerInput['mark'],
  lease: MarkingConsumerInput['lease'],
): Code => ({
  process: 'consumer-1',
  remark: mark === 'two-state' ? REMARKS[`${mark} ${lease}`] : REMARKS[mark],
  samples: [
    { language: 'TypeScript', text: [...typescript(mark, lease)].join('\n') },
    { language: 'SQL', text: [...commands(mark, lease)].join('\n') },
  ],
});

function* typescript(
  mark: MarkingConsumerInput['mark'],
  lease: MarkingConsumerInput['lease'],
): Iterable<string> {
  yield "queue.on('message', async (message) => {";
  yield '  const key = `seen:${message.id}`;';
  switch (mark) {
    case 'after':
      yield '  if (await redis.get(key)) return message.ack(); //@ looking';
      break;
    case 'first':
      yield* marking();
      yield '  if (mark) return message.ack(); // somebody had it before';
      break;
    case 'two-state':
      yield* marking(lease === 'with-mark' ? ' PX: 20_000,' : '');
      yield "  if (mark === 'done') return message.ack();";
      yield "  if (mark === 'begun') return; // it will come back";
      if (lease === 'after-mark') yield '  await redis.pExpire(key, 20_000);        //@ leasing';
  }
  yield '  await db.shipments.insert(message.order); //@ shipping';
  if (mark !== 'first') yield "  await redis.set(key, 'done');            //@ markingDone";
  yield '  await message.ack();                     //@ reply';
  yield '});';
}

/** The old mark, or null and a new one; with an end, if one is given. */
function* marking(end = ''): Iterable<string> {
  yield "  const mark = await redis.set(key, 'begun', { //@ marking";
  yield `    NX: true, GET: true,${end} //@ marking`;
  yield '  }); //@ marking';
}

function* commands(
  mark: MarkingConsumerInput['mark'],
  lease: MarkingConsumerInput['lease'],
): Iterable<string> {
  yield `-- In Redis${mark === 'after' ? '' : ' (7.0 or later)'}, where the marks are:`;
  if (lease === 'after-mark') yield '-- (SET … NX is what SETNX was, which is deprecated)';
  if (mark === 'after') yield 'GET seen:order-A                --@ looking';
  if (mark === 'first') yield 'SET seen:order-A begun NX GET   --@ marking';
  if (mark === 'two-state') {
    yield `SET seen:order-A begun NX GET${lease === 'with-mark' ? ' PX 20000' : ''} --@ marking`;
    if (lease === 'after-mark') yield 'PEXPIRE seen:order-A 20000      --@ leasing';
  }
  yield '';
  yield '-- In the database, where the work is:';
  yield 'INSERT INTO shipments ("order") --@ shipping';
  yield 'VALUES ($1);                    --@ shipping';
  if (mark === 'first') return;
  yield '';
  yield '-- In Redis:';
  yield 'SET seen:order-A done           --@ markingDone';
}
