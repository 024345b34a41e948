'use client';

import { memo, Suspense } from 'react';

import { later } from '@/components/ui/later';
import { saidAt } from '@/components/view/said';
import type { Story } from '@/components/view/story';

const SaidOfTwo = later(async () => (await import('@/components/lab/said-of-two')).SaidOfTwo);
const Parting = later(async () => (await import('@/components/lab/said-of-two')).Parting);

interface SaidProps {
  readonly story: Story;
  /** The run beside it, if there is one. */
  readonly twin?: Story | null;
  readonly position: number;
  readonly playing: boolean;
}

/**
 * What a step brought, said aloud by a screen reader: once, whatever else on the page changes with it. A run that plays
 * by itself is faster than any voice, so there it is said when it stops.
 */
export const Said = memo(function Said({ story, twin, position, playing }: SaidProps) {
  return (
    // Empty it stays: only a change of what is there is said aloud.
    <p role="status" data-testid="said" className="no-print sr-only">
      {!playing &&
        (twin ? (
          <Suspense>
            <SaidOfTwo {...{ story, twin, position }} />
          </Suspense>
        ) : (
          saidAt(story, position)
        ))}
    </p>
  );
});

interface PartingStatusProps {
  readonly story: Story;
  readonly twin: Story | null;
  readonly goTo: (position: number) => void;
}

/** Where two runs part; there before it has anything to say. */
export const PartingStatus = ({ story, twin, goTo }: PartingStatusProps) => (
  <div role="status">
    {twin && (
      <Suspense>
        <Parting {...{ story, twin, goTo }} />
      </Suspense>
    )}
  </div>
);
