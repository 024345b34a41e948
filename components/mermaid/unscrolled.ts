/** A drawing whose heads stand at its top: one that was made beforehand may have been scrolled when it was taken. */
export const unscrolled = (svg: string): string =>
  svg.replace(/(class="heads") transform="[^"]*"/, '$1');
