import { expect, test } from './test';

for (const path of ['tools/window', 'map']) {
  test(`where copying is refused, the text is selected: ${path}`, async ({ page }) => {
    await page.addInitScript(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
    });
    await page.goto(`/${path}`);
    await page
      .getByRole('button', { name: /^Copy (a )?link/ })
      .first()
      .click();
    const text = page.getByRole('textbox', { name: 'Text to copy by hand' });
    await expect(text).toBeFocused();
    const selected = await text.evaluate((area: HTMLTextAreaElement) =>
      area.value.slice(area.selectionStart, area.selectionEnd),
    );
    expect(selected).toContain(`/${path}`);
    await expect(page.getByRole('status').filter({ hasText: 'copy it by hand' })).toBeVisible();
  });
}
