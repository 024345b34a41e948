import { expect } from '@playwright/test';

import { STAGE_NAMES } from '@/components/chrome/stages';
import { scenariosOn, stages } from '@/simulations/catalogue';

import { someScenarios } from './some-scenarios';
import { test } from './test';

test('a scenario far down is one press away, and its rows come to lie below the headers', async ({
  page,
}) => {
  await page.goto('/map');
  const contents = page.getByRole('navigation', { name: 'On this page' });
  await expect(contents.getByRole('link')).toHaveText(
    stages.flatMap((stage) => [
      STAGE_NAMES[stage],
      ...scenariosOn(stage).map(({ title }) => title),
    ]),
  );
  for (const { slug, title } of someScenarios) {
    await contents.getByRole('link', { name: title, exact: true }).click();
    await expect(page).toHaveURL(new RegExp(`/map#${slug}$`));
    const name = page.getByRole('table').getByRole('link', { name: title, exact: true });
    await expect(name).toBeInViewport();
    const isOnTop = await name.evaluate((link) => {
      const { left, top } = link.getBoundingClientRect();
      return link.contains(document.elementFromPoint(left + 4, top + 4));
    });
    expect(isOnTop, slug).toBe(true);
  }
});
