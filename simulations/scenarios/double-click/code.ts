import type { Scenario } from '@/lib/scenario/scenario';

type Code = ReturnType<Scenario['code']>;

interface Settings {
  readonly key: 'none' | 'per-click' | 'per-form';
  readonly button: 'stays' | 'disables';
}

/** The page’s code: where the key is made is the whole difference. */
export const code = (settings: Settings): Code => ({
  process: 'client',
  remark: REMARKS[settings.key],
  samples: [
    { language: 'TypeScript', text: [...typescript(settings)].join('\n') },
    {
      language: 'SQL',
      text: `-- A page has no tables. What the server does
-- with the key is the lesson “The lost response”.`,
    },
  ],
});

const REMARKS = {
  none: 'Nothing in the request says which wish it belongs to.',
  'per-click': 'Made inside the handler: the key names the press and not the purchase.',
  'per-form': 'Made outside the handler, and kept until it is done: it names the purchase.',
} as const;

function* typescript({ key, button }: Settings): Iterable<string> {
  const disables = button === 'disables';
  const indent = disables ? '    ' : '  ';
  yield key === 'none'
    ? `// send: fetch, again after no answer, 409 or 5xx.`
    : `// send: fetch, again under the same key after\n// no answer, 409 or 5xx.${key === 'per-form' ? ' isFinal: none of these.' : ''}`;
  if (key === 'per-form') yield `let key = crypto.randomUUID();   // with the form`;
  yield ``;
  yield `pay.addEventListener('click', async () => {`;
  // Of two presses of one form the second may be answered when the next form is there already.
  const overlaps = key === 'per-form' && !disables;
  if (overlaps) yield `  const ours = key;`;
  if (key === 'per-click') yield `  const key = crypto.randomUUID(); // with the press`;
  if (disables) yield `  pay.disabled = true;                     //@ disabled\n  try {`;
  else yield `  // It can be pressed again while we wait.  //@ impatient`;
  yield `${indent}const answer = await send('/charges', {${disables ? ' //@ stillDisabled' : ''}`;
  yield `${indent}  method: 'POST', body: form()${key === 'none' ? ' });' : ','}`;
  if (key !== 'none')
    yield `${indent}  headers: { 'Idempotency-Key': ${overlaps ? 'ours' : 'key'} } });`;
  yield `${indent}show(await answer.json());`;
  // After a 409 or 500 the same purchase may still be charged: another key would charge it again. After a 402 the old
  // key would be answered with the old decline.
  if (key === 'per-form')
    yield `${indent}if (isFinal(answer)${overlaps ? ' && key === ours' : ''})\n${indent}  key = crypto.randomUUID();     // the next form`;
  if (disables)
    yield `  } finally {\n    pay.disabled = false;                  //@ enabledAgain\n  }`;
  yield `});`;
}
