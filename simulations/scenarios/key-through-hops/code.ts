import type { Scenario } from '@/lib/scenario/scenario';

type Code = ReturnType<Scenario['code']>;

const codeOf = (goods: string, delivery: string, remark: string): Code => ({
  process: 'order',
  remark,
  samples: [
    {
      language: 'TypeScript',
      text: `app.post('/orders', async (req, res) => {
  const key = req.get('Idempotency-Key');
  const goods = await payment.charge(100,     //@ chargingGoods
    ${goods});
  await payment.charge(5,                     //@ chargingDelivery
    ${delivery});
  // The courier is told that delivery is paid.
  res.status(201).json(goods);                //@ reply
});`,
    },
    { language: 'SQL', text: `-- The order service keeps nothing of its own here.` },
  ],
});

export const dropped = codeOf(
  '{}',
  '{}',
  'The key is read here and goes no further: it protects nothing.',
);

export const forwarded = codeOf(
  '{ key }',
  '{ key }',
  'Two purposes, one key: to the payment service the second is a repeat of the first.',
);

export const derived = codeOf(
  '{ key: `${key}/goods` }',
  '{ key: `${key}/delivery` }',
  'Same order, same purpose: same key. It needs no memory, since it can be made again.',
);
