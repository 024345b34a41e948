import { expect } from '@playwright/test';

import { hasNoViolation } from './axe';
import { test } from './test';

test('ten thousand days on a phone: nothing sticks out, and a day opens with a tap', async ({
  scenario,
  page,
}) => {
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 844 });
    await scenario.open('/lab/check-then-act?panel=days');
    await scenario.daysAreOver();
    const beyond = await page.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    );
    expect(beyond).toBeLessThanOrEqual(0);
  }
  await hasNoViolation(page, 'days on a phone');
  const day = scenario.dayRow('duplicate').getByRole('link').first();
  await day.tap();
  await expect(day).toHaveAttribute('aria-current', 'true');
  await scenario.hasOutcome('duplicate');
});
