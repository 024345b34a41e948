import type { CSSProperties } from 'react';

/** How wide and high a drawing is in its own units, which are the pixels of its text at full size: for what is sized by it. */
export function drawnSize(svg: string): CSSProperties {
  const [, width = 0, height = 0] = /viewBox="\S+ \S+ ([\d.]+) ([\d.]+)/.exec(svg) ?? [];
  return { '--drawn-width': width, '--drawn-height': height } as CSSProperties;
}
