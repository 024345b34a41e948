import { describe, expect, it } from 'vitest';

import { run } from '@/lib/engine/run';
import { createWorld } from '@/lib/engine/world';
import { type Answer, explore } from '@/lib/explorer/explore';
import { showsOutcome } from '@/lib/explorer/minimise';
import { OUTCOMES } from '@/lib/outcomes/outcome';
import { defendedSettings } from '@/lib/scenario/defended';
import { initialSettings } from '@/lib/scenario/knobs';
import { questionOf } from '@/lib/scenario/question';
import { catalogue } from '@/simulations/catalogue';

/** Where a search that overlooks nothing is left off. */
const PLAIN_STATES_MAX = 120_000;

/** Where a reader begins, and where the lesson leads. */
const cases = catalogue.flatMap((scenario) => {
  const defended = defendedSettings(scenario);
  return [initialSettings(scenario.knobs), ...(defended ? [defended] : [])].map((settings) => ({
    ...{ scenario, settings, question: questionOf(scenario, settings) },
    name: `${scenario.slug} ${JSON.stringify(settings)}`,
  }));
});

describe.each(cases)('searching $name', ({ question }) => {
  const reduced = explore(question);
  const { cast, bounds } = question;

  it('finds the same with nothing overlooked', { timeout: 120_000 }, () => {
    const plain = explore(question, { unreduced: true, statesMax: PLAIN_STATES_MAX });
    expect(reduced.complete).toBe(true);
    // What it found on the way, where there was more than it may look at, is there all the same.
    expect(found(reduced)).toEqual(
      plain.complete ? found(plain) : expect.arrayContaining(found(plain)),
    );
    if (!plain.complete) return;
    for (const name of ['duplicate', 'wrongReply'] as const) {
      const [a, b] = [reduced.outcomes[name], plain.outcomes[name]];
      if (a.reachable && b.reachable) expect(a.steps).toBe(b.steps);
    }
  });

  it('finds what can be played, with no directive too many and within its bounds', () => {
    for (const name of OUTCOMES) {
      const reach = reduced.outcomes[name];
      if (!reach.reachable) continue;
      const { script } = reach;
      const world = createWorld(cast);
      expect(showsOutcome(world, question, script, name)).toBe(true);
      script.forEach((_, line) => {
        const shorter = script.filter((_, index) => index !== line);
        expect(showsOutcome(world, question, shorter, name), `without ${line}`).toBe(false);
      });
      const kinds = run(cast, script).trace.map(({ kind }) => kind);
      expect(kinds.filter((kind) => kind === 'lost').length).toBeLessThanOrEqual(bounds.losses);
      expect(kinds.filter((kind) => kind === 'duplicated').length).toBeLessThanOrEqual(
        bounds.duplicates,
      );
      expect(kinds.filter((kind) => kind === 'crashed').length).toBeLessThanOrEqual(bounds.crashes);
    }
  });
});

// Helpers

const found = ({ outcomes }: Answer) => OUTCOMES.filter((name) => outcomes[name].reachable);
