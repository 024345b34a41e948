import { expect, it } from 'vitest';

import { toBeats } from '@/lib/projections/beats';
import { initialSettings } from '@/lib/scenario/knobs';
import { ownScript, playScenario } from '@/lib/scenario/play';
import { memoryStore } from '@/simulations/scenarios/memory-store/scenario';

const settings = initialSettings(memoryStore.knobs);
const { run, cast } = playScenario(memoryStore, settings, ownScript(memoryStore, settings));

it('remembers in each process, and nowhere else', () => {
  const changed = run.trace.flatMap(({ changes }) => changes.map(({ actor }) => actor));
  expect(changed).toContain('api-a.memory');
  expect(changed).toContain('api-b.memory');
  expect(cast.processes.map(({ id }) => id)).not.toContain('keys');
});

it('does not show a memory that holds something as work that is never done', () => {
  const beats = toBeats(run.trace, { ...memoryStore, cast });
  const atWork = beats.flatMap(({ activity }) => activity);
  expect(atWork.filter(({ by }) => by === 1)).toHaveLength(2);
  expect(atWork.filter(({ by }) => by === -1)).toHaveLength(2);
});
