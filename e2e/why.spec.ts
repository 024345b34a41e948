import { hasNoViolation } from './axe';
import { expect, test } from './test';

// Why it happened: what led to a step, and what would have been otherwise.

test('an outcome lights what led to it, in diagram and transcript', async ({ scenario, page }) => {
  await scenario.open('/lab/lost-response?panel=transcript');
  await scenario.outcome('duplicate').getByRole('button').click();
  await scenario.stands(8, 10);
  await expect(page).toHaveURL(/[?&]why=8(&|$)/);
  for (const [step, cause] of [
    [1, 'chain'],
    [3, 'history'],
    [4, 'history'],
    [5, 'history'],
    [6, 'chain'],
    [8, 'chain'],
    [9, 'none'],
  ] as const) {
    await expect(scenario.drawn(step).first(), `step ${step}`).toHaveAttribute('data-cause', cause);
    await expect(scenario.line(step), `line ${step}`).toHaveAttribute('data-cause', cause);
  }
  await expect(scenario.chain.getByRole('listitem')).toHaveText(['1', '→ 6', '→ 7', '→ 8']);
  await expect(
    page.getByRole('status').filter({
      hasText: 'what led to step 8. The chain: steps 1, 6 and 7. Gone wrong before: step 5.',
    }),
  ).toBeAttached();

  await scenario.chain.getByRole('button', { name: 'Step 6' }).click();
  await scenario.stands(6, 10);
  await expect(scenario.chain).toBeVisible();
  await scenario.key('Escape');
  await expect(scenario.chain).toHaveCount(0);
  await expect(scenario.drawing.locator('[data-cause]')).toHaveCount(0);
  await expect(page).not.toHaveURL(/why=/);
  await page.goBack();
  await expect(scenario.chain).toBeVisible();
});

test('lighting and stepping draw nothing anew', async ({ scenario, page }) => {
  await scenario.open('/lab/lost-response');
  await scenario.drawing.evaluate((svg) => svg.setAttribute('data-same', ''));
  await page.getByRole('button', { name: 'step 3: why?' }).click();
  await expect(scenario.drawn(2).first()).toHaveAttribute('data-cause', 'chain');
  await scenario.press('Step back');
  await scenario.button('Clear').click();
  await expect(scenario.drawing).toHaveAttribute('data-same', '');
});

test('any step can be asked why, and the answer can be linked to', async ({ scenario }) => {
  await scenario.open('/lab/lost-response');
  await scenario.pressStep(10);
  await scenario.menu.getByRole('button', { name: 'Why did this happen?' }).click();
  await expect(scenario.chain).toContainText('What led to step 10');
  await scenario.open('/lab/lost-response?why=10');
  await expect(scenario.chain).toContainText('What led to step 10');
  await expect(scenario.drawn(10).first()).toHaveAttribute('data-cause', 'chain');
  // In another run the number would mean something else.
  await scenario.turn('Retries', '1');
  await expect(scenario.chain).toHaveCount(0);
});

test('each “without” and “with” leads to the run that it tells of', async ({ scenario, page }) => {
  await scenario.open('/lab/lost-response');
  await expect(scenario.why.getByRole('listitem')).toHaveText([
    'Without losing the 1st message from api to clientone charge',
    'Idempotency key: one per purchaseone charge',
    'Retries: 0one charge, and a customer who can’t know',
    'Retries: 1, 3, 4 or 5still two charges',
  ]);
  await scenario.why.getByRole('link', { name: '0', exact: true }).click();
  await scenario.isDrawn();
  await expect(page).toHaveURL(/\?retries=0$/);
  await expect(scenario.actual).toHaveText('1');
  await expect(page.getByText('can’t know').first()).toBeVisible();
  await expect(scenario.why).toHaveCount(0);
  await page.goBack();

  await scenario.why.getByRole('link', { name: /^Without losing/ }).click();
  await scenario.isDrawn();
  await expect(page).toHaveURL(/\?script=$/);
  await scenario.hasNoOutcome();
});

test('what would prevent it does', async ({ scenario, page }) => {
  await scenario.open('/lab/check-then-act');
  await expect(scenario.prevention).toContainText(
    'none of the five outcomes is reachable in any schedule',
  );
  await expect(scenario.prevention).toContainText('at most 1 lost message and 2 retries');
  await scenario.prevention.getByRole('link', { name: /claim at once$/ }).click();
  await expect(page).toHaveURL(/claim=atomic/);
  await expect(scenario.verdict).toContainText('None of the five outcomes is reachable.');
  await expect(scenario.prevention).toHaveCount(0);
});

test('axe finds nothing in verdict, attack and light', async ({ scenario, page }) => {
  await scenario.open('/lab/crash-window?panel=transcript');
  await scenario.isProved();
  await scenario.outcome('duplicate').getByRole('button').click();
  await scenario.button('Attack my design').click();
  await expect(scenario.attack).toContainText('Found');
  await expect(scenario.prevention).toContainText('Then none');
  await hasNoViolation(page, 'verdict, attack and light');
});
