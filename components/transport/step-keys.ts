import type { KeyTable } from '@/components/transport/keys';

/** Where a reader stands in a run, and what moves them on. */
export interface Stepping {
  readonly position: number;
  readonly length: number;
  readonly playing: boolean;
  readonly goTo: (position: number) => void;
  readonly play: (playing: boolean) => void;
}

/** The keys that move through a run, of which each page takes those that it can spare. */
export const stepKeys = ({ position, length, playing, goTo, play }: Stepping) => {
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
