import { describe, expect, it } from 'vitest';

import { explore } from '@/lib/explorer/explore';
import { isWhole } from '@/lib/explorer/whole';
import { OUTCOMES } from '@/lib/outcomes/outcome';
import { fromQuery, initialView, toQuery } from '@/lib/permalink/permalink';
import { resultInWords } from '@/lib/scenario/counterfactual-words';
import { COUNTERFACTUAL_LIMITS, counterfactualsOf } from '@/lib/scenario/counterfactuals';
import { initialSettings } from '@/lib/scenario/knobs';
import { ownScript, ownScriptText, playScenario, readScript } from '@/lib/scenario/play';
import { questionOf } from '@/lib/scenario/question';
import { safeSettingsOf } from '@/lib/scenario/safe-settings';
import { catalogue, scenarioBySlug } from '@/simulations/catalogue';
import { FIRST_LESSONS } from '@/simulations/first-lessons';

describe.each(catalogue)('why $slug goes wrong', (scenario) => {
  const settings = initialSettings(scenario.knobs);
  const played = playScenario(scenario, settings, ownScript(scenario, settings));

  it('is told by runs that a link leads to', () => {
    const { found, cutOff, runs } = finish(counterfactualsOf(played));
    // Of a knob with a hundred positions not all are tried; then it says so.
    expect(cutOff).toBe(runs >= COUNTERFACTUAL_LIMITS.runsMax);
    expect(found.some(({ harmless }) => harmless)).toBe(true);
    for (const { alternatives, result } of found) {
      for (const { settings: turned, script } of alternatives) {
        const query = toQuery(scenario, { ...initialView(scenario), settings: turned, script });
        const { view, complaints } = fromQuery(scenario, query);
        expect(complaints).toEqual([]);
        const text = view.script ?? ownScriptText(scenario, view.settings);
        const directives = readScript(scenario, view.settings, text).script;
        const again = playScenario(scenario, view.settings, directives);
        expect(result.replace(/; it never.*/, '')).toBe(resultInWords(again, played));
      }
    }
  });

  it('is prevented by the fewest knobs after which a search finds nothing', () => {
    const { sets } = finish(safeSettingsOf(scenario, settings));
    // A lesson that claims a defence within its own bounds must find it; another may find none.
    const claimsOne = scenario.claims.some(
      ({ over, then, bounds }) => over === 'forAll' && then === 'safe' && !bounds,
    );
    if (claimsOne) expect(sets.length).toBeGreaterThan(0);
    for (const { settings: turned, changes } of sets) {
      expect(changes.length).toBe(sets[0]?.changes.length);
      const answer = explore(questionOf(scenario, turned));
      const found = OUTCOMES.filter((name) => answer.outcomes[name].reachable);
      expect([isWhole(answer), found]).toEqual([true, []]);
    }
  });
});

it('the first lesson is told in words', () => {
  expect(whatIf('lost-response')).toEqual([
    'Without losing the 1st message from api to client: one charge',
    'Idempotency key (one per purchase): one charge',
    'Retries (0): one charge, and a customer who can’t know',
    'Retries (1, 3, 4, 5): still two charges',
  ]);
});

it('what would prevent it is told in words', () => {
  const prevented = Object.fromEntries(FIRST_LESSONS.map((slug) => [slug, prevention(slug)]));
  expect(prevented).toEqual({
    'lost-response': ['Idempotency key: one per purchase', 'Retries: 0'],
    'check-then-act': ['How the key is claimed: claim at once'],
    'crash-window': ['When the key is recorded: in the same transaction'],
    redelivery: ['Deduplication: inbox table'],
  });
});

// Helpers

function whatIf(slug: string): readonly string[] {
  const scenario = scenarioBySlug(slug);
  if (!scenario) throw new Error(`There is no ${slug}`);
  const settings = initialSettings(scenario.knobs);
  const played = playScenario(scenario, settings, ownScript(scenario, settings));
  return finish(counterfactualsOf(played)).found.map(({ kind, change, alternatives, result }) =>
    kind === 'knob'
      ? `${change} (${alternatives.map(({ label }) => label).join(', ')}): ${result}`
      : `${change}: ${result}`,
  );
}

function prevention(slug: string): readonly string[] {
  const scenario = scenarioBySlug(slug);
  if (!scenario) throw new Error(`There is no ${slug}`);
  return finish(safeSettingsOf(scenario, initialSettings(scenario.knobs))).sets.map(({ changes }) =>
    changes.map(({ knob, position }) => `${knob}: ${position}`).join(' and '),
  );
}

function finish<Result>(steps: Generator<unknown, Result>): Result {
  for (;;) {
    const { value, done } = steps.next();
    if (done) return value;
  }
}
