/**
 * For what goes away when it is pressed: the focus would fall to the top of the page. It goes to `next`, a selector, or
 * else to the heading of the section that was pressed in, or of what goes wrong, whichever is still there.
 */
export function passFocus(next?: string): void {
  const pressed = document.activeElement;
  if (!pressed || pressed === document.body) return;
  const section = pressed.closest('section')?.getAttribute('aria-labelledby');
  // Only then the page is as the press has made it.
  requestAnimationFrame(() => {
    if (pressed.isConnected || document.activeElement !== document.body) return;
    [next, section && `#${section}`, '#faults']
      .map((heir) => (heir ? document.querySelector<HTMLElement>(heir) : null))
      .find((heir) => heir !== null)
      ?.focus();
  });
}
