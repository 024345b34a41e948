import { readdirSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { requiredOf } from '@/lib/outcomes/meant';
import { OUTCOMES } from '@/lib/outcomes/outcome';
import { RESERVED } from '@/lib/permalink/view';
import { claimText } from '@/lib/scenario/claim-words';
import { checkClaim } from '@/lib/scenario/claims';
import { initialSettings, positionsOf, type Settings } from '@/lib/scenario/knobs';
import { ownScript, ownScriptText, playScenario, readScript } from '@/lib/scenario/play';
import type { Claim, Scenario } from '@/lib/scenario/scenario';
import { catalogue, scenarioBySlug } from '@/simulations/catalogue';
import { titlesOf } from '@/simulations/concepts/inventory';
import { playOf } from '@/simulations/plays';
import { someSettings } from '@/simulations/some-settings';

/** A claim under this script needs no fault: what people decided does the harm. */
const CALM = '';

describe('the catalogue', () => {
  it('lists every scenario folder exactly once', () => {
    const folders = readdirSync(new URL('./scenarios', import.meta.url));
    const slugs = catalogue.map(({ slug }) => slug);
    expect(
      slugs.filter((slug) => !folders.includes(slug)),
      'slugs without a folder',
    ).toEqual([]);
    expect(
      folders.filter((name) => !slugs.includes(name)),
      'folders without a slug',
    ).toEqual([]);
    expect(slugs.toSorted()).toEqual(folders.toSorted());
  });

  it('finds a scenario by its slug, and nothing by any other name', () => {
    for (const scenario of catalogue) expect(scenarioBySlug(scenario.slug)).toBe(scenario);
    expect(scenarioBySlug('constructor')).toBeUndefined();
  });

  it('leaves to the safety map the folder of its frames', () => {
    expect(scenarioBySlug('map')).toBeUndefined();
  });

  it('gives every scenario a title and a question of its own', () => {
    for (const texts of [
      catalogue.map(({ title }) => title),
      catalogue.map(({ question }) => question),
    ]) {
      expect(new Set(texts).size).toBe(catalogue.length);
    }
    for (const { question } of catalogue) expect(question).toMatch(/\?$/);
  });
});

describe.each(catalogue)('$slug', (scenario) => {
  it('leads on to scenarios that there are', () => {
    for (const { slug } of scenario.lesson.next) expect(scenarioBySlug(slug)?.slug).toBe(slug);
  });

  it('shows its harm at first', () => {
    const settings = initialSettings(scenario.knobs);
    const { run, judgement } = playScenario(scenario, settings, ownScript(scenario, settings));
    expect(OUTCOMES.filter((name) => judgement.outcomes[name].present)).not.toEqual([]);
    expect(run.ending).toBe('quiescent');
    expect(run.unapplied).toEqual([]);
  });

  it('does no harm on a calm day, but where its lesson says so', () => {
    for (const settings of someSettings(scenario)) {
      const { judgement } = playScenario(scenario, settings, []);
      const harms = OUTCOMES.filter((name) => judgement.outcomes[name].present);
      expect(harms, JSON.stringify(settings)).toEqual(calmHarms(scenario, settings));
      if (harms.length > 0) continue;
      // What is refused, and said to be, is not to happen.
      for (const { actual, expected, told } of judgement.intents) {
        expect(actual).toBe(told === 'failed' ? 0 : expected);
      }
    }
  });

  it.each(claimsOf(scenario, 'run'))('does what its lesson claims: $title', ({ claim }) => {
    expectToHold(scenario, claim);
    // A claim whose fault never strikes would claim nothing.
    const { run } = playOf(scenario, claim);
    expect(run.unapplied).toEqual([]);
    expect(run.ending).toBe('quiescent');
  });

  it.each(claimsOf(scenario, 'forAll'))(
    'does in every schedule what its lesson claims: $title',
    { timeout: 120_000 },
    ({ claim }) => {
      expectToHold(scenario, claim);
    },
  );

  it.each([...claimsOf(scenario, 'run'), ...claimsOf(scenario, 'forAll')])(
    'claims what its own knobs and cast can do: $title',
    ({ claim }) => {
      for (const [name, value] of Object.entries(claim.when)) {
        const knob = scenario.knobs[name];
        expect(knob && positionsOf(knob), `${name}=${value}`).toContain(value);
      }
      const settings = { ...initialSettings(scenario.knobs), ...claim.when };
      const { script, unreadable } = readScript(
        scenario,
        settings,
        claim.script ?? ownScriptText(scenario, settings),
      );
      expect(unreadable).toEqual([]);
      if (claim.over === 'run' && claim.script !== CALM) expect(script).not.toEqual([]);
    },
  );

  it('claims nothing twice', () => {
    // Not in other words either: whoever reads two lines must see what sets them apart.
    const claims = scenario.claims.map((claim) => `${claim.over} ${claimText(claim)}`);
    expect(new Set(claims).size).toBe(claims.length);
  });

  it('turns knobs whose names and values a link can carry', () => {
    for (const [name, knob] of Object.entries(scenario.knobs)) {
      expect(RESERVED).not.toContain(name);
      expect(name).toMatch(/^[a-z][A-Za-z]*$/);
      const positions = positionsOf(knob).map(String);
      expect(positions.length).toBeGreaterThan(1);
      expect(new Set(positions).size).toBe(positions.length);
      for (const position of positions) expect(position).toMatch(/^[A-Za-z0-9-]+$/);
      expect(positions).toContain(String(initialSettings({ [name]: knob })[name]));
    }
  });

  it('covers concepts of the inventory, each once', () => {
    expect(new Set(scenario.concepts).size).toBe(scenario.concepts.length);
    expect(scenario.concepts).not.toEqual([]);
    expect(titlesOf(scenario.concepts)).toHaveLength(scenario.concepts.length);
  });

  it('means effects and intents that its runs have', () => {
    const { judgement, run } = playScenario(scenario, initialSettings(scenario.knobs), []);
    const facts = run.trace.flatMap((entry) => entry.facts.map(({ fact }) => fact));
    for (const { fact } of requiredOf(scenario.meant)) {
      expect(facts.map(({ name }) => name)).toContain(fact);
    }
    expect(judgement.intents.map(({ told }) => told)).not.toContain('nothing yet');
  });
});

// Helpers

/** What a scenario claims of a calm day under settings: a claim that names fewer knobs is about more of them. */
const calmHarms = ({ claims }: Scenario, settings: Settings) =>
  OUTCOMES.filter((name) =>
    claims.some(
      ({ script, then, when }) =>
        script === CALM &&
        then === name &&
        Object.entries(when).every(([knob, position]) => settings[knob] === position),
    ),
  );

/** A claim that fails says what there was instead. */
function expectToHold(scenario: Scenario, claim: Claim): void {
  const { holds, found } = checkClaim(scenario, claim);
  expect(holds, `found ${found}`).toBe(true);
}

/** A scenario's claims with a name for each. */
const claimsOf = (scenario: Scenario, over: Claim['over']) =>
  scenario.claims
    .filter((claim) => claim.over === over)
    .map((claim) => ({ claim, title: claimText(claim) }));
