import type { Scenario } from '@/lib/scenario/scenario';

type Code = ReturnType<Scenario['code']>;

interface Settings {
  readonly steps: 'unkeyed' | 'keyed';
  readonly compensation: 'none' | 'naive' | 'idempotent';
}

const REMARKS: Readonly<Record<Settings['compensation'], string>> = {
  none: 'The refusal is in the log, and the customer has paid for what is never sent.',
  naive: 'Undoing is work too: asked for twice, it is done twice.',
  idempotent: 'Each step and each undoing has a name, so that all of it may be started over.',
};

export const codeOf = ({ steps, compensation }: Settings): Code => ({
  process: 'order',
  remark:
    steps === 'unkeyed' ? 'Started over, every step is done once more.' : REMARKS[compensation],
  samples: [
    {
      language: 'TypeScript',
      text: `app.post('/orders', async (req, res) => {
  const key = req.get('Idempotency-Key');
  await payment.charge(${argument(steps, 'pay')});       //@ charging
  await inventory.reserve(${argument(steps, 'stock')});  //@ reserving
  try {
    await shipping.book(${argument(steps, 'ship')});     //@ booking
  } catch (refused) {
${UNDOING[compensation]}
  }
  res.sendStatus(201);                 //@ reply
});`,
    },
    {
      language: 'SQL',
      text: `-- Three services and three databases:\n-- no transaction holds them all.`,
    },
  ],
});

const argument = (steps: Settings['steps'], step: string): string =>
  steps === 'keyed' ? `\`\${key}/${step}\`` : '';

const undoing = (release: string, refund: string): string =>
  `    await inventory.release(${release});
                                       //@ releasing
    await payment.refund(${refund});
                                       //@ refunding
    return res.sendStatus(422);`;

const UNDOING: Readonly<Record<Settings['compensation'], string>> = {
  none: `    log.warn(refused);`,
  naive: undoing('', ''),
  idempotent: undoing('`${key}/stock/undo`', '`${key}/pay/undo`'),
};
