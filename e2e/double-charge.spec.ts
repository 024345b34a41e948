import { expect, test } from './test';

test('a reader steps into the double charge by keyboard, then prevents it with a key', async ({
  scenario,
}) => {
  await scenario.open('/lab/lost-response');
  await scenario.key('Home');
  await scenario.stands(0, 10);
  await expect(scenario.actual).toHaveText('0');

  await scenario.key('ArrowRight', 'ArrowRight', 'ArrowRight');
  await scenario.stands(3, 10);
  await expect(scenario.actual).toHaveText('1');
  await expect(scenario.outcome('duplicate')).toContainText('none so far');

  for (let step = 4; step <= 8; step += 1) await scenario.key('ArrowRight');
  await scenario.stands(8, 10);
  await expect(scenario.caption).toContainText('The card is charged again.');
  await expect(scenario.expected).toHaveText('1');
  await expect(scenario.actual).toHaveText('2');

  await scenario.key('ArrowRight', 'ArrowRight');
  await scenario.stands(10, 10);
  await scenario.hasOutcome('duplicate');
  for (const absent of ['lost', 'stuck', 'wrong reply', 'swallowed'] as const) {
    await expect(scenario.outcome(absent)).toHaveText(/^none/);
  }

  await scenario.turn('Idempotency key', 'one per purchase');
  await expect(scenario.expected).toHaveText('1');
  await expect(scenario.actual).toHaveText('1');
  await scenario.hasNoOutcome();
  await expect(scenario.page).toHaveURL(/\/lab\/lost-response\?key=per-intent$/);
});

test('the evidence of an outcome is one press away', async ({ scenario }) => {
  await scenario.open('/lab/lost-response');
  await scenario.outcome('duplicate').getByRole('button').click();
  await scenario.stands(8, 10);
  await expect(scenario.now.first()).toHaveAttribute('data-tone', 'harm');
  await expect(scenario.page).toHaveURL(/\?step=8&why=8$/);
});

test('a step says what it is worth: before the end, nothing is called absent', async ({
  scenario,
}) => {
  await scenario.open('/lab/lost-response?key=per-intent');
  await scenario.hasNoOutcome();
  await scenario.press('Step back');
  await expect(scenario.page.locator('[data-outcome]')).toHaveText(
    Array.from({ length: 5 }, () => /^–.*none so far$/),
  );
});
