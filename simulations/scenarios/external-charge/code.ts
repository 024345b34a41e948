import type { Scenario } from '@/lib/scenario/scenario';

/** Claim, charge at somebody else’s, save: with or without a key for them, and with or without a lease. */
export const externalChargeCode = (
  downstreamKey: boolean,
  lease: boolean,
): ReturnType<Scenario['code']> => ({
  process: 'api',
  remark: downstreamKey
    ? 'The charge has a name that every attempt works out anew, so asking twice is asking once.'
    : 'A crash after the charge leaves the next attempt with nothing to tell the provider that it was here.',
  samples: [
    {
      language: 'TypeScript',
      text: `app.post('/charges', async (req, res) => {
  const key = req.get('Idempotency-Key');
  const claim = await keys.claim(key${lease ? ', {' : ');'}      //@ claiming
${lease ? '    expiresInMs: 800,                      //@ claiming\n  });                                      //@ claiming\n' : ''}  if (claim.isDone)                        //@ reply/claiming/201
    return res.status(201).json(claim.answer); //@ reply/claiming/201
  if (!claim.isOurs) return res.sendStatus(409); //@ reply/claiming/409
  const charge = await provider.charge(    //@ charging
    req.body,                              //@ charging
${downstreamKey ? '    { idempotencyKey: `pay-${key}` },       //@ charging\n' : ''}  );                                       //@ charging
  await keys.set(key, charge);             //@ saving
  res.status(201).json(charge);            //@ reply/saving
});`,
    },
    {
      language: 'SQL',
      text: `-- In Redis (7.0 or later), where the keys are:
SET key-A running NX GET${lease ? ' PX 800' : ''}           --@ claiming
-- nil: it is ours. Else: what it says.

-- (the charge, at the provider${downstreamKey ? ', as pay-key-A' : ''})   --@ charging

SET key-A ch-1                             --@ saving`,
    },
  ],
});
