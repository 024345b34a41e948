import { expect, test } from 'vitest';

import { type RunReport, toMarkdown } from '@/lib/projections/markdown';

const absent = { present: false, evidence: [], because: '' };

const report = (over: Partial<RunReport> = {}): RunReport => ({
  question: 'What happens when the client tries again?',
  title: 'The lost response',
  settings: [
    { label: 'Idempotency key', value: 'none' },
    { label: 'Retries', value: '2' },
  ],
  script: [
    {
      words: 'Lose the 1st message from api to client',
      directive: 'lose.api-client.1',
      applied: true,
    },
    { words: 'Crash api after its 9th event', directive: 'crash.api.9', applied: false },
  ],
  diagram: 'sequenceDiagram\n  participant client as client',
  beats: [
    { sentence: 'Client to api: POST /charges.', atMs: 0 },
    { sentence: 'Card charged again.', atMs: 1240 },
  ],
  noun: 'charges',
  judgement: {
    outcomes: {
      duplicate: {
        present: true,
        evidence: [0, 1],
        because: 'Purchase A was charged at step 1 and again at step 2.',
      },
      ...{ lost: absent, stuck: absent, wrongReply: absent, swallowed: absent },
    },
    intents: [
      {
        id: 'A',
        label: 'Purchase A',
        expected: 1,
        actual: 2,
        ...{ kinds: [], repeated: 'charges', outcomes: ['duplicate'] },
        told: 'done',
        effects: [0, 1],
        harm: null,
      },
    ],
  },
  ending: 'quiescent',
  link: 'https://lab.example/lab/lost-response?retries=1&step=2',
  ...over,
});

test('tells a run from question to link', () => {
  expect(toMarkdown(report())).toBe(`# What happens when the client tries again?

The lost response

## Settings

- Idempotency key: none
- Retries: 2

## What goes wrong

1. Lose the 1st message from api to client: \`lose.api-client.1\`
2. Crash api after its 9th event: \`crash.api.9\`, which it never came to under these settings

## What happens

\`\`\`mermaid
sequenceDiagram
  participant client as client
\`\`\`

1. Client to api: POST /charges. (0 ms)
2. Card charged again. (1,240 ms)

## Expected and actual

- Purchase A, charges: expected 1, actual 2; reported done

## Outcomes

- duplicate: **yes.** Purchase A was charged at step 1 and again at step 2.
- lost: none
- stuck: none
- wrong reply: none
- swallowed: none

Open this run: <https://lab.example/lab/lost-response?retries=1&step=2>
`);
});

test('a calm day and a run that was cut off are said', () => {
  const text = toMarkdown(report({ script: [], ending: 'step-limit' }));
  expect(text).toContain('## What goes wrong\n\nNothing: a calm day.');
  expect(text).toContain('cut off at its step limit');
});

test.each([
  ['*bold* _soft_ ~~gone~~', '\\*bold\\* \\_soft\\_ \\~\\~gone\\~\\~'],
  ['<script>alert(1)</script> &amp;', '\\<script\\>alert(1)\\</script\\> \\&amp;'],
  ['![x](javascript:1) [y](z)', '!\\[x\\](javascript:1) \\[y\\](z)'],
  ['a `b` \\ c | d', 'a \\`b\\` \\\\ c \\| d'],
  ['see https://a.example or www.b.example', 'see https\\://a.example or www\\.b.example'],
  ['two\n\n# lines', 'two \\# lines'],
  ['- an item', '\\- an item'],
  ['1. an item', '1\\. an item'],
  ['> a quotation', '\\> a quotation'],
  ['=== a rule', '\\=== a rule'],
])('%j stays text', (text, written) => {
  const markdown = toMarkdown(
    report({
      question: text,
      title: text,
      beats: [{ sentence: text, atMs: 0 }],
    }),
  );
  expect(markdown).toContain(`# ${written}\n\n${written}\n\n`);
  expect(markdown).toContain(`\n1. ${written} (0 ms)\n`);
});

test('backticks end neither a code span nor the diagram', () => {
  const markdown = toMarkdown(
    report({
      diagram: 'sequenceDiagram\n```\n# no heading',
      script: [{ words: 'Lose', directive: '`a``b', applied: true }],
    }),
  );
  expect(markdown).toContain('````mermaid\nsequenceDiagram\n```\n# no heading\n````');
  expect(markdown).toContain('1. Lose: ``` `a``b ```');
});
