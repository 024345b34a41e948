import { causeOf, type Lit } from '@/components/why/lit';

/** Lights what led to a step, and lets the rest step back; null: everything as usual. Costs no layout. */
export function light(svg: SVGSVGElement, lit: Lit | null): void {
  svg.toggleAttribute('data-why', lit !== null);
  for (const element of svg.querySelectorAll('[data-entry]')) {
    if (lit === null) element.removeAttribute('data-cause');
    else {
      const entry = Number(element.getAttribute('data-entry'));
      element.setAttribute('data-cause', causeOf(lit, entry));
    }
  }
}
