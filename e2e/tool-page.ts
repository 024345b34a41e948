import type { Page } from '@playwright/test';

import { openStarted } from './test';

export const setting = (page: Page, label: string) => page.getByRole('textbox', { name: label });
export const settings = (page: Page) => page.getByRole('region', { name: 'Settings' });

/** Presses one position of a knob, by its label as a hand would. */
export const turn = (page: Page, name: string) =>
  page
    .locator('label')
    .filter({ has: page.getByRole('radio', { name, exact: true }) })
    .click();

/** Opens a tool and waits until it can be turned. */
export const open = (page: Page, path: string): Promise<void> =>
  openStarted(page, `/tools/${path}`);
