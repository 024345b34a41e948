import { expect } from '@playwright/test';

import { RESERVED } from '@/lib/permalink/view';

import { test } from './test';

/** What is wrong with a link, and what the page must say of it. */
const BAD = [
  ['key=zzz', '“key=zzz” can’t be read'],
  ['key=', '“key=” can’t be read'],
  ['retries=-1', '“retries=-1” can’t be read'],
  ['retries=2.5', '“retries=2.5” can’t be read'],
  ['retries=99', '“retries=99” can’t be read'],
  ['script=nonsense', 'The script’s “nonsense” can’t be read'],
  ['script=lose.nobody-client.1', 'The script’s “lose.nobody-client.1” can’t be read'],
  ['script=lose.api-client.1~wait.0', 'The script’s “wait.0” can’t be read'],
  ['step=abc', '“step=abc” can’t be read'],
  ['step=-3', '“step=-3” can’t be read'],
  ['twin=key.zzz', '“twin=key.zzz” can’t be read'],
  ['panel=attic', '“panel=attic” can’t be read'],
  ['machine=__proto__', '“machine=__proto__” can’t be read'],
  ['language=COBOL', '“language=COBOL” can’t be read'],
  ['speed=3', '“speed=3” can’t be read'],
  ['present=yes', '“present=yes” can’t be read'],
  ['key=none&key=per-intent', '“key” is given more than once'],
  ['colour=red', 'This scenario has nothing called “colour”'],
  ['constructor=1', 'This scenario has nothing called “constructor”'],
  ['%E0%A4%A', 'This scenario has nothing called'],
  [`script=${'lose.api-client.1~'.repeat(600)}`, 'longer than 8000 characters'],
] as const;

for (const [query, sentence] of BAD) {
  test(`an unreadable part gives the page and one sentence: ${query.slice(0, 60)}`, async ({
    scenario,
  }) => {
    await scenario.open(`/lab/lost-response?${query}`);
    await expect(scenario.complaints).toHaveCount(1);
    await expect(scenario.complaints).toContainText(sentence);
    await expect(scenario.complaints).toBeInViewport();
    await expect(scenario.words(2).first()).toBeVisible();
    await expect(scenario.expected).toHaveText('1');
  });
}

test('a step beyond the end is the end', async ({ scenario }) => {
  await scenario.open('/lab/lost-response?step=400');
  await scenario.stands(10, 10);
});

test('a frame says the same of its own parameters', async ({ scenario }) => {
  for (const [query, sentence] of [
    ['from=x', '“from=x” can’t be read'],
    ['from=5&to=2', 'This run has no steps from 5 to 2'],
    ['lock=please', '“lock=please” can’t be read'],
    ['theme=pink', '“theme=pink” can’t be read'],
    ['from=90', 'This run has no steps'],
    ['script=lose.api-client.9', 'It never came to lose.api-client.9'],
    [`script=${'lose.api-client.1~'.repeat(600)}`, 'longer than 8000 characters'],
  ] as const) {
    await test.step(query, async () => {
      await scenario.open(`/embed/lost-response?${query}`);
      await expect(scenario.complaints).toHaveCount(1);
      await expect(scenario.complaints).toContainText(sentence);
      expect((await scenario.complaints.innerText()).split(sentence)).toHaveLength(2);
      await scenario.press('Step back');
    });
  }
});

const PAYLOADS = [
  '<script>hacked=1</script>',
  '"><img src=x onerror=hacked=1>',
  "'-(hacked=1)-'",
  '</style><svg onload=hacked=1>',
  'javascript:hacked=1',
  '%%{init: {"securityLevel": "loose"}}%%',
];

const PARAMETERS = [
  ...['key', 'retries', 'story', '<img src=x onerror=hacked=1>'],
  ...RESERVED.filter((name) => name !== 'script'),
];

for (const page of ['lab', 'embed']) {
  test(`/${page}: markup in a link stays text, whatever parameter it is in`, async ({
    scenario,
  }) => {
    for (const payload of PAYLOADS) {
      const encoded = encodeURIComponent(payload);
      const query = PARAMETERS.map((name) => `${encodeURIComponent(name)}=${encoded}`).join('&');
      const script = encodeURIComponent(`lose.api-client.1~lose.${payload}.1`);
      await scenario.open(`/${page}/lost-response?script=${script}&${query}#${encoded}`);
      await expect(scenario.complaints).toContainText('can’t be read');
      const found = await scenario.page.evaluate(() => ({
        ran: 'hacked' in globalThis,
        images: document.images.length,
        handlers: document.querySelectorAll('[onerror], [onload], [src="x"]').length,
        inlined: [...document.scripts].filter(({ text }) => text.startsWith('hacked')).length,
        links: [...document.links].filter(({ protocol }) => protocol === 'javascript:').length,
      }));
      expect(found).toEqual({ ran: false, images: 0, handlers: 0, inlined: 0, links: 0 });
    }
  });
}
