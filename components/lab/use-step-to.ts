'use client';

import { useCallback } from 'react';

/** A step by key or by a button of the transport, after which it is in sight; links elsewhere on the page leave the reader there. */
export function useStepTo(goTo: (position: number) => void): (position: number) => void {
  return useCallback(
    (to) => {
      goTo(to);
      if (document.documentElement.scrollHeight <= window.innerHeight) return;
      void import('@/components/lab/step-in-sight').then(
        ({ stepInSight }) => requestAnimationFrame(stepInSight),
        // Without it the step is shown all the same.
        () => undefined,
      );
    },
    [goTo],
  );
}
