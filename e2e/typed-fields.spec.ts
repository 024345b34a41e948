import { expect } from '@playwright/test';

import { test } from './test';
import { open, setting, turn } from './tool-page';

test('a number that can’t be had as typed is said to be taken as another', async ({ page }) => {
  await open(page, 'retries');
  const note = page.getByText(/^taken as /);
  await setting(page, 'Attempts').fill('100');
  await setting(page, 'Attempts').blur();
  await expect(setting(page, 'Attempts')).toHaveValue('20');
  await expect(note).toHaveText('taken as 20, the most');
  await setting(page, 'Attempts').fill('4');
  await expect(note).toHaveCount(0);
  await setting(page, 'Attempts').blur();
  await expect(note).toHaveCount(0);
});

for (const [path, label, text, query] of [
  ['window', 'Keep records for', '9999y', 'window=18300d'],
  ['key-lab', 'Keys made', '99999999999999', 'rate=1000000000'],
] as const) {
  test(`${path}: a link copied straight from a field has what became of it`, async ({
    page,
    context,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    // Field and button are in sight together, so that nothing scrolls.
    await page.setViewportSize({ width: 1440, height: 1600 });
    await open(page, path);
    const copy = page.getByRole('button', { name: 'Copy link' });
    const place = await copy.boundingBox();
    await setting(page, label).fill(text);
    // One press of the hand, without waiting for anything: leaving the field must not move the button away.
    await page.mouse.move((place?.x ?? 0) + 10, (place?.y ?? 0) + 4);
    await page.mouse.down();
    await page.mouse.up();
    await expect(page.getByText('Link copied')).toBeVisible();
    expect(await copy.boundingBox()).toEqual(place);
    expect(new URL(await page.evaluate(() => navigator.clipboard.readText())).search).toBe(
      `?${query}`,
    );
  });
}

test('what was typed is gone when one goes back to before it', async ({ page }) => {
  await open(page, 'key-lab');
  await turn(page, 'short');
  const box = setting(page, 'Keys made');
  const before = await box.inputValue();
  await box.fill('5');
  await expect(page).toHaveURL(/rate=5/);
  await page.goBack();
  await expect(page).toHaveURL(/key-lab$/);
  await expect(box).toHaveValue(before);
  await box.blur();
  await expect(page).toHaveURL(/key-lab$/);
});
