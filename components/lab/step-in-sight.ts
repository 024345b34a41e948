/**
 * Where the page is taller than the window, as when it is enlarged, the step that was just made may be elsewhere: then
 * its caption comes to the top of the window, with the drawing below it. Whoever has gone on to what is below the drawing
 * reads there, and stays. To be called after the step has been drawn.
 */
export function stepInSight(): void {
  const drawing = document.querySelector('.lab-diagram');
  const caption = drawing?.previousElementSibling;
  const bar = document.getElementById('play')?.closest('[role="group"]')?.parentElement;
  if (!drawing || !caption || !bar || drawing.getBoundingClientRect().bottom <= 0) return;
  // A bar of activity goes on long after the step that it began with.
  const now = drawing.querySelectorAll('[data-now]:not([class^="activation"])');
  const foot = Math.min(bar.getBoundingClientRect().top, window.innerHeight);
  const isInSight = [caption, ...now]
    .map((element) => element.getBoundingClientRect())
    .every(({ top, bottom }) => top >= 0 && bottom <= foot);
  if (!isInSight) caption.scrollIntoView({ block: 'start', behavior: 'auto' });
}
