'use client';

import type { ScenarioState } from '@/components/view/use-story';

export function ShareDialog({
  onClose,
}: {
  readonly state: ScenarioState;
  readonly onClose: () => void;
}) {
  return <button onClick={onClose}>Close</button>;
}
