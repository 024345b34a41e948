/** Lets a drawing be scaled down so far and no further: beyond its figure it is scrolled. */
export function keepReadable(svg: SVGSVGElement, scaleMin: number): void {
  const { width } = svg.viewBox.baseVal;
  if (width > 0) svg.style.minWidth = `${Math.round(width * scaleMin)}px`;
}
