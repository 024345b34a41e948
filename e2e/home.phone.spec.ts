import { expect } from '@playwright/test';

import { test } from './test';

test('played to its end, the figure has the duplicate in sight, and says that it goes on', async ({
  page,
  scenario,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('/');
  await expect(scenario.actual).toHaveText('2');
  const drawing = page.getByRole('region', { name: 'Diagram' });
  await expect(drawing).toHaveAttribute('data-scrolls');
  const note = drawing.getByText('charged again, purchase A');
  const isWithin = async () => {
    const [inner, outer] = [await note.boundingBox(), await drawing.boundingBox()];
    if (!inner || !outer) return false;
    const left = inner.x >= outer.x && inner.y >= outer.y;
    const right = inner.x + inner.width <= outer.x + outer.width;
    return left && right && inner.y + inner.height <= outer.y + outer.height;
  };
  await expect.poll(isWithin).toBe(true);
  // A step taken by hand is in sight for itself.
  await page.getByRole('button', { name: 'Step back' }).tap();
  await page.getByRole('button', { name: 'Step forward' }).tap();
  await expect.poll(isWithin).toBe(true);
});
