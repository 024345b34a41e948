import type { Scenario } from '@/lib/scenario/scenario';
import { inTypeScript } from '@/simulations/code/marked';

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

const UNKEYED_REMARKS: Readonly<Record<Settings['compensation'], string>> = {
  none: 'Started over, every step is done once more.',
  naive: 'Started over, every step is done once more.',
  idempotent:
    'An undoing must say what it undoes. Here the step has no name, so nothing is undone.',
};

export const codeOf = (settings: Settings): Code => ({
  process: 'order',
  remark: (settings.steps === 'unkeyed' ? UNKEYED_REMARKS : REMARKS)[settings.compensation],
  samples: [
    { language: 'TypeScript', text: [...typescript(settings)].join('\n') },
    {
      language: 'SQL',
      text: `-- Three services and three databases:\n-- no transaction holds them all.`,
    },
  ],
});

function* typescript(settings: Settings): Iterable<string> {
  const { steps, compensation } = settings;
  const undoes = compensation !== 'none';
  yield `app.post('/orders', async (req, res) => {`;
  if (steps === 'keyed' || compensation === 'idempotent')
    yield `  const key = req.get('Idempotency-Key');`;
  if (undoes) yield `  let isReserved = false;`;
  yield `  try {`;
  yield inTypeScript(`    await payment.charge(${argument(steps, 'payment')});`, 'charging');
  yield `  } catch (error) {`;
  yield `    if (!(error instanceof Refused)) throw error;`;
  yield inTypeScript(`    return res.sendStatus(422); // nothing to undo`, 'reply/charging');
  yield `  }`;
  yield `  try {`;
  yield inTypeScript(`    await inventory.reserve(${argument(steps, 'inventory')});`, 'reserving');
  if (undoes) yield `    isReserved = true;`;
  yield inTypeScript(`    await shipping.book(${argument(steps, 'shipping')});`, 'booking');
  yield `  } catch (error) {`;
  yield `    // No answer is no refusal: it may be booked.`;
  yield `    if (!(error instanceof Refused)) throw error;`;
  if (undoes) {
    yield inTypeScript(`    if (isReserved)`, 'releasing');
    yield* undoing(settings, {
      ...{ call: 'inventory.release', step: 'inventory', indent: '      ', mark: 'releasing' },
    });
    yield* undoing(settings, {
      ...{ call: 'payment.refund', step: 'payment', indent: '    ', mark: 'refunding' },
    });
    yield inTypeScript(`    return res.sendStatus(422);`, 'reply/releasing,refunding');
  } else yield `    log.warn(error);`;
  yield `  }`;
  yield inTypeScript(`  res.sendStatus(201);`, 'reply/201');
  yield `});`;
}

/** A call that takes a step back. What no key names it can't name either. */
function* undoing(
  { steps, compensation }: Settings,
  { call, step, indent, mark }: Readonly<Record<'call' | 'step' | 'indent' | 'mark', string>>,
): Iterable<string> {
  const undo = steps === 'keyed' ? `undo: \`\${key}/${step}\`,` : 'undo: null, // no name';
  const lines =
    compensation === 'naive'
      ? [`await ${call}(req.body);`]
      : [`await ${call}({`, `  ${undo}`, `  key: \`\${key}/${step}/undo\`,`, `});`];
  for (const line of lines) yield inTypeScript(indent + line, mark);
}

const argument = (steps: Settings['steps'], step: string): string =>
  steps === 'keyed' ? `req.body, \`\${key}/${step}\`` : 'req.body';
