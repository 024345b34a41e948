'use client';

import { type KeyTable, useKeys } from '@/components/transport/keys';

export interface Controls {
  readonly position: number;
  readonly length: number;
  readonly playing: boolean;
  readonly goTo: (position: number) => void;
  readonly play: (playing: boolean) => void;
}

/** The keys that move through a run: on the lab page and, with more beside them, when presenting. */
export const stepKeys = ({ position, length, playing, goTo, play }: Controls) => {
  const forward = { does: 'One step on', run: () => goTo(position + 1) };
  const back = { does: 'One step back', run: () => goTo(position - 1) };
  return {
    ArrowRight: forward,
    PageDown: forward,
    Space: forward,
    ArrowLeft: back,
    PageUp: back,
    'Shift+Space': back,
    Home: { does: 'To the start', run: () => goTo(0) },
    End: { does: 'To the end', run: () => goTo(length) },
    k: { does: 'Play or pause', run: () => play(!playing) },
  } satisfies KeyTable;
};

/**
 * On the lab page Space plays, as in every player; arrows step. Page keys are left to scrolling. While
 * presenting, the slide has keys of its own.
 */
export function useLabKeys(controls: Controls, presenting: boolean): void {
  const { ArrowRight, ArrowLeft, Home, End, k } = stepKeys(controls);
  useKeys(presenting ? {} : { ArrowRight, ArrowLeft, Home, End, k, Space: k });
}
