'use client';

import { type RefObject, useLayoutEffect } from 'react';

/** Smaller than this nobody in the last row could read it: what is still too tall is scrolled. */
const FIT_MIN = 0.6;
const FIT_STEP = 0.05;
/** Narrower, it is a slide in a hand: what is too tall is scrolled there, and small letters are worse. */
const ON_A_SCREEN = '(width >= 48rem)';

/**
 * Makes the words of a box smaller (`--fit`, 1 and less) until they are all in sight: a clicker can't scroll, and what
 * must be known of a run stands at its end.
 */
export function useFit(box: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const fit = () => {
      for (let size = 1; size >= FIT_MIN; size -= FIT_STEP) {
        element.style.setProperty('--fit', size.toFixed(2));
        const isEnough = element.scrollHeight <= element.clientHeight;
        if (isEnough || !window.matchMedia(ON_A_SCREEN).matches) return;
      }
    };
    fit();
    const observer = new MutationObserver(fit);
    observer.observe(element, { childList: true, characterData: true, subtree: true });
    window.addEventListener('resize', fit);
    // Another typeface is wider.
    void document.fonts.ready.then(fit);
    return () => {
      observer.disconnect();
      window.removeEventListener('resize', fit);
    };
  }, [box]);
}
