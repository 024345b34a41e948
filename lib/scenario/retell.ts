import type { Wording } from '@/lib/projections/wording';
import type { ChoiceKnob, Settings } from '@/lib/scenario/knobs';
import type { Scenario } from '@/lib/scenario/scenario';

/** The knob that chooses a story. It changes words and nothing else: no search, count or defence asks for it. */
export const STORY = 'story';

/** The knobs that change what happens, or where they stand: all but the one that chooses a story. */
export const withoutStory = <T>(byKnob: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(byKnob).filter(([name]) => name !== STORY));

/** A story that a scenario can be told as: other words for its actors, its amounts and what happens. */
export interface Telling {
  readonly value: string;
  readonly label: string;
  /** What to say in place of words and phrases of the scenario's own story. Longer ones come first by themselves. */
  readonly words: Readonly<Record<string, string>>;
}

export const storyKnob = (tellings: readonly Telling[]): ChoiceKnob => ({
  ...{ kind: 'choice', label: 'Story', circumstance: true },
  help: 'The same machines, told as something else.',
  values: tellings.map(({ value, label }) => ({ value, label })),
});

/** The scenario as it is told under these settings: the same in all but its words. */
export function retold(scenario: Scenario, settings: Settings): Scenario {
  const telling = scenario.tellings?.find(({ value }) => value === settings[STORY]);
  if (!telling || Object.keys(telling.words).length === 0) return scenario;
  const say = sayer(telling.words);
  return {
    ...scenario,
    // Told once and for all: what is told again would be told twice over.
    tellings: [],
    question: say(scenario.question),
    meant: {
      intents: scenario.meant.intents.map(({ id, label }) => ({ id, label: say(label) })),
      effects: scenario.meant.effects.map((kind) => ({
        ...{ ...kind, noun: say(kind.noun), did: say(kind.did) },
      })),
    },
    wording: retoldWording(scenario.wording, say),
    captions: scenario.captions.map((caption) => ({
      ...caption,
      // What it is recognised by was said in the same words.
      ...{ at: say(caption.at), text: say(caption.text) },
      ...(caption.after === undefined ? {} : { after: say(caption.after) }),
    })),
    cast: (turned) => {
      const cast = scenario.cast(turned);
      const processes = cast.processes.map((process) => ({
        ...process,
        label: say(process.label),
      }));
      return { ...cast, processes };
    },
  };
}

function retoldWording(wording: Wording, say: (text: string) => string): Wording {
  return {
    ...wording,
    message: (message) => say(wording.message(message)),
    fact: (fact, again) => {
      const text = wording.fact(fact, again);
      return text === null ? null : say(text);
    },
    timer: (timer) => say(wording.timer(timer)),
    tables: (machine, context) =>
      wording.tables(machine, context).map((table) => ({
        title: say(table.title),
        columns: table.columns.map(say),
        rows: table.rows.map((row) => row.map(say)),
        empty: say(table.empty),
      })),
  };
}

/** Puts whole words and phrases in place of others, the longest first, each part of a text once. */
function sayer(words: Telling['words']): (text: string) => string {
  const phrases = Object.keys(words).toSorted((a, b) => b.length - a.length);
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${phrases.map(literal).join('|')})(?![\\p{L}\\p{N}])`,
    'gu',
  );
  return (text) => text.replaceAll(pattern, (phrase) => words[phrase] ?? phrase);
}

const literal = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');
