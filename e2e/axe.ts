import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const OF_COLOURS = ['color-contrast', 'link-in-text-block'] as const;

/**
 * It comes with types of its own for the same pages. A frame is judged as the page that it is. Of what is
 * well nothing is told, since telling takes as long as looking.
 */
const axeOn = (page: Page) =>
  new AxeBuilder({ page: page as never })
    .exclude('iframe')
    .options({ resultTypes: ['violations'] })
    // Otherwise it opens a page of its own for each answer, to put those of frames together.
    .setLegacyMode();

/**
 * By all rules but those that colours can break: these take most of the time, and pages that are made of the
 * same parts have the same colours.
 */
export async function isWellBuilt(page: Page, where: string): Promise<void> {
  expect(await violationsOf(axeOn(page).disableRules([...OF_COLOURS])), where).toEqual([]);
}

/** A page, or a part of it: by all rules that axe has by default in light colours, and then, in dark ones, by those that colours can break. */
export async function hasNoViolation(page: Page, where: string, part = 'html'): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' });
  expect(await violationsOf(axeOn(page).include(part)), `${where}, light`).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = axeOn(page)
    .include(part)
    .withRules([...OF_COLOURS]);
  expect(await violationsOf(dark), `${where}, dark`).toEqual([]);
}

async function violationsOf(axe: AxeBuilder) {
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => ({ id, help, target, failureSummary })),
  );
}
