import { expect, type Page } from '@playwright/test';

import { PANELS } from '@/lib/permalink/view';
import { catalogue, stages } from '@/simulations/catalogue';
import { readings } from '@/simulations/concepts/readings/readings';
import { tools } from '@/simulations/tools/registry';

import { hasNoViolation, isWellBuilt } from './axe';
import { someScenarios } from './some-scenarios';
import { openStarted, test } from './test';

test('home', async ({ page }) => {
  await page.goto('/', { waitUntil: 'networkidle' });
  await hasNoViolation(page, '/');
});

const PLAIN_PAGES = [
  `/embed/map/${stages.at(-1) ?? ''}`,
  ...['/tools', ...tools.map(({ slug }) => `/tools/${slug}`)],
];

for (const path of PLAIN_PAGES) {
  test(path, async ({ page }) => {
    await page.goto(path, { waitUntil: 'networkidle' });
    await hasNoViolation(page, path);
  });
}

test('/map, which has many cells', async ({ page }) => {
  await page.goto('/map', { waitUntil: 'networkidle' });
  await isWellBuilt(page, '/map');
});

test('the index of concepts', async ({ page }) => {
  // Its rows are all alike, and looking at two hundred of them takes long.
  await openStarted(page, '/concepts?q=crash&colour=red#c-207');
  await expect(page.getByRole('status').filter({ hasText: /^\d+ of / })).toBeVisible();
  await hasNoViolation(page, '/concepts');
});

for (const { slug } of readings) {
  test(`the reading “${slug}”, with every answer open`, async ({ page }) => {
    await page.goto(`/concepts/${slug}`, { waitUntil: 'networkidle' });
    for (const summary of await page.locator('summary').all()) await summary.click();
    await hasNoViolation(page, slug);
  });
}

for (const { slug } of someScenarios) {
  test(`/lab/${slug}`, async ({ scenario, page }) => {
    await scenario.open(`/lab/${slug}`);
    await hasNoViolation(page, slug);
  });
}

// Made of the same parts, of other data; each takes seconds.
const others = catalogue.filter((each) => !someScenarios.includes(each));
for (const { slug } of others.filter((_, place) => place % 3 === 0)) {
  test(`/lab/${slug}, as it is sent`, async ({ page }) => {
    await page.goto(`/lab/${slug}`, { waitUntil: 'domcontentloaded' });
    await isWellBuilt(page, slug);
  });
}

for (const { slug } of someScenarios) {
  test(`the frame of ${slug}`, async ({ scenario, page }) => {
    await scenario.open(`/embed/${slug}`);
    await hasNoViolation(page, slug);
  });
}

for (const panel of PANELS) {
  test(`the panel “${panel}”, with steps of every kind ahead and behind`, async ({
    scenario,
    page,
  }) => {
    await scenario.open(`/lab/check-then-act?panel=${panel}&step=0`);
    await expect(scenario.panel).not.toContainText(/Loading …|Drawing the statechart/);
    await hasNoViolation(page, panel);
    // Around it, nothing else is there than before.
    await scenario.press('To the end');
    await hasNoViolation(page, `${panel}, at the end`, '[role=tabpanel]');
  });
}

test('each part of the page has a heading', async ({ scenario, page }) => {
  const headings = () => page.locator('main').getByRole('heading', { level: 2 }).allTextContents();
  await scenario.open('/lab/redelivery');
  expect(await headings()).toEqual(
    expect.arrayContaining([
      ...['What goes wrong', 'The run', 'Expected and actual'],
      ...['Over all schedules', 'Readings of this step'],
    ]),
  );
  await scenario.open('/lab/lost-response?twin=key.per-intent');
  await expect(page.getByRole('heading', { name: 'Its twin', level: 3 })).toBeVisible();
});

test('what an outcome means can be read by keyboard', async ({ scenario, page }) => {
  await scenario.open('/lab/redelivery');
  const means = page.getByText('A final answer that is untrue.');
  await expect(means).toBeHidden();
  await scenario.outcome('wrong reply').getByRole('button').press('Enter');
  await expect(means).toBeVisible();
  await hasNoViolation(page, 'meaning');
  await page.keyboard.press('Escape');
  await expect(means).toBeHidden();
});

test('two runs side by side', async ({ scenario, page }) => {
  await scenario.open('/lab/lost-response?twin=key.per-intent&step=8');
  await expect(page.getByRole('region', { name: 'Its twin' })).toBeVisible();
  await hasNoViolation(page, 'compare');
});

test('a bad link, a directive that never applied, and a step’s menu', async ({
  scenario,
  page,
}) => {
  await scenario.open('/lab/lost-response?colour=red&retries=0&script=lose.api-client.2');
  await hasNoViolation(page, 'complaint');
  await scenario.pressStep(2);
  await hasNoViolation(page, 'menu');
});

test('the share dialog', async ({ scenario, page }) => {
  await scenario.open('/lab/lost-response');
  await scenario.button('Share').click();
  await expect(scenario.shareDialog).toBeVisible();
  await scenario.shareDialog.getByText('Preview').click();
  await hasNoViolation(page, 'share');
});

test('a slide, and the help on its keys', async ({ scenario, page }) => {
  await scenario.open('/lab/lost-response?step=8&present');
  await hasNoViolation(page, 'slide');
  await scenario.key('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await hasNoViolation(page, 'help');
});

test('the not-found page', async ({ page, trouble }) => {
  await page.goto('/no-such-page', { waitUntil: 'networkidle' });
  await hasNoViolation(page, '404');
  expect(trouble.splice(0)).toEqual([expect.stringContaining('404')]);
});

/** Everything that a screen reader finds on a page. */
async function foundOn(page: Page): Promise<readonly string[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  return nodes.flatMap(({ ignored, name }) => (ignored ? [] : [String(name?.value ?? '')]));
}

for (const path of [
  '/',
  '/lab/lost-response?step=1&panel=lesson',
  '/lab/lost-response?step=1&twin=key.per-intent',
  '/embed/lost-response?step=1',
  '/lab/lost-response?step=1&present',
]) {
  test(`${path}: of a diagram nothing is found but its label`, async ({ page, scenario }) => {
    if (path === '/') await openStarted(page, path);
    else await scenario.open(path);
    const drawings = page.locator('.diagram svg');
    await expect(drawings).toHaveCount(path.includes('twin') ? 2 : 1);
    const texts = await drawings.first().locator('text[data-entry]').allTextContents();
    expect(texts.length).toBeGreaterThan(5);
    const found = await foundOn(page);
    expect(found).toContainEqual(expect.stringMatching(/^Sequence diagram/));
    // A number is also the step of a transport.
    const told = texts.filter((text) => !/^\d+$/.test(text));
    expect(told.filter((text) => found.includes(text))).toEqual([]);
  });
}

test('of a statechart nothing is found but its label', async ({ scenario, page }) => {
  await scenario.open('/lab/lost-response?panel=machines');
  await expect(scenario.litStates).toHaveCount(1);
  const found = await foundOn(page);
  expect(found).toContainEqual(expect.stringMatching(/^Statechart of/));
  const state = await scenario.chart
    .locator('g[id*="-state-"]:not([data-lit])')
    .filter({ hasText: /\w/ })
    .first()
    .textContent();
  expect(state).toBeTruthy();
  expect(found).not.toContain(state?.trim());
});
