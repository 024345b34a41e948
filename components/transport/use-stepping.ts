'use client';

import { useCallback, useLayoutEffect, useRef, useState } from 'react';

import { usePlaying } from '@/components/transport/transport';
import type { ScenarioState } from '@/components/view/use-story';

type Steppable = Pick<ScenarioState, 'position' | 'length' | 'change' | 'view'>;

/** Moving through a run, or through the part of it between two positions, by hand or by itself. */
export function useStepping(
  { position, length, change, view: { speed, present } }: Steppable,
  { start, end }: { readonly start: number; readonly end: number },
) {
  const [playing, setPlaying] = useState(false);
  const at = useRef(position);
  useLayoutEffect(() => {
    at.current = position;
  });
  const step = useCallback(
    (to: number) => {
      const clamped = Math.min(Math.max(to, start), end);
      // The end is the default, so that a link to it stays short and outlives a turned knob. A talk
      // starts at the start, so there it is written out.
      change({ step: clamped === length && !present ? null : clamped });
    },
    [change, length, start, end, present],
  );
  const goTo = useCallback(
    (to: number) => {
      setPlaying(false);
      step(to);
    },
    [step],
  );
  // The same function at every step: what is done once when it is handed over must not be done at each.
  const play = useCallback(
    (on: boolean) => {
      if (on && at.current >= end) step(start);
      setPlaying(on);
    },
    [start, end, step],
  );
  const stop = useCallback(() => setPlaying(false), []);
  usePlaying({ playing, position, length: end, speed }, step, stop);
  return { playing, play, goTo };
}
