import { expect, type Page } from '@playwright/test';

import { openStarted, test } from './test';

/** Where the focus is, and whether that can be seen. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    // What is only there to be heard shows its focus on its label.
    const hidden = element.getBoundingClientRect().width <= 1;
    const seen = hidden ? (element.closest('label') ?? element) : element;
    const { outlineStyle, outlineWidth } = getComputedStyle(seen);
    const { width, height } = seen.getBoundingClientRect();
    return {
      name: `${element.tagName} ${element.getAttribute('aria-label') ?? seen.textContent}`,
      ring: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1,
      area: width * height,
    };
  });

for (const path of [
  '/lab/lost-response?panel=transcript',
  '/lab/check-then-act',
  '/lab/redelivery?panel=state',
  '/lab/redelivery?panel=days',
  '/lab/lost-response?twin=key.per-intent',
  '/embed/lost-response',
  '/',
]) {
  test(`${path}: Tab goes through all of it, always in sight, and out again`, async ({
    page,
    scenario,
  }) => {
    if (path === '/') await openStarted(page, path);
    else await scenario.open(path);
    // What comes while somebody goes through the page may take the place of what has the focus.
    if (path.includes('panel=')) await expect(scenario.panel).not.toContainText('Loading');
    if (path.includes('panel=days')) await scenario.daysAreOver();
    if (path.includes('/lab/') && !path.includes('twin')) await scenario.isProved();
    await page.waitForLoadState('networkidle');
    const stops: string[] = [];
    for (let press = 0; press < 120; press += 1) {
      await page.keyboard.press('Tab');
      const stop = await focused(page);
      if (stop === null) break;
      stops.push(stop.name);
      expect(stop.ring, `the focus on ${stop.name}`).toBe(true);
      expect(stop.area, `the size of ${stop.name}`).toBeGreaterThan(16);
    }
    expect(stops.length).toBeGreaterThan(4);
    expect(await focused(page), `a trap at ${stops.at(-1) ?? ''}`).toBeNull();
    // Back in through the other end.
    await page.keyboard.press('Shift+Tab');
    expect((await focused(page))?.name).toBe(stops.at(-1));
  });
}

for (const [path, width, height] of [
  ['/lab/lost-response?panel=transcript', 720, 450],
  ['/lab/lost-response', 320, 568],
  ['/lab/check-then-act?why=12', 720, 450],
] as const) {
  test(`${path}: nothing that has the focus lies under the bar at ${width} px`, async ({
    scenario,
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await scenario.open(path);
    // All is there that could push down what has the focus.
    await expect(scenario.prevention.getByRole('link').first()).toBeVisible();
    await expect(scenario.why.getByRole('link').first()).toBeVisible();
    if (path.includes('why=')) await expect(scenario.chain).toBeVisible();
    for (let press = 0; press < 120; press += 1) {
      await page.keyboard.press('Tab');
      const under = await page.evaluate(() => {
        const bar = document
          .querySelector('[role=group][aria-label=Steps]')
          ?.closest('.max-lg\\:fixed');
        const element = document.activeElement;
        if (!bar || !element || element === document.body) return null;
        if (bar.contains(element)) return '';
        const { top, bottom, height } = element.getBoundingClientRect();
        const edge = bar.getBoundingClientRect().top;
        // What is taller than the room above the bar begins in sight.
        return top >= edge || (height < 100 && bottom > edge) ? element.outerHTML.slice(0, 90) : '';
      });
      if (under === null) break;
      expect(under).toBe('');
    }
  });
}

test('the whole journey by keyboard alone', async ({ scenario, page }) => {
  await scenario.open('/lab/lost-response');
  const tabTo = async (name: RegExp) => {
    for (let press = 0; press < 60; press += 1) {
      await scenario.key('Tab');
      const stop = await focused(page);
      expect(stop?.ring ?? true, `the focus on ${stop?.name ?? ''}`).toBe(true);
      if (stop && name.test(stop.name)) return;
    }
    throw new Error(`Tab does not lead to ${String(name)}`);
  };

  // A knob.
  await tabTo(/^INPUT none$/);
  await scenario.key('ArrowRight');
  await expect(scenario.position('Idempotency key', 'one per purchase')).toBeChecked();
  await expect(page).toHaveURL(/key=per-intent/);
  await scenario.isDrawn();
  await scenario.hasNoOutcome();

  // The transport: the focus stays where it is, even at the end.
  await tabTo(/To the start/);
  await scenario.key('Enter');
  await scenario.stands(0, 14);
  await expect(scenario.button('To the start')).toBeFocused();
  await tabTo(/Step forward/);
  await scenario.key('Space', 'Space');
  await scenario.stands(2, 14);
  await expect(scenario.words(2).first()).toBeVisible();

  // The readings.
  await tabTo(/^BUTTON Code$/);
  await scenario.key('ArrowRight', 'ArrowRight');
  await expect(scenario.tab('Transcript')).toBeFocused();
  await expect(scenario.tab('Transcript')).toHaveAttribute('aria-selected', 'true');
  await scenario.key('End');
  await expect(scenario.tab('Lesson')).toBeFocused();
  await scenario.key('ArrowLeft', 'ArrowLeft', 'ArrowLeft');
  await expect(scenario.transcript).toBeVisible();

  // A step's menu.
  await tabTo(/^BUTTON Change step 2$/);
  await scenario.key('Enter');
  await expect(scenario.menu).toBeVisible();
  await expect(scenario.menu.getByRole('button').first()).toBeFocused();
  await scenario.key('Escape');
  await expect(scenario.menu).toBeHidden();
  await expect(scenario.button('Change step 2')).toBeFocused();
  await scenario.key('Enter');
  await expect(scenario.menu.getByRole('button').first()).toBeFocused();
  await scenario.key('Enter');
  await expect(scenario.menu).toBeHidden();
  await expect(scenario.directives).toHaveText(['lose.client-api.1', 'lose.api-client.1']);
  await expect(scenario.line(2)).toContainText('Lost');

  // What was made is a link.
  await expect(page).toHaveURL(
    /\?key=per-intent&script=lose\.client-api\.1~lose\.api-client\.1&step=2&panel=transcript$/,
  );
});

test('each button of the transport names a key that does the same', async ({ scenario }) => {
  await scenario.open('/lab/lost-response?step=4');
  for (const [name, from, to] of [
    ['Step back', 4, 3],
    ['Step forward', 3, 4],
    ['To the start', 4, 0],
    ['To the end', 0, 10],
  ] as const) {
    await scenario.stands(from, 10);
    const key = await scenario.button(name).getAttribute('aria-keyshortcuts');
    await scenario.key(key ?? 'none');
    await scenario.stands(to, 10);
  }
  const key = await scenario.button('Play').getAttribute('aria-keyshortcuts');
  await scenario.key(key ?? 'none');
  await expect(scenario.button('Pause')).toBeVisible();
});

test('keys leave alone what somebody is using', async ({ scenario }) => {
  await scenario.open('/lab/lost-response?step=4');
  await scenario.speed.focus();
  await scenario.key('ArrowDown');
  await scenario.stands(4, 10);
  await scenario.tab('Code').focus();
  await scenario.key('ArrowRight');
  await expect(scenario.tab('State')).toBeFocused();
  await scenario.stands(4, 10);
  await scenario.key('Control+ArrowRight', 'Control+Home', 'Shift+End');
  await expect(scenario.tab('State')).toHaveAttribute('aria-selected', 'true');
  await scenario.caption.click();
  await scenario.key('Control+ArrowRight');
  await scenario.stands(4, 10);
  await scenario.key('ArrowRight');
  await scenario.stands(5, 10);
});

test.describe('what goes away when it is pressed leaves the focus near', () => {
  test('lines of the script, and the way back to the scenario’s own', async ({
    scenario,
    page,
  }) => {
    await scenario.open('/lab/lost-response?script=lose.client-api.1~lose.api-client.1');
    const remove = scenario.script.getByRole('button', { name: /^Remove/ });
    await expect(remove).toHaveCount(2);
    await remove.last().press('Enter');
    await expect(remove).toHaveCount(1);
    await expect(remove).toBeFocused();
    await scenario.key('Enter');
    await expect(remove).toHaveCount(0);
    const heading = page.getByRole('heading', { name: 'What goes wrong' });
    await expect(heading).toBeFocused();

    await scenario.ownScript.press('Enter');
    await expect(scenario.ownScript).toBeHidden();
    await expect(heading).toBeFocused();
    await scenario.key('Tab');
    await expect(remove.first()).toBeFocused();
  });

  test('why it happened', async ({ scenario, page }) => {
    await scenario.open('/lab/lost-response');
    const link = (name: string) => scenario.why.getByRole('link', { name, exact: true });
    await link('1').press('Enter');
    await expect(page).toHaveURL(/retries=1/);
    await expect(page.getByRole('heading', { name: 'Why it happened' })).toBeFocused();
    await link('0').press('Enter');
    // Without harm nothing asks why.
    await expect(scenario.why).toHaveCount(0);
    await expect(page.getByRole('heading', { name: 'What goes wrong' })).toBeFocused();
  });

  test('what would prevent it', async ({ scenario, page }) => {
    await scenario.open('/lab/check-then-act');
    await scenario.prevention.getByRole('link').first().press('Enter');
    await expect(scenario.prevention).toHaveCount(0);
    await expect(page.getByRole('heading', { name: 'What goes wrong' })).toBeFocused();
    expect(await focused(page)).toMatchObject({ name: 'H2 What goes wrong', ring: true });
  });

  test('the light on what led to a step', async ({ scenario, page }) => {
    await scenario.open('/lab/lost-response?why=8');
    await scenario.button('Clear').press('Enter');
    await expect(scenario.chain).toHaveCount(0);
    await expect(scenario.button('Play')).toBeFocused();

    await scenario.outcome('duplicate').getByRole('button').click();
    await scenario.chain.getByRole('button', { name: 'Step 6' }).press('Enter');
    await scenario.key('Escape');
    await expect(scenario.chain).toHaveCount(0);
    await expect(scenario.button('Play')).toBeFocused();

    // From elsewhere it is not taken away.
    await page.goBack();
    await expect(scenario.chain).toBeVisible();
    await scenario.button('Share').focus();
    await scenario.key('Escape');
    await expect(scenario.chain).toHaveCount(0);
    await expect(scenario.button('Share')).toBeFocused();
  });

  test('a slide, by Esc and by its own button', async ({ scenario }) => {
    await scenario.open('/lab/lost-response');
    await scenario.button('Present').press('Enter');
    await scenario.stands(0, 10);
    await scenario.key('Escape');
    await expect(scenario.button('Present')).toBeFocused();
    await scenario.key('Enter');
    await scenario.button('Leave').press('Enter');
    await expect(scenario.button('Present')).toBeFocused();
  });
});
