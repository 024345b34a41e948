'use client';

import type { KeyTable } from '@/components/transport/keys';
import { type Stepping, stepKeys } from '@/components/transport/step-keys';

interface SlideControls extends Stepping {
  readonly blank: boolean;
  readonly setBlank: (blank: boolean) => void;
  readonly openHelp: () => void;
  readonly leave: () => void;
}

/** Every key of a slide. The help is made from this table. */
export function presentKeys({
  blank,
  setBlank,
  openHelp,
  leave,
  ...steps
}: SlideControls): KeyTable {
  const cover = { does: 'Blank the screen, and back', run: () => setBlank(!blank) };
  const { ArrowRight: forward, ArrowLeft: back, ...others } = stepKeys(steps);
  const table: KeyTable = {
    ...{ ArrowRight: forward, ArrowDown: forward, n: forward },
    ...{ ArrowLeft: back, ArrowUp: back, p: back },
    ...others,
    ...(document.fullscreenEnabled ? { f: { does: 'Full screen', run: toggleFullScreen } } : {}),
    ...{ b: cover, '.': cover },
    '?': { does: 'This help', run: openHelp },
    Escape: { does: 'Leave', run: leave },
  };
  return blank ? unblanking(table, () => setBlank(false)) : table;
}

/** While the screen is blank, whatever would step or leave only brings the slide back. */
const unblanking = (table: KeyTable, run: () => void): KeyTable =>
  Object.fromEntries(
    Object.entries(table).map(([key, { does, run: usual }]) => [
      key,
      { does, run: key === 'f' || key === '?' ? usual : run },
    ]),
  );

function toggleFullScreen(): void {
  const done = document.fullscreenElement
    ? document.exitFullscreen()
    : document.documentElement.requestFullscreen();
  done.catch(() => {
    // The browser refused; the slide is as good in a window.
  });
}
