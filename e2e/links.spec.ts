import { expect } from '@playwright/test';

import { test } from './test';

// Published addresses: whoever kept one must go on seeing what it showed.

test('two lost replies, a key, the fourth step', async ({ scenario }) => {
  await scenario.open(
    '/lab/lost-response?key=per-intent&script=lose.api-client.1~lose.api-client.2&step=4',
  );
  await scenario.stands(4, 19);
  await expect(scenario.position('Idempotency key', 'one per purchase')).toBeChecked();
  await expect(scenario.directives).toHaveText(['lose.api-client.1', 'lose.api-client.2']);
  await expect(scenario.words(4)).toHaveText('4 · nil, so it is ours');
  await scenario.says(14, 'lost');
  await expect(scenario.actual).toHaveText('0');
  await scenario.press('To the end');
  await expect(scenario.actual).toHaveText('1');
  await scenario.hasNoOutcome();
});

test('no retries: it happened once, and the client can’t know', async ({ scenario }) => {
  await scenario.open('/lab/lost-response?retries=0');
  await scenario.stands(6, 6);
  await expect(scenario.caption).toHaveText(/^The client gives up\./);
  await scenario.hasNoOutcome();
  await expect(scenario.page.getByText('can’t know whether it happened')).toBeVisible();
});

test('an empty script is a calm day', async ({ scenario }) => {
  await scenario.open('/lab/lost-response?script=');
  await scenario.stands(5, 5);
  await expect(scenario.script).toHaveCount(0);
  await expect(scenario.actual).toHaveText('1');
  await scenario.hasNoOutcome();
});

test('one instance is no safer than two', async ({ scenario }) => {
  await scenario.open('/lab/check-then-act?instances=1');
  await scenario.stands(19, 19);
  await expect(scenario.actual).toHaveText('2');
  await scenario.hasOutcome('duplicate');
});

test('a claim at once, and a second attempt that waits', async ({ scenario }) => {
  await scenario.open('/lab/check-then-act?claim=atomic&inFlight=wait&panel=transcript');
  await scenario.stands(18, 18);
  await expect(scenario.line(9)).toContainText('in progress');
  await expect(scenario.line(18)).toContainText('201 Created, from memory');
  await scenario.hasNoOutcome();
});

test('a claim that outlives its process gets stuck', async ({ scenario }) => {
  await scenario.open('/lab/check-then-act?claim=atomic&script=crash.api.2');
  await scenario.stands(16, 16);
  await scenario.hasOutcome('stuck');
  await scenario.says(5, 'crash');
});

test('one transaction closes the crash window', async ({ scenario }) => {
  await scenario.open('/lab/crash-window?record=same-transaction&step=8');
  await scenario.stands(8, 20);
  await expect(scenario.actual).toHaveText('0');
  await scenario.press('To the end');
  await expect(scenario.actual).toHaveText('1');
  await scenario.hasNoOutcome();
});

test('an inbox makes a redelivery harmless', async ({ scenario }) => {
  await scenario.open('/lab/redelivery?dedup=inbox&panel=state');
  await scenario.stands(22, 22);
  await expect(scenario.actual).toHaveText('1');
  await scenario.hasNoOutcome();
  await expect(
    scenario.panel
      .getByRole('group', { name: /: inbox$/ })
      .getByRole('cell')
      .first(),
  ).toBeVisible();
});

test('a machine, a panel and a speed', async ({ scenario }) => {
  await scenario.open('/lab/lost-response?step=6&panel=machines&machine=payments&speed=2');
  await scenario.stands(6, 10);
  await expect(scenario.tab('Machines')).toHaveAttribute('aria-selected', 'true');
  await expect(scenario.chart).toHaveAccessibleName(/^Statechart of card provider/);
  await expect(scenario.speed).toHaveValue('2');
});

test('a knob that takes an actor away does not make its machine a mistake of the reader’s', async ({
  scenario,
  page,
}) => {
  await scenario.open('/lab/lost-response?key=per-intent&panel=machines&machine=keys');
  await scenario.turn('Idempotency key', 'none');
  await expect(page).toHaveURL(/\?panel=machines$/);
  await expect(page.getByText('can’t be read')).toHaveCount(0);
});
