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
        const lit = (await scenario.litStates.textContent()) ?? '';
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
    .poll(async () => bare((await scenario.litStates.textContent()) ?? ''))
    .toBe(bare(named));
});

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
  const charges = scenario.panel.getByRole('region', { name: 'Charges' });
  await expect(charges).toContainText('No card has been charged.');
  await scenario.press('Step forward');
  await expect(charges.getByRole('cell')).toHaveText([/^ch-1\s*new$/]);
  await scenario.press('Step forward');
  await expect(charges.getByRole('cell')).toHaveText(['ch-1']);
  await scenario.press('To the end');
  await expect(charges.getByRole('cell')).toHaveText(['ch-1', 'ch-2']);
});

test('a lesson names its source', async ({ scenario }) => {
  await scenario.open('/lab/lost-response?panel=lesson');
  await expect(scenario.panel.getByRole('link', { name: 'Source' })).toHaveAttribute(
    'href',
    /^https:\/\//,
  );
});
