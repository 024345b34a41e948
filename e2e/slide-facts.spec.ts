import { expect, test } from './test';

for (const [slug, width, height] of [
  ['fifo-dedup', 1280, 720],
  ['fifo-dedup', 1920, 1080],
  ['transactional-log', 1280, 720],
  ['check-then-act', 1280, 720],
  ['retry-storm', 1280, 720],
] as const) {
  test(`what all schedules can do is in sight of a room: ${slug}, ${width} × ${height}`, async ({
    scenario,
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await scenario.open(`/lab/${slug}?present`);
    await scenario.key('End');
    const verdict = page.getByTestId('slide-verdict');
    await expect(verdict).toContainText('schedules with', { timeout: 25_000 });
    await expect(verdict).toBeInViewport({ ratio: 1 });
    const facts = page.getByRole('region', { name: 'Ledger, settings and outcomes' });
    const hidden = await facts.evaluate((box) => box.scrollHeight - box.clientHeight);
    expect(hidden).toBeLessThanOrEqual(0);
  });
}

test('where there is room the words of a slide are as large as they were', async ({
  scenario,
  page,
}) => {
  await page.setViewportSize({ width: 1024, height: 768 });
  await scenario.open('/lab/lost-response?present&step=3');
  const facts = page.getByRole('region', { name: 'Ledger, settings and outcomes' });
  await expect(facts).toHaveAttribute('style', /--fit: 1(\.0+)?;/);
});

test('in a hand the words of a slide keep their size, and are scrolled', async ({
  scenario,
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await scenario.open('/lab/fifo-dedup?present');
  await scenario.key('End');
  const verdict = page.getByTestId('slide-verdict');
  await expect(verdict).toContainText('schedules with', { timeout: 25_000 });
  const facts = page.getByRole('region', { name: 'Ledger, settings and outcomes' });
  await expect(facts).toHaveAttribute('style', /--fit: 1(\.0+)?;/);
});

test('a slide says what of its link came to nothing', async ({ scenario, page }) => {
  const facts = page.getByRole('region', { name: 'Ledger, settings and outcomes' });
  await scenario.open('/lab/lost-response?present&key=bogus');
  await expect(facts.getByRole('status').first()).toContainText('“key=bogus” can’t be read');
  await scenario.open('/lab/lost-response?present&script=lose.api-client.9');
  await expect(facts.getByRole('status').first()).toHaveText(
    'It never came to lose.api-client.9 under these settings.',
  );
});
