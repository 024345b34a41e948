/** Whether single letters and signs work as keys (WCAG 2.1.4). A taste of the reader's, so not part of a link. */
const KEY = 'single-keys';

let allowed: boolean | null = null;

export const singleKeysAllowed = (): boolean => (allowed ??= stored() !== 'off');

export function allowSingleKeys(on: boolean): void {
  allowed = on;
  try {
    localStorage.setItem(KEY, on ? 'on' : 'off');
  } catch {
    // Storage is blocked; the choice lasts as long as the page.
  }
}

function stored(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
