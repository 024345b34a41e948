import type { Scenario } from '@/lib/scenario/scenario';

type Code = ReturnType<Scenario['code']>;

export const withoutInbox: Code = {
  process: 'consumer-1',
  remark: 'Every delivery is taken for the first one.',
  samples: [
    {
      language: 'TypeScript',
      text: `queue.on('message', async (message) => {
  await db.shipments.insert(message.order); //@ shippingAtOnce
  // Done. If the next line is not heard, it is done again.
  await message.ack();                     //@ reply
});`,
    },
    {
      language: 'SQL',
      text: `INSERT INTO shipments ("order")            --@ shippingAtOnce
VALUES ($1);                               --@ shippingAtOnce`,
    },
  ],
};

export const withInbox: Code = {
  process: 'consumer-1',
  remark: 'The message’s id and its work become true together; a second delivery finds the id.',
  samples: [
    {
      language: 'TypeScript',
      text: `queue.on('message', async (message) => {
  await db.transaction(async (tx) => {     //@ beginning
    // The sender’s id, and not one that the queue gave it.
    if (!(await tx.inbox.add(message.id))) //@ registering
      return; // nothing to write          //@ rollingBack
    await tx.shipments.insert(             //@ shipping
      message.order);                      //@ shipping
  });                                      //@ committing
  await message.ack();                     //@ reply
});`,
    },
    {
      language: 'SQL',
      text: `BEGIN;                                     --@ beginning

INSERT INTO inbox (message) VALUES ($1)    --@ registering
ON CONFLICT (message) DO NOTHING;          --@ registering
-- 0 rows: seen before. ROLLBACK, acknowledge.  --@ rollingBack

INSERT INTO shipments ("order")            --@ shipping
VALUES ($1);                               --@ shipping

COMMIT;                                    --@ committing`,
    },
  ],
};
