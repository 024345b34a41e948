import { expect, test } from './test';

test('a message pressed in the diagram can be lost, and found again', async ({ scenario }) => {
  await scenario.open('/lab/lost-response?key=per-intent');
  await scenario.pressStep(2);
  await expect(scenario.menu).toContainText('Client to api: POST /charges 100');
  await scenario.choose('Lose this message');

  await expect(scenario.directives).toHaveText(['lose.client-api.1', 'lose.api-client.1']);
  // Whoever asks “what if it is lost?” stands where it has just been lost.
  await expect(scenario.page).toHaveURL(
    /[?&]script=lose\.client-api\.1~lose\.api-client\.1&step=2$/,
  );
  await scenario.says(2, 'lost');
  await scenario.key('End');
  await scenario.hasNoOutcome();

  await scenario.button('Remove: Lose the 1st message from client to api').click();
  await expect(scenario.directives).toHaveText(['lose.api-client.1']);
  await expect(scenario.page).toHaveURL(/\?key=per-intent$/);
});

test('a message can be doubled', async ({ scenario }) => {
  await scenario.open('/lab/redelivery');
  await scenario.pressStep(4);
  await scenario.choose('Double this message');
  await expect(scenario.directives.first()).toHaveText('duplicate.queue-consumer.1');
  await expect(scenario.page).toHaveURL(/script=duplicate\.queue-consumer\.1~/);
});

test('a message can be held back', async ({ scenario }) => {
  await scenario.open('/lab/check-then-act?claim=atomic');
  await scenario.button(/^Remove: Hold back/).click();
  await expect(
    scenario.page
      .getByRole('complementary', { name: 'Settings and script' })
      .getByText('a calm day'),
  ).toBeVisible();
  await scenario.read('Transcript');
  const charge = scenario.transcript
    .getByRole('listitem')
    .filter({ hasText: 'charge 100' })
    .first();
  const step = (await scenario.transcript.getByRole('listitem').allTextContents()).findIndex(
    (text) => text.includes('charge 100'),
  );
  await expect(charge).toBeVisible();
  await scenario.isDrawn();
  await scenario.pressStep(step + 1);
  await scenario.choose(/^Hold this message back/);
  await expect(scenario.directives).toHaveText(['delay.api-a-payments.1']);
  await expect(scenario.page).toHaveURL(/script=delay\.api-a-payments\.1/);
});

test('a process can be crashed', async ({ scenario }) => {
  await scenario.open('/lab/crash-window?record=same-transaction');
  await scenario.button(/^Remove: Crash/).click();
  await expect(scenario.directives).toHaveCount(0);
  await expect(scenario.page).toHaveURL(/[?&]script=$/);
  await scenario.isDrawn();
  await scenario.pressStep(4);
  await scenario.choose(/^Crash api right after this$/i);
  await expect(scenario.directives).toHaveText(['crash.api.2']);
  await expect(scenario.page).toHaveURL(/script=crash\.api\.2/);
  await expect(scenario.drawing.locator('.crash-mark').first()).toBeAttached();
  await expect(scenario.page).toHaveURL(/&step=5$/);
  await scenario.key('End');
  await scenario.hasNoOutcome();
});

test('whoever is pressed in the diagram shows its statechart', async ({ scenario }) => {
  await scenario.open('/lab/lost-response');
  await scenario.drawing.locator('.heads [data-id="payments"]').click();
  await expect(scenario.tab('Machines')).toHaveAttribute('aria-selected', 'true');
  await expect(scenario.actor).toHaveValue('payments');
  await expect(scenario.page).toHaveURL(/[?&]panel=machines&machine=payments$/);
});

test('the same from the transcript, by keyboard', async ({ scenario }) => {
  await scenario.open('/lab/lost-response?panel=transcript');
  const change = scenario.button('Change step 2');
  await change.focus();
  await scenario.key('Enter');
  await expect(scenario.menu.getByRole('button').first()).toBeFocused();
  await scenario.key('Escape');
  await expect(scenario.menu).toBeHidden();
  await expect(change).toBeFocused();

  await scenario.key('Enter');
  await expect(scenario.menu.getByRole('button').first()).toBeFocused();
  await scenario.key('Enter');
  await expect(scenario.directives).toHaveText(['lose.client-api.1', 'lose.api-client.1']);
  await expect(scenario.line(2)).toContainText('Lost: POST /charges 100');
});

test('the scenario’s own script is one press away', async ({ scenario }) => {
  await scenario.open('/lab/lost-response?script=lose.client-api.1');
  await scenario.ownScript.click();
  await expect(scenario.directives).toHaveText(['lose.api-client.1']);
  await expect(scenario.page).toHaveURL(/\/lab\/lost-response$/);
  await expect(scenario.ownScript).toBeHidden();
});

test('a directive that never applied is marked as such', async ({ scenario }) => {
  await scenario.open('/lab/lost-response?retries=0&script=lose.api-client.1~lose.api-client.2');
  await expect(scenario.script.nth(0)).not.toContainText('It never came to this');
  await expect(scenario.script.nth(1)).toContainText('It never came to this');
});

test('a fault is undone where it is seen', async ({ scenario }) => {
  await scenario.open('/lab/lost-response');
  await scenario.pressStep(5);
  await scenario.choose(/^Undo this/);
  await expect(
    scenario.page
      .getByRole('complementary', { name: 'Settings and script' })
      .getByText('a calm day'),
  ).toBeVisible();
  await scenario.hasNoOutcome();
  await scenario.page.goBack();
  await scenario.hasOutcome('duplicate');
});

test('where a setting brings a fault of its own, the page says so', async ({ scenario }) => {
  const says = scenario.page.getByText('what goes wrong follows the settings');
  await scenario.open('/lab/dual-write');
  await expect(scenario.directives).toHaveText(['crash.shop.1']);
  await expect(says).toBeVisible();
  await scenario.open('/lab/dual-write?write=outbox');
  await expect(scenario.directives).toHaveText(['crash.relay.3']);
  await expect(says).toBeVisible();
  await scenario.button(/^Remove: Crash/).click();
  await expect(scenario.directives).toHaveCount(0);
  await expect(says).toHaveCount(0);

  await scenario.open('/lab/lost-response');
  await expect(scenario.directives).toHaveText(['lose.api-client.1']);
  await expect(says).toHaveCount(0);
});

test('of a step that is no message, the menu speaks of no link', async ({ scenario }) => {
  await scenario.open('/lab/lost-response');
  await scenario.pressStep(6);
  await expect(scenario.menu).toContainText('it is no message');
  await scenario.key('Escape');
  await scenario.pressStep(4);
  await expect(scenario.menu).not.toContainText('it is no message');
});
