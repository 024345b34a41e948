'use client';

import { useEffect } from 'react';

import { PAGE_STARTED } from '@/components/chrome/page-started';

/**
 * Says that the page is at work. Stands after the page, so that all of it listens by then; but for a slide, which is
 * loaded when the page has seen that it is to be one, and says it itself.
 */
export function Started() {
  useEffect(() => {
    const { pathname, search } = window.location;
    const isSlide = pathname.includes('/lab/') && new URLSearchParams(search).get('present') === '';
    if (!isSlide) window.dispatchEvent(new Event(PAGE_STARTED));
  }, []);
  return null;
}
