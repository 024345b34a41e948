'use client';

import { useEffect } from 'react';

import { PAGE_STARTED } from '@/components/chrome/page-started';

/** Says that the page is at work. Stands after the page, so that all of it listens by then. */
export function Started() {
  useEffect(() => {
    window.dispatchEvent(new Event(PAGE_STARTED));
  }, []);
  return null;
}
