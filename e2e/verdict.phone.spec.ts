import { expect, test } from './test';

for (const width of [390, 320]) {
  test(`verdict, attack and why fit and work by touch at ${width} px`, async ({
    scenario,
    page,
  }) => {
    await page.setViewportSize({ width, height: width === 320 ? 568 : 844 });
    await scenario.open('/lab/crash-window');
    await expect(scenario.verdict).toContainText('A duplicate is reachable');
    await scenario.button('Attack my design').tap();
    await expect(scenario.attack).toContainText('Found a duplicate');
    await scenario.outcome('duplicate').getByRole('button').tap();
    await expect(scenario.chain).toContainText('What led to step');
    await expect(scenario.why).toContainText('one order');
    await expect(scenario.prevention).toContainText('Then none');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    const small = await page.locator('[data-testid] :is(button, a[href])').evaluateAll((elements) =>
      elements
        .map((element) => ({ element, box: element.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0 && (box.width < 24 || box.height < 24))
        .map(({ element }) => element.textContent),
    );
    expect(small).toEqual([]);
    await scenario.prevention.getByRole('link').first().tap();
    await expect(scenario.verdict).toContainText('None of the five outcomes is reachable.');
  });
}
