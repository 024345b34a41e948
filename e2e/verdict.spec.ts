import { SEARCH_MS } from './scenario-page';
import { expect, record, ScenarioPage, test } from './test';

// What any schedule can do, beside what one run did.

test('the verdict comes by itself, with its bounds, and changes with a knob', async ({
  scenario,
}) => {
  await scenario.open('/lab/lost-response');
  await expect(scenario.verdict).toContainText('A duplicate is reachable in 6 steps.');
  await expect(scenario.verdict).toContainText(
    'with at most 2 lost messages (between client and api) and 2 retries, and no doubled message or crash',
  );
  await expect(scenario.verdict).toContainText(/\d states searched/);

  await scenario.turn('Idempotency key', 'one per purchase');
  await expect(scenario.verdict).toContainText('None of the five outcomes is reachable.');
  await expect(scenario.verdict).toContainText('In no schedule with at most 2 lost messages');
  await expect(scenario.counterexamples).toHaveCount(0);

  await scenario.turn('Idempotency key', 'none');
  await expect(scenario.verdict).toContainText('A duplicate is reachable in 6 steps.');
});

test('a verdict says of a run with more faults than were searched that it is no part of it', async ({
  scenario,
}) => {
  await scenario.open('/lab/lost-response?key=per-intent&script=crash.api.1');
  await scenario.hasOutcome('stuck');
  await expect(scenario.verdict).toContainText('None of the five outcomes is reachable.');
  await expect(scenario.verdict).toContainText('This run has 1 crash, more than was searched');
  await expect(scenario.verdict.locator('.text-effect')).toHaveCount(0);
  await scenario.ownScript.click();
  await expect(scenario.verdict).not.toContainText('more than was searched');
  await expect(scenario.verdict.locator('.text-effect')).toHaveCount(1);
});

test('a verdict never stands beside settings that it is not about', async ({ scenario, page }) => {
  await scenario.open('/lab/lost-response');
  await scenario.isProved();
  // What stands there right after each turn, before anything can have been searched.
  const [before, after] = await page.evaluate(() => {
    const card = document.querySelector('[data-testid="verdict"]');
    const knob = document.querySelector<HTMLInputElement>('input[value="per-intent"]');
    const first = card?.getAttribute('data-state');
    knob?.click();
    return [first, card?.getAttribute('data-state')];
  });
  expect([before, after]).toEqual(['done', 'running']);
  await expect(scenario.verdict).toContainText('None of the five outcomes');
});

test('a counterexample opens in the same stepper, and Back leads back', async ({
  scenario,
  page,
}) => {
  await scenario.open('/lab/lost-response?key=none&script=');
  await scenario.hasNoOutcome();
  await scenario.isProved();
  await scenario.counterexamples.first().click();
  await scenario.isDrawn();
  await expect(page).toHaveURL(/script=delay\./);
  await scenario.hasOutcome('duplicate');
  await expect(scenario.actual).toHaveText('2');
  await expect(scenario.counterexamples.first()).toHaveAttribute('aria-current', 'true');
  await page.goBack();
  await scenario.hasNoOutcome();
});

test('an attack shows how far it has come, and ends in the same verdict', async ({
  scenario,
  page,
}) => {
  await scenario.open('/lab/redelivery?dedup=inbox');
  await scenario.isProved();
  // It is over in half a second, which a busy machine may miss.
  const seen = await record(scenario.attack);
  await scenario.button('Attack my design').click();
  await expect(scenario.attack).toContainText(
    /None of the five outcomes, in all [\d,]+ states and [\d,]+ choices, with at most 1 lost message \(between shop and queue or between queue and consumer\), 1 crash \(of consumer\) and 2 retries, and no doubled message\. The quick search needed [\d,]+ states\./,
    { timeout: SEARCH_MS },
  );
  await expect(scenario.attack).not.toContainText('disagree');
  expect(await seen()).toContainEqual(expect.stringMatching(/Cancel.*Attacking…/));
  expect(await seen()).toContainEqual(
    expect.stringMatching(/[1-9][\d,]* states[1-9][\d,]* a second/),
  );
  // The same button: the focus stays.
  await expect(scenario.button('Put away')).toBeFocused();
  expect(page.workers().length).toBeGreaterThan(0);
});

test('an attack on what is open finds the way in', async ({ scenario }) => {
  await scenario.open('/lab/crash-window');
  await scenario.isProved();
  await scenario.button('Attack my design').click();
  await expect(scenario.attack).toContainText(/Found a duplicate in 10 steps/, {
    timeout: SEARCH_MS,
  });
  await scenario.attack.getByRole('link', { name: 'Show the duplicate' }).click();
  await scenario.isDrawn();
  await scenario.hasOutcome('duplicate');
});

test('an attack can be cancelled, by keyboard too', async ({ scenario, page }) => {
  // It never ends by itself: what is asked for never comes to its worker.
  await page.addInitScript(() => {
    class Deaf extends Worker {
      override postMessage(task: { unreduced?: boolean }): void {
        if (!task.unreduced) super.postMessage(task);
      }
    }
    Object.assign(window, { Worker: Deaf });
  });
  await scenario.open('/lab/lost-response');
  await scenario.isProved();
  await scenario.button('Attack my design').focus();
  await scenario.key('Enter');
  await expect(scenario.attack).toContainText('Attacking…');
  await scenario.key('Enter');
  await expect(scenario.attack).toContainText('Cancelled. Nothing was decided.');
  await expect(scenario.button('Attack my design')).toBeFocused();
  await expect(scenario.verdict).toContainText('A duplicate is reachable');
  // A turned knob calls an attack off, too: it was about other settings.
  await scenario.key('Enter');
  await expect(scenario.attack).toContainText('Attacking…');
  const status = await scenario.attack.getByRole('status').first().elementHandle();
  await scenario.turn('Retries', '1');
  await expect(scenario.attack).toContainText('Every state one by one.');
  // Said where the attack was said: a new place for it would be silent.
  expect(await status.textContent()).toBe('Every state one by one.');
  await scenario.turn('Retries', '2');
  await expect(scenario.attack).toContainText('Every state one by one.');
  // The one that proves what stands there now is left. What was called off takes a moment to be gone.
  await scenario.isProved();
  await expect.poll(() => page.workers().length).toBe(1);
});

test('where no worker can be made, the page searches by itself', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'Worker', { value: undefined });
  });
  const scenario = new ScenarioPage(page);
  await scenario.open('/lab/lost-response');
  await expect(scenario.verdict).toContainText('A duplicate is reachable in 6 steps.');
  await expect(scenario.why).toContainText('one charge');
  expect(page.workers()).toEqual([]);
});

test('where a worker is not let in, the page searches by itself', async ({ page, trouble }) => {
  await page.route(/turbopack-worker/, (route) => route.abort());
  const scenario = new ScenarioPage(page);
  await scenario.open('/lab/lost-response');
  await expect(scenario.verdict).toContainText('A duplicate is reachable in 6 steps.');
  trouble.splice(0);
});
