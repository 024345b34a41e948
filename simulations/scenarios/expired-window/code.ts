import type { Scenario } from '@/lib/scenario/scenario';

/** The claim’s time may be up by then: whose key is it, and when does it end? */
const ENDLESS = `-- If the claim has ended meanwhile, this leaves a key
-- without any end, or overwrites another’s record.`;

/** Claim, check, charge, save: with a time that runs from the claim, or from completion. */
export const expiredWindowCode = (
  window: 'short' | 'long',
  countsFrom: 'claim' | 'completion',
): ReturnType<Scenario['code']> => {
  const ms = window === 'short' ? 1200 : 4000;
  const fromClaim = countsFrom === 'claim';
  return {
    process: 'api',
    remark: fromClaim
      ? 'The time runs while the work is done. What is left of it is for retries.'
      : 'The claim has no end. The time begins when there is an answer to keep.',
    samples: [
      {
        language: 'TypeScript',
        text: `app.post('/charges', async (req, res) => {
  const key = req.get('Idempotency-Key');
  const claim = await keys.claim(key${fromClaim ? ', {' : ');'}      //@ claiming
${fromClaim ? `    expiresInMs: ${ms},                     //@ claiming\n  });                                      //@ claiming\n` : ''}  if (claim.isDone)                        //@ reply/claiming/201
    return res.status(201).json(claim.answer); //@ reply/claiming/201
  if (!claim.isOurs) return res.sendStatus(409); //@ reply/claiming/409
  // A look into the purchase takes its time.
  await sleep(600);                        //@ checking
  const charge =
    await provider.charge(req.body);       //@ charging
  await keys.set(key, charge, {            //@ saving
    ${fromClaim ? 'keepExpiry: true,     ' : `expiresInMs: ${ms},    `}                 //@ saving
  });                                      //@ saving
  res.status(201).json(charge);            //@ reply/saving
});`,
      },
      {
        language: 'SQL',
        text: `-- In Redis (7.0 or later), where the keys are:
SET key-A running NX GET${fromClaim ? ` PX ${ms}` : ''}          --@ claiming
-- nil: it is ours. Else: what it says.

-- (the check)                             --@ checking
-- (the charge, at the provider)           --@ charging

SET key-A ch-1 ${fromClaim ? 'KEEPTTL' : `PX ${ms}`}                     --@ saving${fromClaim ? `\n${ENDLESS}` : ''}`,
      },
    ],
  };
};
