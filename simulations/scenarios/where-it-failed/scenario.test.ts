import { expect, it } from 'vitest';

import { positionsOf } from '@/lib/scenario/knobs';
import { ownScript, playScenario } from '@/lib/scenario/play';
import { whereItFailed } from '@/simulations/scenarios/where-it-failed/scenario';

it('shows the client the same thing wherever it fails, until it has tried again', () => {
  const { cut } = whereItFailed.knobs;
  for (const key of ['none', 'per-intent']) {
    const views = (cut ? positionsOf(cut) : []).map((position) => clientsView(position, key));
    expect(views).toHaveLength(3);
    expect(new Set(views).size).toBe(1);
    expect(views[0]).toContain('"attempt":2');
  }
});

// Helpers

/** All that reaches the client and leaves it, with the hour of each, up to its second attempt. */
function clientsView(cut: string | number, key: string): string {
  const settings = { cut, key };
  const { run } = playScenario(whereItFailed, settings, ownScript(whereItFailed, settings));
  const seen = run.trace.flatMap(({ atTicks, process, kind, timer, envelope, sent }) => {
    const isItsOwn = process === 'client' && (kind === 'delivered' || kind === 'fired');
    const heard = kind === 'delivered' ? envelope?.message : undefined;
    return isItsOwn ? [{ atTicks, timer, heard, sent: sent.map(({ message }) => message) }] : [];
  });
  const retried = seen.findIndex(({ sent }) => sent.some(({ attempt }) => attempt === 2));
  return JSON.stringify(seen.slice(0, retried + 1));
}
