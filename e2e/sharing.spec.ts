import { readFile } from 'node:fs/promises';

import { expect, type Page } from '@playwright/test';

import { ScenarioPage, test } from './test';

const MOMENT = '/lab/lost-response?key=per-intent&script=lose.client-api.1&panel=transcript&step=4';

test('a link that was made by hand shows the same after a reload and to a friend', async ({
  scenario,
  page,
  context,
}) => {
  await scenario.open('/lab/lost-response');
  await scenario.turn('Idempotency key', 'one per purchase');
  await scenario.read('Transcript');
  await scenario.pressStep(2);
  await scenario.choose('Lose this message');
  await scenario.line(4).getByRole('button').first().click();
  await scenario.stands(4, await scenario.length());
  await expect(page).toHaveURL(/[?&]step=4/);
  const told = await scenario.transcript.ariaSnapshot();
  expect(told).toContain('Lost: POST /charges 100, key-A');

  await page.reload();
  await scenario.isReady();
  await scenario.stands(4, await scenario.length());
  expect(await scenario.transcript.ariaSnapshot()).toBe(told);

  const friend = new ScenarioPage(await context.newPage());
  await friend.open(page.url());
  await friend.stands(4, await scenario.length());
  expect(await friend.transcript.ariaSnapshot()).toBe(told);
});

test('back and forward go through what was set, not through each step', async ({
  scenario,
  page,
}) => {
  await scenario.open('/lab/lost-response?panel=transcript');
  const before = await scenario.transcript.ariaSnapshot();
  await scenario.turn('Idempotency key', 'one per purchase');
  const after = await scenario.transcript.ariaSnapshot();
  expect(after).not.toBe(before);
  await scenario.press('To the start');
  await scenario.press('Step forward');
  await scenario.press('Step forward');
  await expect(page).toHaveURL(/[?&]step=2/);

  await page.goBack();
  await expect(page).toHaveURL(/\?panel=transcript$/);
  await expect(scenario.transcript).toMatchAriaSnapshot(before);
  await expect(scenario.position('Idempotency key', 'none')).toBeChecked();
  await expect(scenario.actual).toHaveText('2');

  await page.goForward();
  await expect(scenario.transcript).toMatchAriaSnapshot(after);
  await expect(scenario.progress).toContainText(/^2 of /);
});

test.describe('the share dialog', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

  test('copies a link to this very moment', async ({ scenario, page, context }) => {
    await scenario.open(MOMENT);
    const told = await scenario.transcript.ariaSnapshot();
    await scenario.share('Copy link');
    await expect(scenario.shareResult).toHaveText('Link copied');
    const friend = new ScenarioPage(await context.newPage());
    await friend.open(await clipboard(page));
    await expect(friend.progress).toContainText(/^4 of /);
    await expect(friend.transcript).toMatchAriaSnapshot(told);
  });

  test('copies a link to a slide, at the start of the run', async ({ scenario, page }) => {
    await scenario.open(MOMENT);
    await scenario.share('Copy link for a room');
    await expect(scenario.shareResult).toHaveText('Link for a room copied');
    await scenario.open(await clipboard(page));
    await expect(page).toHaveURL(/script=lose\.client-api\.1&step=0&panel=transcript&present$/);
    await expect(scenario.progress).toHaveText(/^0 of /);
    const stands = page.getByTestId('stands').filter({ visible: true });
    await expect(stands).toContainText('Idempotency key: one per purchase');
  });

  test('a step that the run does not have becomes one that it has, and that is said', async ({
    scenario,
    page,
  }) => {
    await scenario.open('/lab/lost-response');
    await scenario.button('Share').click();
    await scenario.shareDialog.getByLabel('To step').fill('99');
    await expect(scenario.shareDialog).toContainText('This run has steps 1 to 10: 99 becomes 10.');
    await scenario.share(/^Copy <iframe>/);
    await expect(scenario.shareResult).toHaveText('<iframe> copied');
    expect(await clipboard(page)).not.toContain('to=');
    await scenario.shareDialog.getByLabel('To step').fill('8');
    await expect(scenario.shareDialog).not.toContainText('becomes');
    await scenario.share(/^Copy <iframe>/);
    await expect.poll(() => clipboard(page)).toContain('to=8');
  });

  test('of two runs it says what shows one', async ({ scenario }) => {
    await scenario.open('/lab/lost-response?twin=key.per-intent');
    await scenario.button('Share').click();
    await expect(scenario.shareDialog.getByText('without the other')).toHaveCount(2);
  });

  test('copies the diagram and the run as text', async ({ scenario, page }) => {
    await scenario.open(MOMENT);
    await scenario.share('Copy Mermaid');
    await expect(scenario.shareResult).toHaveText('Mermaid copied');
    expect(await clipboard(page)).toMatch(/^sequenceDiagram\n[\s\S]*client--xapi-a: 2 · POST/);

    await scenario.share('Copy Markdown');
    await expect(scenario.shareResult).toHaveText('Markdown copied');
    const markdown = await clipboard(page);
    expect(markdown).toContain('```mermaid\nsequenceDiagram');
    expect(markdown).toContain('lose.client-api.1');
    expect(markdown).toContain(`/lab/lost-response?key=per-intent&script=lose.client-api.1`);
  });

  test('copies a frame that another page can hold', async ({ scenario, page }) => {
    await scenario.open(MOMENT);
    await scenario.share(/^Copy <iframe>/);
    await expect(scenario.shareResult).toHaveText('<iframe> copied');
    const frame = await clipboard(page);
    expect(frame).toMatch(/^<iframe src="[^"]*\/embed\/lost-response\?[^"<>]*" [^<>]*><\/iframe>$/);
    await page.goto('/lab/lost-response');
    await page.evaluate((html) => document.body.insertAdjacentHTML('afterbegin', html), frame);
    const held = page.locator('iframe').first().contentFrame();
    await expect(held.getByTestId('progress')).toContainText(/^4 of /);
    await expect(held.getByTestId('caption')).toBeVisible();
  });

  test('saves a drawing that needs nothing of the page', async ({ scenario, page, context }) => {
    await scenario.open(MOMENT);
    const svg = await readFile(await scenario.download('Download SVG'), 'utf8');
    expect(svg).not.toContain('var(');
    expect(svg).not.toMatch(/<script|href="http|url\(http|@import|@font-face/);

    const elsewhere = await context.newPage();
    const size = await elsewhere.evaluate(async (text) => {
      const image = new Image();
      image.src = `data:image/svg+xml,${encodeURIComponent(text)}`;
      await image.decode();
      return { width: image.naturalWidth, height: image.naturalHeight };
    }, svg);
    const box = await scenario.drawing.evaluate(
      (element: SVGSVGElement) => element.viewBox.baseVal.width,
    );
    expect(size.width).toBeGreaterThan(box - 2);
    expect(size.height).toBeGreaterThan(200);
    await expect(page.getByRole('status')).toContainText(['SVG downloaded']);
  });

  test('saves a picture, twice as large as the drawing', async ({ scenario }) => {
    await scenario.open(MOMENT);
    const png = await readFile(await scenario.download('Download PNG'));
    expect([...png.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    const box = await scenario.drawing.evaluate((element: SVGSVGElement) => {
      const { width, height } = element.viewBox.baseVal;
      return { width, height };
    });
    expect(Math.abs(png.readUInt32BE(16) - 2 * box.width)).toBeLessThanOrEqual(2);
    expect(Math.abs(png.readUInt32BE(20) - 2 * box.height)).toBeLessThanOrEqual(2);
    expect(png.length).toBeGreaterThan(10_000);
  });

  test('gives the focus back when it is closed', async ({ scenario, page }) => {
    await scenario.open('/lab/lost-response');
    await scenario.button('Share').press('Enter');
    await expect(scenario.shareDialog).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(scenario.shareDialog).toBeHidden();
    await expect(scenario.button('Share')).toBeFocused();
  });
});

test('where copying is refused, the text can be copied by hand', async ({ scenario, page }) => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
  });
  await scenario.open(MOMENT);
  await scenario.share('Copy link');
  const text = scenario.shareDialog.getByRole('textbox', { name: 'Text to copy by hand' });
  await expect(text).toBeFocused();
  await expect(text).toHaveValue(/\/lab\/lost-response\?key=per-intent&script=lose\.client-api\.1/);
});

test('a selection that ends beside the dialog leaves it open, and a press beside it does not', async ({
  scenario,
  page,
}) => {
  await scenario.open(MOMENT);
  await scenario.button('Share').click();
  await expect(scenario.shareDialog).toBeVisible();
  const title = await scenario.shareDialog.getByRole('heading').first().boundingBox();
  if (!title) throw new Error('the dialog has no title');
  await page.mouse.move(title.x + 5, title.y + 5);
  await page.mouse.down();
  await page.mouse.move(20, 400);
  await page.mouse.up();
  await expect(scenario.shareDialog).toBeVisible();
  await page.mouse.click(20, 400);
  await expect(scenario.shareDialog).toBeHidden();
});
