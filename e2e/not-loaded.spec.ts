import { expect, test } from './test';

test('a part of the page that can’t be loaded says so, and the rest goes on', async ({
  scenario,
  page,
  trouble,
}) => {
  await scenario.open('/lab/lost-response');
  await expect(scenario.prevention.getByRole('link').first()).toBeVisible();
  await expect(scenario.why.getByRole('link').first()).toBeVisible();
  await page.route(/\/_next\/.*\.js$/, (route) => route.abort());
  await scenario.tab('State').click();
  await expect(scenario.panel.getByRole('alert')).toHaveText(/could not be loaded/);
  await scenario.tab('Code').click();
  await expect(scenario.code).toBeVisible();
  await scenario.press('Step back');
  await scenario.stands(9, 10);
  // The browser logs what it could not get.
  for (const each of trouble.splice(0)) expect(each).toContain('net::ERR_FAILED');
});
