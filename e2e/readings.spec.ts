import { expect } from '@playwright/test';

import { someScenarios } from './some-scenarios';
import { test } from './test';

for (const { slug } of someScenarios) {
  test(`${slug}: every actor’s statechart is lit at the state that the words name`, async ({
    scenario,
  }) => {
    await scenario.open(`/lab/${slug}?panel=machines`);
    await expect(scenario.actor).toBeVisible();
    const actors = await scenario.actor.locator('option').allTextContents();
    expect(actors.length).toBeGreaterThan(1);
    for (const position of ['To the start', 'To the end'] as const) {
      await scenario.press(position);
      for (const actor of actors) {
        await scenario.actor.selectOption({ label: actor });
        await expect(scenario.chart).toHaveAccessibleName(new RegExp(`^Statechart of ${actor};`));
        await expect(scenario.litStates).toHaveCount(1);
        const named = (await scenario.presentState.innerText()).split(', ').at(-1) ?? '';
        const lit = (await scenario.litName().textContent()) ?? '';
        expect(bare(lit), `${actor}, ${position}`).toBe(bare(named));
      }
    }
  });
}

const bare = (text: string): string => text.replaceAll(/\s+/g, '').toLowerCase();

test('a statechart follows the steps, and the link says whose it is', async ({
  scenario,
  page,
}) => {
  await scenario.open('/lab/lost-response?panel=machines&step=0');
  await scenario.actor.selectOption({ label: 'client' });
  await expect(page).toHaveURL(/machine=client/);
  const before = await scenario.presentState.innerText();
  await scenario.press('Step forward');
  await expect(scenario.presentState).not.toHaveText(before);
  const named = await scenario.presentState.innerText();
  await expect
    .poll(async () => bare((await scenario.litName().textContent()) ?? ''))
    .toBe(bare(named));
});

test('a statechart can be seen as large as the window, by keyboard, and follows the steps there', async ({
  scenario,
  page,
}) => {
  await scenario.open('/lab/lost-response?panel=machines&step=0&machine=client');
  const larger = scenario.button('Larger view');
  await expect(larger).toBeVisible();
  const small = (await scenario.chart.locator('svg').boundingBox())?.width ?? Infinity;
  await larger.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Statechart of client' });
  await expect(dialog).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Close' })).toBeFocused();
  expect((await dialog.boundingBox())?.width).toBeGreaterThan(1400);
  expect((await dialog.locator('svg').boundingBox())?.width).toBeGreaterThan(small);
  const lit = async () => bare((await scenario.litName(dialog).textContent()) ?? '');
  const named = dialog.locator('strong');
  const before = await named.innerText();
  expect(await lit()).toBe(bare(before));
  await dialog.getByRole('button', { name: 'Step forward' }).press('Enter');
  await expect(named).not.toHaveText(before);
  await expect.poll(lit).toBe(bare(await named.innerText()));
  await expect(page).toHaveURL(/step=1/);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(larger).toBeFocused();
});

// Those that had most words over others, and the one in which most happens without leaving a state.
for (const [slug, machine] of [
  ['transactional-log', 'worker.1'],
  ['methods', 'client'],
  ['who-makes-the-key', 'client.page'],
  ['webhooks', 'app.1'],
  ['store-loss', 'keys.1'],
] as const) {
  test(`${slug}: in the statechart of ${machine} no words lie over others, or over a state`, async ({
    scenario,
    page,
  }) => {
    await scenario.open(`/lab/${slug}?panel=machines&machine=${machine}`);
    await scenario.button('Larger view').click();
    const overlapping = await page.locator('dialog svg').evaluate((svg) => {
      const things = [...svg.querySelectorAll('.edgeLabel .label, g.node')]
        .filter((thing) => thing.textContent.trim() !== '')
        .map((thing) => ({ text: thing.textContent, box: thing.getBoundingClientRect() }));
      const pairs = things.flatMap((one, at) => things.slice(at + 1).map((other) => [one, other]));
      return pairs.flatMap(([one, other]) => {
        if (!one || !other) return [];
        const [a, b] = [one.box, other.box];
        const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        return wide > 1 && high > 1 ? [`${one.text} over ${other.text}`] : [];
      });
    });
    expect(overlapping).toEqual([]);
  });
}

for (const { slug } of someScenarios) {
  test(`${slug}: the marked line of the code goes along with the steps`, async ({ scenario }) => {
    await scenario.open(`/lab/${slug}?step=0`);
    const length = await scenario.length();
    const marked = new Set<string>();
    for (let step = 1; step <= length; step += 1) {
      await scenario.key('ArrowRight');
      await scenario.stands(step, length);
      marked.add((await scenario.markedLines.allTextContents()).join('\n'));
    }
    expect(marked.size).toBeGreaterThan(2);
  });
}

test('the code can be read in SQL where there is some', async ({ scenario, page }) => {
  await scenario.open('/lab/crash-window?record=same-transaction');
  await scenario.button('SQL').click();
  await expect(scenario.button('SQL')).toHaveAttribute('aria-pressed', 'true');
  await expect(scenario.code).toContainText('COMMIT');
  await expect(page).toHaveURL(/language=SQL/);
});

test('tables show what stores hold after a step, and what is new in them', async ({ scenario }) => {
  await scenario.open('/lab/lost-response?panel=state&step=2');
  const charges = scenario.panel.getByRole('group', { name: 'card provider: Charges' });
  await expect(charges).toContainText('No card has been charged.');
  await scenario.press('Step forward');
  await expect(charges.getByRole('cell')).toHaveText([/^ch-1\s*new$/]);
  await scenario.press('Step forward');
  await expect(charges.getByRole('cell')).toHaveText(['ch-1']);
  await scenario.press('To the end');
  await expect(charges.getByRole('cell')).toHaveText(['ch-1', 'ch-2']);
});

test('a second row like the first is new, and an update is a change', async ({ scenario }) => {
  await scenario.open('/lab/crash-window?panel=state&step=12');
  const orders = scenario.panel.getByRole('group', { name: 'database: orders' });
  await expect(orders.locator('tbody tr')).toHaveText([/committed$/, /committed\s*new$/]);
  await scenario.open('/lab/set-or-increment?operation=set&panel=state&step=7');
  const accounts = scenario.panel.getByRole('group', { name: 'database: accounts' });
  await expect(accounts.locator('tbody tr')).toHaveText([/550.*changed$/]);
});

test('before the first step nothing is new or changed', async ({ scenario }) => {
  await scenario.open('/lab/methods?panel=state&step=0');
  const users = scenario.panel.getByRole('group', { name: /users$/ });
  await expect(users.locator('tbody tr')).toHaveCount(1);
  await expect(users).not.toContainText(/new|changed/);
});

test('an empty table has no header, and no two tables one name', async ({ scenario }) => {
  await scenario.open('/lab/memory-store?panel=state&step=0');
  const tables = scenario.panel.locator('[role=group]');
  await expect(tables.first()).toBeVisible();
  await expect(scenario.panel.getByRole('columnheader')).toHaveCount(0);
  const names = await tables.evaluateAll((all) => all.map((each) => each.ariaLabel));
  expect(names).toContain('api a: Keys');
  expect(names).toEqual([...new Set(names)]);
});

test('actors are named by what they are, and the first to be seen does the work', async ({
  scenario,
}) => {
  await scenario.open('/lab/memory-store?panel=machines');
  await expect(scenario.actor.locator('option:checked')).toHaveText('api a, request 1');
  await expect(scenario.actor.locator('option', { hasText: 'api a' })).toHaveText([
    /^api a, request 1$/,
    /^api a(, request \d)?, memory$/,
  ]);
});

test('a marked line says so before it is read', async ({ scenario }) => {
  await scenario.open('/lab/crash-window?step=5');
  await expect(scenario.markedLines.first()).toHaveText(/^\d+\s*Now here: /);
  await expect(scenario.code).toHaveRole('group');
});

test('where two lines are marked, whoever stands there has the name of its statechart', async ({
  scenario,
}) => {
  await scenario.open('/lab/check-then-act?step=8');
  await expect(scenario.markedLines).toHaveText([/← api b, request 1$/, /← api a, request 1$/]);
  await scenario.read('Machines');
  await expect(scenario.actor.locator('option', { hasText: /^api a/ }).first()).toHaveText(
    /^api a(, request 1)?$/,
  );
});

test('a lesson names its source', async ({ scenario }) => {
  await scenario.open('/lab/lost-response?panel=lesson');
  await expect(scenario.panel.getByRole('link', { name: 'Source' })).toHaveAttribute(
    'href',
    /^https:\/\//,
  );
});

test('a lesson names the bounds within which these very settings are searched', async ({
  scenario,
}) => {
  await scenario.open('/lab/lost-response?panel=lesson&retries=4');
  await expect(scenario.panel).toContainText('between client and api) and 4 retries');
});
