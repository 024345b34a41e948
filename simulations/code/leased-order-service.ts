import type { Scenario } from '@/lib/scenario/scenario';
import type { LeasedOrderServiceInput } from '@/simulations/actors/leased-order-service';

type Pattern = Pick<LeasedOrderServiceInput, 'claim' | 'fence' | 'record'> & {
  readonly lease: boolean;
  readonly remark: string;
};

/** Take a basket, check the stock, write the order: alone or fenced, with a record of it or without. */
export const leasedOrders = ({ remark, ...pattern }: Pattern): ReturnType<Scenario['code']> => ({
  ...{ process: 'api', remark },
  samples: [
    { language: 'TypeScript', text: typeScript(pattern) },
    { language: 'SQL', text: sql(pattern) },
  ],
});

const lines = (...parts: readonly (string | false)[]): string =>
  parts.filter((part) => part !== false).join('\n');

function typeScript({ claim, lease, fence, record }: Omit<Pattern, 'remark'>): string {
  const noun = claim === 'lock' ? 'lock' : 'claim';
  return lines(
    `app.post('/orders', async (req, res) => {`,
    `  const key = req.get('Idempotency-Key');`,
    claim !== 'none' &&
      lines(
        ...(lease
          ? [
              `  const ${noun} = await keys.claim(key, {   //@ claiming`,
              `    expiresInMs: 800,                      //@ claiming`,
              `  });                                      //@ claiming`,
            ]
          : [`  const ${noun} = await keys.claim(key);    //@ claiming`]),
        ...(claim === 'memory'
          ? [`  if (claim.isDone) return res.sendStatus(201); //@ reply/claiming/201`]
          : []),
        `  if (!${noun}.isOurs) return res.sendStatus(409); //@ reply/claiming/409`,
      ),
    fence &&
      lines(
        `  if (!(await db.baskets.hear(             //@ tellingNumber`,
        `    key, ${noun}.number)))                  //@ tellingNumber`,
        `    return res.sendStatus(409);            //@ reply/tellingNumber`,
      ),
    record &&
      lines(
        `  if (await db.baskets.isOrdered(key)) {   //@ looking`,
        claim === 'lock' && `    await keys.releaseIfMine(lock);        //@ unlocking/wasThere`,
        claim === 'memory' && `    await keys.setDone(key);               //@ saving/wasThere`,
        `    return res.sendStatus(201);            //@ reply/looking,unlocking,saving/replayed`,
        `  }`,
      ),
    `  await stock.check(req.body);             //@ checkingStock`,
    record || fence
      ? lines(
          `  const tx = await db.begin();             //@ beginning`,
          fence
            ? lines(
                `  if (!(await tx.baskets.mark(             //@ marking`,
                `    key, ${noun}.number))) {                //@ marking`,
                `    await tx.rollback();                   //@ rollingBack`,
                `    return res.sendStatus(409);            //@ reply/rollingBack`,
                `  }`,
              )
            : `  await tx.baskets.mark(key);              //@ marking`,
          `  await tx.orders.insert(key, req.body);   //@ inserting`,
          `  await tx.commit();                       //@ committing`,
        )
      : `  await db.orders.insert(key, req.body);   //@ ordering`,
    claim === 'memory' && `  await keys.setDone(key);                 //@ saving/!wasThere`,
    claim === 'lock' && `  await keys.releaseIfMine(lock);          //@ unlocking/!wasThere`,
    `  res.sendStatus(201);                     //@ reply/201/!replayed`,
    `});`,
  );
}

function sql({ claim, lease, fence, record }: Omit<Pattern, 'remark'>): string {
  const px = lease ? ' PX 800' : '';
  return lines(
    claim !== 'none' &&
      lines(
        `-- In Redis (7.0 or later):`,
        `SET key-A ${claim === 'lock' ? 'my-token' : 'running'} NX GET${px}         --@ claiming`,
        `-- nil: it is ours. Else: ${claim === 'lock' ? 'somebody’s token' : 'running, or done'}.`,
        fence && `-- with INCR key-A:number, in one script  --@ claiming`,
        ``,
      ),
    fence &&
      lines(
        `UPDATE baskets SET fence = $2              --@ tellingNumber`,
        `WHERE key = $1 AND fence < $2;             --@ tellingNumber`,
        `-- 0 rows: somebody came later. Stop.`,
        ``,
      ),
    record &&
      lines(
        `SELECT 1 FROM baskets                      --@ looking`,
        `WHERE key = $1 AND ordered;                --@ looking`,
        ``,
      ),
    `-- (the stock, at its service)             --@ checkingStock`,
    ``,
    record || fence
      ? lines(
          `BEGIN;                                     --@ beginning`,
          `UPDATE baskets SET ${record ? 'ordered = true' : 'fence = $2    '}          --@ marking`,
          `WHERE key = $1${fence ? ' AND fence = $2' : ''};${fence ? '' : '               '}             --@ marking`,
          fence && `-- 0 rows: overtaken. ROLLBACK             --@ rollingBack`,
          `INSERT INTO orders (key, amount)           --@ inserting`,
          `VALUES ($1, 100);                          --@ inserting`,
          `COMMIT;                                    --@ committing`,
        )
      : lines(
          `INSERT INTO orders (key, amount)           --@ ordering`,
          `VALUES ($1, 100);                          --@ ordering`,
        ),
    claim === 'memory' &&
      lines(
        ``,
        `-- In Redis. Without EX it has no end of its own;`,
        `-- EX 86400 would give it a day:`,
        `SET key-A done                             --@ saving`,
      ),
    claim === 'lock' &&
      lines(
        ``,
        `-- In Redis, in one script:`,
        `DEL key-A if it holds my-token             --@ unlocking`,
      ),
  );
}
