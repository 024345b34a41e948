/** Keeps the heads of the lifelines in sight in a figure that has been scrolled down by `scrolled` px. */
export function keepHeads(svg: SVGSVGElement, scrolled: number): void {
  const heads = svg.querySelector('.heads');
  const { width } = svg.viewBox.baseVal;
  if (!heads || width === 0 || svg.clientWidth === 0) return;
  const down = Math.max(0, Math.floor((scrolled * width) / svg.clientWidth));
  if (down > 0) heads.setAttribute('transform', `translate(0 ${down})`);
  else heads.removeAttribute('transform');
}
