import type { Scenario } from '@/lib/scenario/scenario';

type Code = ReturnType<Scenario['code']>;

export const everyHopRetries: Code = {
  process: 'gateway',
  remark: 'Each service means well. Together they multiply: attempts to the power of layers.',
  samples: [
    {
      language: 'TypeScript',
      text: `// The same in the gateway, in orders, in payments …
app.post('/orders', async (req, res) => {
  for (let call = 1; call <= attempts; call++) {
    const answer = await next.post(req.body); //@ calling
    if (answer.status < 500) return res.send(answer);
    await sleep(pause(call));                 //@ backingOff
  }
  res.sendStatus(502);                        //@ reply
});`,
    },
    { language: 'SQL', text: `-- There is no statement that counts these calls.` },
  ],
};

export const callOnce: Code = {
  process: 'gateway',
  remark: 'One place retries, and it is the one that knows how long its user is willing to wait.',
  samples: [
    {
      language: 'TypeScript',
      text: `// In every service but the first caller:
app.post('/orders', async (req, res) => {
  const answer = await next.post(req.body);   //@ calling
  // A failure is passed on. Who began it decides.
  res.status(answer.status).send(answer);     //@ reply
});

// The client alone tries again, with pauses that
// grow and differ:                           //@ backingOff
//   random(0, min(cap, base * 2 ** call))`,
    },
    { language: 'SQL', text: `-- There is no statement that counts these calls.` },
  ],
};

/** With one layer there is nobody between: what is left to read is the service at the end. */
export const noHop: Code = {
  process: 'shipping',
  remark: 'It has booked before it fails, so each call that is made again books again.',
  samples: [
    {
      language: 'TypeScript',
      text: `app.post('/orders', async (req, res) => {
  const parcel = await db.parcels.insert(req.body);
  try {
    await printer.label(parcel);
  } catch {
    return res.sendStatus(503);               //@ withoutPrinter
  }
  res.status(201).json(parcel);               //@ reply
});`,
    },
    { language: 'SQL', text: `-- There is no statement that counts these calls.` },
  ],
};
