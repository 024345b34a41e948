import { describe, expect, it } from 'vitest';

import { toBeats } from '@/lib/projections/beats';
import { captionsOf } from '@/lib/projections/caption';
import { initialSettings, type Settings } from '@/lib/scenario/knobs';
import { ownScript, playScenario } from '@/lib/scenario/play';
import { STORY, type Telling } from '@/lib/scenario/retell';
import type { Scenario } from '@/lib/scenario/scenario';
import { catalogue } from '@/simulations/catalogue';
import { someSettings } from '@/simulations/some-settings';

const told = catalogue.flatMap((scenario) =>
  (scenario.tellings ?? []).map((telling) => ({
    ...{ scenario, telling, name: `${scenario.slug} as ${telling.label}` },
  })),
);

describe.each(told)('$name', ({ scenario, telling }) => {
  it('is the same run, told in other words', () => {
    const own = textsOf(scenario, initialSettings(scenario.knobs));
    const other = textsOf(scenario, storyOf(scenario, telling));
    expect(other.facts).toEqual(own.facts);
    expect(other.lines.length).toBe(own.lines.length);
    if (telling.value === scenario.tellings?.[0]?.value) expect(other.lines).toEqual(own.lines);
    else expect(other.lines).not.toEqual(own.lines);
  });

  it('keeps its captions at the steps that they belong to', () => {
    for (const settings of someSettings(scenario)) {
      const own = captionedSteps(scenario, {
        ...settings,
        [STORY]: scenario.tellings?.[0]?.value ?? '',
      });
      expect(captionedSteps(scenario, { ...settings, [STORY]: telling.value })).toEqual(own);
    }
  });

  it('has no trace of the scenario’s own story left in it', () => {
    if (Object.keys(telling.words).length === 0) return;
    for (const settings of someSettings(scenario)) {
      const said = textsOf(scenario, { ...settings, [STORY]: telling.value }).lines.join('\n');
      expect(said).not.toMatch(OF_THE_SHOP);
    }
  });
});

it.each(['food-delivery', 'tickets'])(
  '%s, where things are counted, asks for the one that is expected',
  (value) => {
    const counted = told.filter(({ telling }) => telling.value === value);
    expect(counted).not.toEqual([]);
    for (const { scenario, telling } of counted) {
      const { lines } = textsOf(scenario, storyOf(scenario, telling));
      expect(lines).toContainEqual(expect.stringMatching(/^A .* once\. One \w+ is expected\.$/));
      const asked = lines.flatMap((line) => /POST \/\w+ (\d+)/.exec(line)?.[1] ?? []);
      expect(new Set(asked)).toEqual(new Set(['1']));
    }
  },
);

it('every phrase that a story replaces is said in some scenario', () => {
  const said = told
    .filter(({ telling }) => Object.keys(telling.words).length === 0)
    .flatMap(({ scenario }) =>
      someSettings(scenario).flatMap((settings) => textsOf(scenario, settings).lines),
    )
    .join('\n')
    .toLowerCase();
  for (const phrase of told.flatMap(({ telling }) => Object.keys(telling.words))) {
    expect(said).toContain(phrase.toLowerCase());
  }
});

// Helpers

/** What only a shop says, in names as well: `ch-1`, `pay-key-A`. */
const OF_THE_SHOP =
  /\b(cards?|charge[ds]?|charging|customers?|purchases?|shops?|providers?|100|ch-\d|pay-key)\b/i;

const storyOf = ({ knobs }: Scenario, { value }: Telling): Settings => ({
  ...initialSettings(knobs),
  [STORY]: value,
});

/** All that a page says of a run under the scenario's own script, and the facts, which no story changes. */
function textsOf(scenario: Scenario, settings: Settings) {
  const played = playScenario(scenario, settings, ownScript(scenario, settings));
  const { scenario: as, cast, run } = played;
  const beats = toBeats(run.trace, { ...as, cast });
  const last = run.trace.flatMap(({ changes }) => changes);
  const machines = cast.processes.flatMap(({ actors }) => actors);
  const tables = last.flatMap(({ actor, after }) => {
    const machine = machines.find(({ id }) => id === actor)?.machine;
    return machine ? as.wording.tables(machine.id, after.context) : [];
  });
  return {
    facts: run.trace.flatMap(({ facts }) => facts.map(({ fact }) => fact)),
    lines: [
      as.question,
      ...as.meant.intents.map(({ label }) => label),
      ...as.meant.effects.flatMap(({ noun, did }) => [noun, did]),
      ...cast.processes.map(({ label }) => label),
      ...beats.map(({ sentence }) => sentence),
      ...captionsOf(beats, run.trace, as.captions, settings),
      ...tables.flatMap(({ title, empty, rows }) => [title, empty, ...rows.flat()]),
      ...as.captions.map(({ text }) => text),
    ],
  };
}

/** At which steps which caption stands, by its number. */
function captionedSteps(scenario: Scenario, settings: Settings): readonly number[] {
  const played = playScenario(scenario, settings, ownScript(scenario, settings));
  const { scenario: as, cast, run } = played;
  const shown = captionsOf(toBeats(run.trace, { ...as, cast }), run.trace, as.captions, settings);
  return shown.map((text) => as.captions.findIndex((caption) => caption.text === text));
}
