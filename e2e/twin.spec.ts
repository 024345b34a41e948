import { expect } from '@playwright/test';

import { test } from './test';

test('two settings run side by side under one script, and the page says where they part', async ({
  scenario,
  page,
}) => {
  await scenario.open('/lab/lost-response');
  await scenario.button('Compare').click();
  await expect(page).toHaveURL(/\?twin=$/);
  const run = page.getByRole('region', { name: 'This run' });
  const twin = page.getByRole('region', { name: 'Its twin' });
  await expect(scenario.parting).toHaveText(
    'The two runs are the same, step for step. Change a setting on either side.',
  );
  await expect(run).toContainText('expected 1, actual 2');
  await expect(twin).toContainText('expected 1, actual 2');

  const knobOf = (side: typeof run) => side.getByRole('combobox', { name: 'Idempotency key' });
  await knobOf(twin).selectOption('one per purchase');
  await expect(page).toHaveURL(/\?twin=key\.per-intent$/);
  await expect(knobOf(run)).toHaveValue('none');
  await expect(scenario.parting).toHaveText('The two runs part at step 2.');
  await expect(run).toContainText('expected 1, actual 2');
  await expect(twin).toContainText('expected 1, actual 1');
  await expect(twin).toContainText('Parted at step 2: Client to api: POST /charges 100, key-A.');

  // One position for both: the longer of the two is the measure.
  await scenario.press('To the start');
  await scenario.stands(0, 14);
  for (const side of [run, twin]) await expect(side).toContainText('expected 1, actual 0');
  for (const step of [1, 2, 3]) {
    await scenario.press('Step forward');
    for (const side of [run, twin]) {
      await expect(side.locator('[data-now]').first()).toHaveAttribute(
        'data-entry',
        String(step - 1),
      );
    }
  }
  await expect(run).toContainText('expected 1, actual 1');
  await expect(twin).toContainText('expected 1, actual 0');
  await expect(page).toHaveURL(/\?step=3&twin=key\.per-intent$/);

  await page.reload();
  await expect(twin.locator('[data-now]').first()).toHaveAttribute('data-entry', '2');
  await expect(scenario.parting).toHaveText('The two runs part at step 2.');
  await scenario.button('step 2').click();
  await scenario.stands(2, 14);

  await scenario.button('Compare').click();
  await expect(twin).toBeHidden();
  await expect(page).toHaveURL(/\?step=2$/);
});

test('a setting that brings its own script says so, and can share it', async ({
  scenario,
  page,
}) => {
  await scenario.open('/lab/where-it-failed?twin=cut.before');
  const run = page.getByRole('region', { name: 'This run' });
  const twin = page.getByRole('region', { name: 'Its twin' });
  const own = 'These settings bring their own script';
  await expect(run).toContainText(`${own}: Lose the 1st message from api to client.`);
  await expect(twin).toContainText(`${own}: Lose the 1st message from client to api.`);
  await run.getByRole('button', { name: 'Play it on both sides' }).click();
  await expect(page).toHaveURL(/\?script=lose\.api-client\.1&twin=cut\.before$/);
  await expect(scenario.parting).toHaveText('The two runs part at step 5.');
  for (const side of [run, twin]) await expect(side).not.toContainText(own);
  await page.goBack();
  await expect(twin).toContainText(own);

  await scenario.open('/lab/where-it-failed?twin=key.per-intent');
  await expect(scenario.parting).toContainText('The two runs part');
  await expect(run).not.toContainText(own);
});

test('of more than one intent each has its count, by name', async ({ scenario, page }) => {
  await scenario.open('/lab/methods?twin=method.PUT');
  const twin = page.getByRole('region', { name: 'Its twin' });
  await expect(twin.getByText(/^[^:]+: expected 1, actual 1$/)).toHaveCount(2);
});

test('the longer run is the measure of time, in the transport and in what is shared', async ({
  scenario,
}) => {
  await scenario.open('/lab/lost-response?twin=key.per-intent');
  await scenario.stands(14, 14);
  // A mark for each of its steps, with the harm of the shorter one among them.
  const marks = scenario.scrubber.locator('..').locator('line[x1]');
  await expect(marks).toHaveCount(14);
  await expect(marks.nth(7)).toHaveClass(/stroke-harm/);
  await expect(scenario.progress).toHaveText('14 of 14 · 1,400 ms');
  await scenario.press('Step back');
  await scenario.press('Step back');
  await expect(scenario.progress).toHaveText('12 of 14 · 1,200 ms');
  await scenario.button('Share').click();
  await expect(scenario.shareDialog).toContainText('step 12 of 14, 1,200 ms');
  await scenario.key('Escape');
  await scenario.press('To the end');
  await scenario.button('Share').click();
  await expect(scenario.shareDialog).toContainText('step 14 of 14, 1,400 ms');
});

test('a run that is over says so while the other one plays on, to the end of the longer', async ({
  scenario,
  page,
}) => {
  await page.clock.install();
  await scenario.open('/lab/lost-response?step=8&twin=key.per-intent');
  await page.clock.pauseAt(Date.now() + 60_000);
  const run = page.getByRole('region', { name: 'This run' });
  const twin = page.getByRole('region', { name: 'Its twin' });
  await expect(run).toContainText('step 8 of 10');
  await expect(twin).toContainText('step 8 of 14');
  await scenario.key('k');
  for (const step of [9, 10, 11]) {
    await page.clock.runFor(900);
    await scenario.stands(step, 14);
  }
  await expect(run).toContainText('ended at step 10');
  await expect(run.locator('[data-now]').first()).toHaveAttribute('data-entry', '9');
  await expect(twin).toContainText('step 11 of 14');
  await page.clock.runFor(10_000);
  await scenario.stands(14, 14);
  await expect(run).toContainText('ended at step 10');
  await expect(twin).toContainText('ended at step 14');
  await expect(scenario.transport.getByRole('button', { name: 'Play' })).toBeVisible();
});

test('of two runs the slide plays its own to the end, and then from the start', async ({
  scenario,
  page,
}) => {
  await page.clock.install();
  await scenario.open('/lab/lost-response?step=9&twin=key.per-intent&present');
  await page.clock.pauseAt(Date.now() + 60_000);
  await scenario.key('k');
  await page.clock.runFor(10_000);
  await scenario.stands(10, 10);
  await expect(page).toHaveURL(/step=10&/);
  await scenario.key('k');
  await scenario.stands(0, 10);
});

test('nothing is said of a transcript where there is none', async ({ scenario, page }) => {
  await scenario.open('/lab/lost-response');
  const hint = page.getByText(/^Press a message/);
  await expect(hint).toContainText('or ⋯ beside its line in the transcript');
  await scenario.button('Compare').click();
  await expect(hint).toHaveText(
    'Press a message of this run, or “Change step”, to see what can happen to it: it may be lost, delayed or doubled, or a process may crash, in both.',
  );
});

test('a step of this run is changed by keyboard, where there is no transcript', async ({
  scenario,
  page,
}) => {
  await scenario.open('/lab/lost-response?twin=key.per-intent&step=2');
  const change = page.getByRole('region', { name: 'This run' }).getByRole('button', {
    name: 'Change step 2',
  });
  await expect(scenario.button(/^Change step/)).toHaveCount(1);
  await change.press('Enter');
  await expect(scenario.menu).toHaveAccessibleName('Step 2');
  await scenario.key('Escape');
  await expect(change).toBeFocused();
  await scenario.key('Enter');
  await expect(scenario.menu.getByRole('button').first()).toBeFocused();
  await scenario.key('Enter');
  await expect(scenario.menu).toBeHidden();
  await expect(scenario.directives.first()).toHaveText('lose.client-api.1');
  await scenario.press('To the start');
  await expect(scenario.button(/^Change step/)).toHaveCount(0);
});

test('on paper both runs are told, each with its settings and its end', async ({
  scenario,
  page,
}) => {
  await scenario.open('/lab/lost-response?twin=key.per-intent');
  await page.emulateMedia({ media: 'print' });
  const runs = page.locator('section[aria-hidden]').filter({ visible: true });
  await expect(runs).toHaveCount(2);
  await expect(runs.first()).toContainText('Idempotency key: none');
  await expect(runs.first()).toContainText('actual 2; reported done.Outcome: duplicate.');
  await expect(runs.last()).toContainText('Idempotency key: one per purchase');
  await expect(runs.last()).toContainText('actual 1; reported done.None of the five outcomes.');
  await expect(scenario.outcomes.first()).toBeHidden();
  for (const side of ['This run', 'Its twin']) {
    const drawing = page.getByRole('region', { name: side }).locator('svg[aria-roledescription]');
    await expect(drawing).toBeVisible();
  }

  await scenario.open('/lab/lost-response?step=3&twin=key.per-intent');
  await expect(runs.first()).toContainText(
    'actual 1; no final answer.None of the five outcomes so',
  );
  await expect(runs.last()).toContainText('actual 0; no final answer.None of the five outcomes so');
});

test('what goes wrong can be changed on a narrow page too', async ({ scenario, page }) => {
  await page.setViewportSize({ width: 768, height: 1024 });
  await scenario.open('/lab/check-then-act?twin=claim.atomic');
  await expect(page.getByRole('heading', { name: 'What goes wrong' })).toBeVisible();
  await scenario.button(/^Remove: /).click();
  await expect(scenario.directives).toHaveCount(0);
});

test('there is room for both drawings on a small laptop', async ({ scenario, page }) => {
  await page.setViewportSize({ width: 1100, height: 800 });
  await scenario.open('/lab/check-then-act?twin=claim.atomic');
  for (const name of ['This run', 'Its twin']) {
    const frame = page.getByRole('region', { name }).locator('.lab-diagram');
    expect((await frame.boundingBox())?.height).toBeGreaterThan(120);
  }
});
