'use client';

import { useCallback } from 'react';

import { useKeys } from '@/components/transport/keys';
import { passFocus } from '@/components/ui/pass-focus';
import type { ScenarioState } from '@/components/view/use-story';

/** Lights what led to a step, and puts the light out again: by the button, by Escape, or by going back. */
export function useWhy(
  { view: { why, present }, length, change }: Pick<ScenarioState, 'view' | 'length' | 'change'>,
  goTo: (position: number) => void,
) {
  const explain = useCallback(
    (entry: number) => {
      const step = entry + 1;
      // In one change, so that going back undoes both.
      change({ why: step, step: step === length ? null : step });
      goTo(step);
    },
    [change, goTo, length],
  );
  const unlight = useCallback(() => {
    // What is next to what goes.
    passFocus('#play');
    change({ why: null });
  }, [change]);
  // A slide shows no light, and there Escape leaves.
  useKeys(why === null || present ? {} : { Escape: { does: 'Put the light out', run: unlight } });
  return { explain, unlight };
}
