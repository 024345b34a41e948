import { formatScript } from '@/lib/engine/directive';
import type { Progress } from '@/lib/explorer/explore';
import { hasHarm } from '@/lib/outcomes/judge';
import { resultInWords } from '@/lib/scenario/counterfactual-words';
import { nameDirective, without } from '@/lib/scenario/edit-script';
import { isCircumstance, labelOf, type Settings, triedPositionsOf } from '@/lib/scenario/knobs';
import { withoutStory } from '@/lib/scenario/retell';
import {
  ownScript,
  ownScriptText,
  type Played,
  playScenario,
  readScript,
} from '@/lib/scenario/play';
import { listOf } from '@/lib/words/list-of';
import { ordinal } from '@/lib/words/ordinal';

/** Every bound of the search for what would have been otherwise, by name. */
export const COUNTERFACTUAL_LIMITS = {
  /** Lines of the script that are left out, one at a time: nobody reads more of them. */
  linesMax: 20,
  /** Runs played again for one run. */
  runsMax: 100,
  /** Pairs of knobs told of. */
  pairsMax: 6,
} as const;

/** Where a change leads: all that a link to it needs. */
export interface Alternative {
  /** A knob's position: `one per purchase`. For a fault or a pair, the change in words. */
  readonly label: string;
  readonly settings: Settings;
  /** As written in a link. */
  readonly script: string;
}

/** A change, or several that come to the same, and what would have come of it. */
export interface Counterfactual {
  readonly kind: 'fault' | 'knob' | 'knobs';
  /** `Without losing the 1st message from api to client`, or the name of the knob: `Retries`. */
  readonly change: string;
  readonly alternatives: readonly Alternative[];
  /** `one charge, and a customer who can’t know` */
  readonly result: string;
  /** None of the five in that run. */
  readonly harmless: boolean;
  /**
   * Harmless, and it is the change that does it: not a part of the situation, which defends from nothing, and not a
   * script of which a part no longer finds what it was about.
   */
  readonly prevents: boolean;
}

export interface Counterfactuals {
  readonly found: readonly Counterfactual[];
  readonly runs: number;
  /** A limit was hit: there are changes that were not tried. */
  readonly cutOff: boolean;
}

/**
 * Why a run did harm, by what would have come of it otherwise: without each line of its script, with
 * each other position of each knob, and, where no single knob prevents it, with pairs of them. Every
 * one is played. Yields after each. Of a run without harm there is nothing to explain.
 */
export function* counterfactualsOf(played: Played): Generator<Progress, Counterfactuals> {
  if (!hasHarm(played.judgement)) return { found: [], runs: 0, cutOff: false };
  const again = new Again(played);
  const faults = yield* withoutEach(played, again);
  const knobs = yield* withEachPosition(played, again);
  const pairs = knobs.some(({ prevents }) => prevents) ? [] : yield* withPairs(played, again);
  const { runs, cutOff } = again;
  return { found: [...faults, ...knobs, ...pairs], runs, cutOff };
}

function* withoutEach(played: Played, again: Again): Generator<Progress, Counterfactual[]> {
  const all: WithoutLine[] = [];
  // What it never came to made no difference.
  const applied = played.script.slice(0, played.run.appliedAfter.length);
  for (const [line, directive] of applied.entries()) {
    if (all.length === COUNTERFACTUAL_LIMITS.linesMax) {
      again.cutOff = true;
      break;
    }
    const tried = again.play(played.settings, without(played, line));
    if (!tried) break;
    all.push({ change: `Without ${nameDirective(directive, played)}`, tried });
    yield again.progress;
  }
  return toldOnce(all);
}

interface WithoutLine {
  readonly change: string;
  readonly tried: Tried;
}

/** Of lines that say the same, those that come to the same are told once; where some don't, it says which are meant. */
function toldOnce(all: readonly WithoutLine[]): Counterfactual[] {
  const found = new Map<string, Counterfactual>();
  for (const { change: words, tried } of all) {
    const { result, prevents } = tried;
    const alike = all.filter(({ change }) => change === words).map((one) => one.tried);
    const times = alike.flatMap((one, at) =>
      one.result === result && one.prevents === prevents ? [ordinal(at + 1)] : [],
    );
    const isAll = times.length === alike.length;
    const change = isAll ? words : `${words}, the ${listOf(times, 'or')} time`;
    if (found.has(change)) continue;
    const alternatives = [alternativeOf(tried, change)];
    found.set(change, { kind: 'fault', change, alternatives, ...outcomeOf(tried), prevents });
  }
  return [...found.values()];
}

function* withEachPosition(played: Played, again: Again): Generator<Progress, Counterfactual[]> {
  const { settings } = played;
  const found: Counterfactual[] = [];
  for (const [name, knob] of Object.entries(withoutStory(played.scenario.knobs))) {
    const byResult = new Map<string, Counterfactual>();
    for (const position of triedPositionsOf(knob, settings[name])) {
      if (position === settings[name]) continue;
      const tried = again.playWith({ [name]: position });
      if (!tried) break;
      const before = byResult.get(tried.result)?.alternatives ?? [];
      const alternatives = [...before, alternativeOf(tried, labelOf(knob, position))];
      byResult.set(tried.result, {
        ...{ kind: 'knob', change: knob.label, alternatives },
        ...outcomeOf(tried),
        prevents: tried.prevents && !isCircumstance(knob),
      });
      yield again.progress;
    }
    found.push(...byResult.values());
  }
  return found;
}

/** Only those that prevent it: what two knobs don't do either helps nobody. */
function* withPairs(played: Played, again: Again): Generator<Progress, Counterfactual[]> {
  const { scenario } = played;
  const found: Counterfactual[] = [];
  for (const changed of pairsOf(played)) {
    if (found.length === COUNTERFACTUAL_LIMITS.pairsMax) {
      again.cutOff = true;
      break;
    }
    const tried = again.playWith(changed);
    if (!tried) break;
    if (tried.prevents) {
      const change = Object.entries(changed)
        .map(([name, position]) => {
          const knob = scenario.knobs[name];
          return knob ? `${knob.label}: ${labelOf(knob, position)}` : '';
        })
        .join(' and ');
      const alternatives = [alternativeOf(tried, change)];
      found.push({ kind: 'knobs', change, alternatives, ...outcomeOf(tried), prevents: true });
    }
    yield again.progress;
  }
  return found;
}

function pairsOf({ scenario, settings }: Played): readonly Settings[] {
  const knobs = Object.entries(withoutStory(scenario.knobs)).filter(
    ([, knob]) => !isCircumstance(knob),
  );
  const others = knobs.map(([name, knob]) =>
    triedPositionsOf(knob, settings[name])
      .filter((position) => position !== settings[name])
      .map((position) => ({ [name]: position })),
  );
  return others.flatMap((first, at) =>
    others
      .slice(at + 1)
      .flatMap((second) => first.flatMap((one) => second.map((two) => ({ ...one, ...two })))),
  );
}

interface Tried {
  readonly settings: Settings;
  readonly script: string;
  readonly result: string;
  readonly harmless: boolean;
  /** Harmless, and all of the script was played, but for what the run itself never came to. */
  readonly prevents: boolean;
}

const alternativeOf = ({ settings, script }: Tried, label: string): Alternative => ({
  ...{ label, settings, script },
});

const outcomeOf = ({ result, harmless }: Tried) => ({ result, harmless });

/** Plays changed runs, and counts them. */
class Again {
  runs = 0;
  cutOff = false;
  readonly #played: Played;
  /** The script; null if it is the scenario's own, which under other settings may be worded otherwise. */
  readonly #text: string | null;
  /** Lines that the run itself never came to: they were no part of what happened. */
  readonly #unapplied: number;
  #steps = 0;

  constructor(played: Played) {
    const text = formatScript(played.script);
    const own = formatScript(ownScript(played.scenario, played.settings));
    this.#played = played;
    this.#text = text === own ? null : text;
    this.#unapplied = played.run.unapplied.length;
  }

  get progress(): Progress {
    return { states: this.runs, transitions: this.#steps };
  }

  /** The same thing goes wrong, with these knobs turned. */
  playWith(turned: Settings): Tried | null {
    const { scenario, settings: before } = this.#played;
    const settings = { ...before, ...turned };
    if (this.#text !== null) return this.play(settings, this.#text);
    const own = ownScriptText(scenario, settings);
    const isSame = own === ownScriptText(scenario, before);
    return this.play(settings, own, isSame ? this.#unapplied : 0);
  }

  /** Null when as many have been played as may be. Of the script so many lines may find nothing to be about. */
  play(settings: Settings, text: string, unappliedMax = this.#unapplied): Tried | null {
    if (this.runs >= COUNTERFACTUAL_LIMITS.runsMax) {
      this.cutOff = true;
      return null;
    }
    this.runs += 1;
    const { scenario } = this.#played;
    // Under other settings there may be nobody of a name that the script uses: then that line goes.
    const { script, unreadable } = readScript(scenario, settings, text);
    const played = playScenario(scenario, settings, script);
    this.#steps += played.run.trace.length;
    const partly = unreadable.length > 0 || played.run.unapplied.length > unappliedMax;
    const harmless = !hasHarm(played.judgement);
    return {
      ...{ settings, script: formatScript(script), harmless, prevents: harmless && !partly },
      result: `${resultInWords(played, this.#played)}${partly ? '; it never comes to all of the script' : ''}`,
    };
  }
}
