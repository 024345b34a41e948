import { expect, test } from './test';

// A scenario's page on paper: a handout of this very moment.

test('a handout has all that was set and seen up to its step, and its address', async ({
  scenario,
  page,
}) => {
  await scenario.open('/lab/lost-response?panel=transcript&step=5');
  await scenario.isProved();
  await page.emulateMedia({ media: 'print' });
  const seen = page.locator('body');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  for (const text of [
    'The lost response, step 5 of 10',
    // Short: what does not change the moment is left out.
    /127\.0\.0\.1:\d+\/lab\/lost-response\?step=5$/,
    'Lose the 1st message from api to client',
    'A duplicate is reachable in 6 steps.',
    'Purchase A: expected 1, actual 1; no final answer.',
    'None of the five outcomes so far.',
  ]) {
    await expect(seen.getByText(text).filter({ visible: true })).not.toHaveCount(0);
  }
  await expect(seen.getByText('Idempotency key: none').filter({ visible: true })).toBeVisible();
  const panels = page.locator('section[aria-hidden] > ol.grid > li');
  await expect(panels).toHaveCount(5);
  await expect(panels.last()).toContainText('The charge is made and the server says so.');

  const controls = page.locator('button, input, select, [role="slider"], [role="tab"]');
  await expect(controls.filter({ visible: true })).toHaveCount(0);
});

test('its drawing is whole, with what is ahead faint, and leaves nothing of it beyond the paper', async ({
  scenario,
  page,
}) => {
  await page.setViewportSize({ width: 718, height: 1000 });
  await scenario.open('/lab/replay-fidelity?step=12');
  await scenario.drawing.evaluate((svg) => svg.closest('[data-scrolls]')?.scrollTo(0, 400));
  await page.emulateMedia({ media: 'print' });
  const { clipped, sideways, heads } = await scenario.drawing.evaluate((svg) => {
    const box = svg.getBoundingClientRect();
    const frame = svg.closest('[data-scrolls]')?.getBoundingClientRect();
    return {
      clipped: box.bottom - (frame?.bottom ?? 0),
      sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      heads: (svg.querySelector('.heads')?.getBoundingClientRect().top ?? 0) - box.top,
    };
  });
  expect(clipped).toBeLessThanOrEqual(0);
  expect(sideways).toBe(0);
  expect(heads).toBeLessThan(20);
  await expect(scenario.words(12).first()).toHaveCSS('fill-opacity', '1');
  await expect(scenario.words(13).first()).toHaveCSS('fill-opacity', '0.2');
});

for (const [path, most] of [
  ['/lab/lost-response?step=5', 2],
  ['/lab/lost-response?step=0', 2],
  ['/lab/replay-fidelity', 4],
] as const) {
  test(`${path} takes ${most} sheets at most`, async ({ scenario, page }) => {
    await scenario.open(path);
    await scenario.isProved();
    const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
    const sheets = pdf.match(/\/Type\s*\/Page\b/g) ?? [];
    expect(sheets.length).toBeGreaterThan(0);
    expect(sheets.length).toBeLessThanOrEqual(most);
  });
}

test('a slide on paper says where its knobs stand', async ({ scenario, page }) => {
  await scenario.open('/lab/dedup-window?present');
  const stands = page.getByTestId('stands').filter({ visible: true });
  const onScreen = await stands.innerText();
  expect(onScreen).toContain('Delivered again by');
  await page.emulateMedia({ media: 'print' });
  await expect(stands).toBeVisible();
  expect(await stands.innerText()).toBe(onScreen);
});

test('what is told beside a slide’s drawing comes before it, so that nothing lies on one of many sheets', async ({
  scenario,
  page,
}) => {
  await scenario.open('/lab/retry-storm?twin=attempts.1&present');
  await page.emulateMedia({ media: 'print' });
  const top = await scenario.drawing.evaluate((svg) => svg.getBoundingClientRect().top);
  for (const told of [/^This run of the two/, /^Who retries:/, 'expected 1, actual']) {
    const box = await page.getByText(told).filter({ visible: true }).boundingBox();
    expect((box?.y ?? Infinity) + (box?.height ?? 0)).toBeLessThanOrEqual(top);
  }
});

test('what is lit is printed, and the bar that tells of it is not', async ({ scenario, page }) => {
  await scenario.open('/lab/lost-response?why=8');
  await expect(scenario.chain).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(scenario.chain).toBeHidden();
});
