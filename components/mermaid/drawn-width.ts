/** How wide a drawing is in its own units, which are the pixels of its text at full size. */
export const drawnWidth = (svg: string): number =>
  Number(/viewBox="\S+ \S+ ([\d.]+)/.exec(svg)?.[1] ?? 0);
