import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

import { PANELS } from '@/lib/permalink/view';
import { catalogue } from '@/simulations/catalogue';

import { test } from './test';

/** All rules that axe has by default, best practice too. */
async function hasNoViolation(page: Page, where: string): Promise<void> {
  // It comes with types of its own for the same pages. A frame is judged as the page that it is.
  const { violations } = await new AxeBuilder({ page: page as never }).exclude('iframe').analyze();
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => ({ id, help, target, failureSummary })),
  );
  expect(found, where).toEqual([]);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme} colours`, () => {
    test.use({ colorScheme });

    test('home', async ({ page }) => {
      await page.goto('/', { waitUntil: 'networkidle' });
      await hasNoViolation(page, '/');
    });

    test('every scenario and every frame', async ({ scenario, page }) => {
      test.slow();
      for (const path of catalogue.flatMap(({ slug }) => [`/lab/${slug}`, `/embed/${slug}`])) {
        await scenario.open(path);
        await hasNoViolation(page, path);
      }
    });

    test('all readings, with steps ahead', async ({ scenario, page }) => {
      test.slow();
      for (const panel of PANELS) {
        await scenario.open(`/lab/check-then-act?panel=${panel}&step=11`);
        await expect(scenario.panel).not.toContainText(/Loading …|Drawing the statechart/);
        await hasNoViolation(page, panel);
      }
    });

    test('two runs side by side', async ({ scenario, page }) => {
      await scenario.open('/lab/lost-response?twin=key.per-intent&step=8');
      await expect(page.getByRole('region', { name: 'Its twin' })).toBeVisible();
      await hasNoViolation(page, 'compare');
    });

    test('a step’s menu, a link with faults, a directive that never applied', async ({
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

    test('a slide', async ({ scenario, page }) => {
      await scenario.open('/lab/lost-response?step=8&present');
      await hasNoViolation(page, 'present');
    });
  });
}

test('the not-found page', async ({ page, trouble }) => {
  await page.goto('/no-such-page', { waitUntil: 'networkidle' });
  await hasNoViolation(page, '404');
  expect(trouble.splice(0)).toEqual([expect.stringContaining('404')]);
});
