'use client';

import { useKeys } from '@/components/transport/keys';
import { type Stepping, stepKeys } from '@/components/transport/step-keys';

/**
 * On the lab page Space plays, as in every player; arrows step. Page keys are left to scrolling. While
 * presenting, the slide has keys of its own.
 */
export function useLabKeys(stepping: Stepping, presenting: boolean): void {
  const { ArrowRight, ArrowLeft, Home, End, k } = stepKeys(stepping);
  useKeys(presenting ? {} : { ArrowRight, ArrowLeft, Home, End, k, Space: k });
}
