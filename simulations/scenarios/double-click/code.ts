import type { Scenario } from '@/lib/scenario/scenario';

type Code = ReturnType<Scenario['code']>;

/** The page’s code: where the key is made is the whole difference. */
export const code = ({
  key,
  button,
}: {
  readonly key: 'none' | 'per-click' | 'per-form';
  readonly button: 'stays' | 'disables';
}): Code => ({
  process: 'client',
  remark: REMARKS[key],
  samples: [
    {
      language: 'TypeScript',
      text: `${key === 'per-form' ? `let key = crypto.randomUUID();   // with the form\n` : ''}
pay.addEventListener('click', async () => {
${key === 'per-click' ? '  const key = crypto.randomUUID(); // with the press\n' : ''}${MARKS[button]}${key === 'none' ? UNKEYED : KEYED}
  show(await answer.json());
${key === 'per-form' ? '  key = crypto.randomUUID();       // the next form\n' : ''}});`.trimStart(),
    },
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
  'per-form': 'Made outside the handler, and kept until there is an answer: it names the purchase.',
} as const;

const MARKS = {
  stays: `  // It can be pressed again while we wait.  //@ impatient\n`,
  disables: `  pay.disabled = true;                     //@ disabled\n`,
} as const;

const UNKEYED = `  const answer = await send('/charges', {
    method: 'POST', body: form() });`;

const KEYED = `  const answer = await send('/charges', {
    method: 'POST', body: form(),
    headers: { 'Idempotency-Key': key } });`;
