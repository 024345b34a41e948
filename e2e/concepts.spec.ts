import { expect, type Page } from '@playwright/test';

import { catalogue } from '@/simulations/catalogue';
import { chapters, concepts } from '@/simulations/concepts/inventory';
import { readings } from '@/simulations/concepts/readings/readings';

import { test } from './test';

const box = (page: Page) => page.getByRole('searchbox', { name: 'Find' });
const rows = (page: Page) => page.locator('[data-concept]');
const chapterLinks = (page: Page) =>
  page.getByRole('navigation', { name: 'Chapters' }).getByRole('link').filter({ visible: true });
const status = (page: Page) => page.getByRole('status').filter({ hasText: /concepts$/ });

test('from the header to a concept, and on to the scenario that shows it', async ({
  page,
  scenario,
}) => {
  await page.goto('/');
  await page.getByRole('navigation').getByRole('link', { name: 'Concepts' }).click();
  await expect(page).toHaveURL(/\/concepts$/);
  await page.locator('#c-33').getByRole('link', { name: 'Play: The crash window' }).click();
  await expect(page).toHaveURL(/\/lab\/crash-window$/);
  await scenario.isReady();
});

test('what is typed is found, and stands in the address, which leads to the same', async ({
  page,
}) => {
  await page.goto('/concepts');
  await expect(status(page)).toHaveText(`${concepts.length} concepts`);
  await box(page).focus();
  await page.keyboard.type('lift press');
  await expect(status(page)).toHaveText(`1 of ${concepts.length} concepts`);
  await expect(rows(page).filter({ visible: true })).toHaveText([/The lift button/]);
  await expect(page.locator('[data-group]').filter({ visible: true })).toHaveCount(1);
  await expect(page).toHaveURL(/\/concepts\?q=lift\+press$/);
  await expect(chapterLinks(page)).toHaveText([/1$/]);

  await page.reload();
  await expect(box(page)).toHaveValue('lift press');
  await expect(status(page)).toHaveText(`1 of ${concepts.length} concepts`);
  await box(page).fill('');
  await expect(rows(page).filter({ visible: true })).toHaveCount(concepts.length);
  await expect(chapterLinks(page)).toHaveText(
    chapters.map(({ title, concepts: of }) => `${title}${of.length}`),
  );
  await expect(page).toHaveURL(/\/concepts$/);
});

test('where nothing is found the page says so, and leads back by keyboard', async ({ page }) => {
  await page.goto('/concepts?q=lift+xyzzy');
  await expect(status(page)).toHaveText(`0 of ${concepts.length} concepts`);
  await expect(page.getByText('Nothing found. Try one word, or fewer.')).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Chapters' })).toBeHidden();
  await page.getByRole('button', { name: 'Clear the search' }).press('Enter');
  await expect(box(page)).toBeFocused();
  await expect(box(page)).toHaveValue('');
  await expect(page.getByText('Nothing found.')).toBeHidden();
  await expect(page).toHaveURL(/\/concepts$/);
});

test('rows and their rules begin and end where the headings do', async ({ page }) => {
  await page.goto('/concepts');
  const edges = (of: string) =>
    page
      .locator(of)
      .first()
      .evaluate((element) => {
        const { left, right } = element.getBoundingClientRect();
        return [left, right];
      });
  expect(await edges('[data-concept]')).toEqual(await edges('section:has([data-concept]) h2'));
});

test('a link to a row shows it, whatever else is looked for', async ({ page }) => {
  await page.goto('/concepts?q=lift#c-33');
  await expect(status(page)).toHaveText(/^\d of /);
  await expect(page.locator('#c-33')).toBeInViewport();
  await expect(page.locator('#c-34')).toBeHidden();
});

test('what of a link can’t be read is said', async ({ page }) => {
  await page.goto(`/concepts?q=${'%3Cb%3Exyzzy'.repeat(30)}&colour=red`);
  await expect(page.getByRole('status').first()).toContainText(
    'This page has nothing called “colour”.',
  );
  await expect(status(page)).toHaveText(`0 of ${concepts.length} concepts`);
});

test('a lesson leads back to what it is about', async ({ page, scenario }) => {
  const [{ slug, concepts: covered }] = catalogue as [(typeof catalogue)[number]];
  await scenario.open(`/lab/${slug}?panel=lesson`);
  const links = page.getByRole('list', { name: 'In the index of concepts' }).getByRole('link');
  await expect(links).toHaveCount(covered.length);
  await links.first().click();
  await expect(page).toHaveURL(/\/concepts#c-\d+$/);
  await expect(page.locator('[data-concept]:target')).toBeInViewport();
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('every row and every reading can be read, and every answer opened', async ({ page }) => {
    await page.goto('/concepts');
    await expect(rows(page).filter({ visible: true })).toHaveCount(concepts.length);
    await expect(box(page)).toBeHidden();
    for (const { slug, title } of readings) {
      await expect(page.getByRole('link', { name: title, exact: true }).first()).toHaveAttribute(
        'href',
        new RegExp(`concepts/${slug}$`),
      );
    }
    await page.goto('/concepts/questions');
    const answer = page.locator('details').first();
    await expect(answer.locator('p').first()).toBeHidden();
    await answer.locator('summary').click();
    await expect(answer.locator('p').first()).toBeVisible();
  });
});

test('the runs in a reading are those of the lab', async ({ page, scenario }) => {
  await page.goto('/concepts/why-duplicates');
  const lost = page.getByRole('row', { name: /^The reply is lost/ });
  await expect(lost.nth(0)).toContainText(/1\s*2\s*duplicate$/);
  await expect(lost.nth(1)).toContainText(/1\s*1\s*none$/);
  await lost.nth(1).getByRole('link').click();
  await expect(page).toHaveURL(/\/lab\/lost-response\?key=per-intent/);
  await scenario.isReady();
  await expect(scenario.actual).toHaveText('1');
});

test('on paper every answer is there, and nothing needs to be scrolled', async ({ page }) => {
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 704, height: 1032 });
  await page.goto('/concepts/questions');
  for (const paragraph of await page.locator('details p').all()) {
    expect(await paragraph.evaluate((element) => element.checkVisibility())).toBe(true);
    expect((await paragraph.boundingBox())?.height).toBeGreaterThan(0);
  }
  for (const region of await page.getByRole('region').all()) {
    const hidden = await region.evaluate(
      ({ scrollWidth, clientWidth }) => scrollWidth - clientWidth,
    );
    expect(hidden).toBe(0);
  }
});

test('what is called one page is one', async ({ page }) => {
  await page.goto('/concepts/one-page');
  const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
  expect(pdf.toString('latin1').match(/\/MediaBox/g)).toHaveLength(1);
});
