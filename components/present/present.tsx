'use client';

import type { Prerendered } from '@/components/mermaid/sequence-diagram';
import type { ScenarioState } from '@/components/view/use-story';

interface PresentProps extends ScenarioState {
  readonly playing: boolean;
  readonly goTo: (position: number) => void;
  readonly play: (playing: boolean) => void;
  readonly prerendered: Prerendered | null;
}

export function Present({ change }: PresentProps) {
  return <button onClick={() => change({ present: false })}>Leave</button>;
}
