'use client';

import { type RefObject, useEffect, useRef, useState } from 'react';

import type { FigureStep } from '@/components/home/figure-run';

interface Player {
  readonly position: number;
  readonly playing: boolean;
  readonly goTo: (position: number) => void;
  /** From the start. With reduced motion nothing moves: the end is shown at once. */
  readonly replay: (steps: readonly FigureStep[]) => void;
  readonly play: (playing: boolean) => void;
}

/** Plays the figure once by itself, as soon as it is seen; after that only when asked to. */
export function usePlayer(
  figure: RefObject<HTMLElement | null>,
  steps: readonly FigureStep[],
): Player {
  const [position, setPosition] = useState(0);
  const [playing, setPlaying] = useState(false);
  /** Whoever has used the figure is not played to. */
  const touched = useRef(false);
  const end = steps.length - 1;
  /** The end of what the page opens with. */
  const [opening] = useState(end);

  const replay = (of: readonly FigureStep[]) => {
    touched.current = true;
    const still = prefersStillness();
    setPosition(still ? of.length - 1 : 0);
    setPlaying(!still);
  };

  useEffect(() => {
    if (!playing) return;
    const timer = setTimeout(() => {
      setPosition(position + 1);
      setPlaying(position + 1 < end);
    }, steps[position]?.holdMs);
    return () => clearTimeout(timer);
  }, [playing, position, end, steps]);

  useEffect(() => {
    if (!figure.current) return;
    const sight = new IntersectionObserver(
      ([seen]) => {
        if (!seen?.isIntersecting) return;
        sight.disconnect();
        if (touched.current) return;
        const still = prefersStillness();
        setPosition((at) => (still && at === 0 ? opening : at));
        setPlaying(!still);
      },
      { threshold: 0.2 },
    );
    sight.observe(figure.current);
    return () => sight.disconnect();
  }, [figure, opening]);

  return {
    ...{ position, playing, replay },
    goTo: (to) => {
      touched.current = true;
      setPlaying(false);
      setPosition(Math.min(Math.max(to, 0), end));
    },
    play: (on) => {
      touched.current = true;
      if (on && position >= end) replay(steps);
      else setPlaying(on);
    },
  };
}

const prefersStillness = (): boolean =>
  window.matchMedia('(prefers-reduced-motion: reduce)').matches;
