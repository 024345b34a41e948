import type { Scenario } from '@/lib/scenario/scenario';
import type { Settings } from '@/simulations/scenarios/webhooks/cast';

type Code = ReturnType<Scenario['code']>;

const REMARKS: Readonly<Record<Settings['dedup'], string>> = {
  none: 'A second delivery is a request like the first.',
  'webhook-id': 'It knows a delivery again. Another subscription’s delivery has another id.',
  'event-id': 'It knows what happened, whichever way it hears of it.',
};

/** The code for settings: ids where something is to be done once, versions where a state is to be kept. */
export const codeOf = ({ dedup, event, order }: Settings): Code =>
  event === 'address' ? keeping(order) : shipping(dedup);

const keeping = (order: Settings['order']): Code => ({
  process: 'app',
  remark:
    order === 'versioned'
      ? 'What is older than what is there writes nothing, however late it comes.'
      : 'What came last is taken for what is true.',
  samples: [
    {
      language: 'TypeScript',
      text: `app.post('/webhooks', async (req, res) => {
  await db.addresses.${order === 'versioned' ? 'upsertIfNewer' : 'upsert'}(    //@ writingAddress
    req.body.customer, req.body.address,   //@ writingAddress
    req.body.version);                     //@ writingAddress
  res.sendStatus(200);                     //@ reply
});`,
    },
    {
      language: 'SQL',
      text: `INSERT INTO addresses                      --@ writingAddress
  (customer, address, version)             --@ writingAddress
VALUES ($1, $2, $3)                        --@ writingAddress
ON CONFLICT (customer) DO UPDATE           --@ writingAddress
SET address = excluded.address,            --@ writingAddress
    version = excluded.version${
      order === 'versioned'
        ? `             --@ writingAddress
WHERE addresses.version < excluded.version;  --@ writingAddress`
        : ';            --@ writingAddress'
    }`,
    },
  ],
});

const shipping = (dedup: Settings['dedup']): Code => ({
  process: 'app',
  remark: REMARKS[dedup],
  samples: [
    { language: 'TypeScript', text: dedup === 'none' ? AT_ONCE : withInbox(HEADERS[dedup]) },
    { language: 'SQL', text: dedup === 'none' ? SQL_AT_ONCE : SQL_WITH_INBOX },
  ],
});

const HEADERS = {
  'webhook-id': 'X-Shopify-Webhook-Id',
  'event-id': 'X-Shopify-Event-Id',
} as const;

const AT_ONCE = `app.post('/webhooks', async (req, res) => {
  await db.shipments.insert(req.body.order); //@ shippingAtOnce
  res.sendStatus(200);                     //@ reply
});`;

const withInbox = (header: string): string => `app.post('/webhooks', async (req, res) => {
  const id = req.get('${header}');
  await db.transaction(async (tx) => {     //@ beginning
    if (!(await tx.inbox.add(id)))         //@ registering
      return; // nothing to write          //@ rollingBack
    await tx.shipments.insert(             //@ shipping
      req.body.order);                     //@ shipping
  });                                      //@ committing
  res.sendStatus(200);                     //@ reply
});`;

const SQL_AT_ONCE = `INSERT INTO shipments ("order")            --@ shippingAtOnce
VALUES ($1);                               --@ shippingAtOnce`;

const SQL_WITH_INBOX = `BEGIN;                                     --@ beginning

INSERT INTO inbox (id) VALUES ($1)         --@ registering
ON CONFLICT (id) DO NOTHING;               --@ registering
-- 0 rows: dealt with before. ROLLBACK.    --@ rollingBack

INSERT INTO shipments ("order")            --@ shipping
VALUES ($1);                               --@ shipping

COMMIT;                                    --@ committing`;
