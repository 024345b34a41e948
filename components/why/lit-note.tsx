'use client';

import { Suspense } from 'react';

import { later } from '@/components/ui/later';
import type { Lit } from '@/components/why/lit';

const ChainNote = later(async () => (await import('@/components/why/chain-note')).ChainNote);
const ChainWords = later(async () => (await import('@/components/why/chain-note')).ChainWords);

interface LitNoteProps {
  readonly lit: Lit | null;
  readonly onGoTo: (position: number) => void;
  readonly onClear: () => void;
}

/** What is lit, in words, once something is. Screen readers are told in a region that is there before. */
export const LitNote = ({ lit, ...actions }: LitNoteProps) => (
  <>
    <p role="status" className="sr-only">
      <Suspense>{lit && <ChainWords {...{ lit }} />}</Suspense>
    </p>
    <Suspense>{lit && <ChainNote {...{ lit }} {...actions} />}</Suspense>
  </>
);
