'use client';

import { useCallback, useState } from 'react';

import { usePlaying } from '@/components/transport/transport';
import type { ScenarioState } from '@/components/view/use-story';

type Steppable = Pick<ScenarioState, 'position' | 'length' | 'change' | 'view'>;

/** Moving through a run, by hand or by itself. */
export function useStepping({ position, length, change, view: { speed } }: Steppable) {
  const [playing, setPlaying] = useState(false);
  const step = useCallback(
    (to: number) => {
      const clamped = Math.min(Math.max(to, 0), length);
      // The end is the default, so that a link to it stays short and outlives a turned knob.
      change({ step: clamped === length ? null : clamped });
    },
    [change, length],
  );
  const goTo = useCallback(
    (to: number) => {
      setPlaying(false);
      step(to);
    },
    [step],
  );
  const play = useCallback(
    (on: boolean) => {
      if (on && position >= length) step(0);
      setPlaying(on);
    },
    [position, length, step],
  );
  const stop = useCallback(() => setPlaying(false), []);
  usePlaying({ playing, position, length, speed }, step, stop);
  return { playing, play, goTo };
}
