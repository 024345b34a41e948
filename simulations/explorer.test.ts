import { describe, expect, it } from 'vitest';

import { run } from '@/lib/engine/run';
import { createWorld } from '@/lib/engine/world';
import { type Answer, explore } from '@/lib/explorer/explore';
import { showsOutcome } from '@/lib/explorer/minimise';
import { OUTCOMES } from '@/lib/outcomes/judge';
import { allSettings } from '@/lib/scenario/knobs';
import { questionOf } from '@/lib/scenario/question';
import { catalogue } from '@/simulations/catalogue';

const cases = catalogue.flatMap((scenario) =>
  allSettings(scenario.knobs).map((settings) => ({
    ...{ scenario, settings, question: questionOf(scenario, settings) },
    name: `${scenario.slug} ${JSON.stringify(settings)}`,
  })),
);

describe.each(cases)('searching $name', ({ question }) => {
  const reduced = explore(question);
  const { cast, bounds } = question;

  it('finds the same with nothing overlooked', { timeout: 120_000 }, () => {
    const plain = explore(question, { unreduced: true });
    expect(plain.complete).toBe(true);
    expect(reduced.complete).toBe(true);
    expect(found(reduced)).toEqual(found(plain));
    for (const name of ['duplicate', 'wrongReply'] as const) {
      const [a, b] = [reduced.outcomes[name], plain.outcomes[name]];
      if (a.reachable && b.reachable) expect(a.steps).toBe(b.steps);
    }
    expect(reduced.states).toBeLessThan(plain.states);
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
