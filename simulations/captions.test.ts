import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';

import { choicesOf, defaultChoice } from '@/lib/engine/choices';
import { type Directive, formatDirective, formatScript, type Script } from '@/lib/engine/directive';
import { LIMITS } from '@/lib/engine/limits';
import type { Cast, ProcessId } from '@/lib/engine/model';
import { play } from '@/lib/engine/run';
import { step } from '@/lib/engine/step';
import type { Trace, TraceEntry } from '@/lib/engine/trace';
import { type Budget, walk } from '@/lib/engine/walk';
import { createWorld, type World } from '@/lib/engine/world';
import { toBeats } from '@/lib/projections/beats';
import { captionsOf } from '@/lib/projections/caption';
import type { Settings } from '@/lib/scenario/knobs';
import { ownScript } from '@/lib/scenario/play';
import type { Scenario } from '@/lib/scenario/scenario';
import { catalogue } from '@/simulations/catalogue';
import { playsOf } from '@/simulations/plays';
import { someSettings } from '@/simulations/some-settings';

/** Properties take their time, more so on a busy machine. */
const TIMEOUT_MS = 180_000;

// What a machine can tell of a caption. That the rest of its words are true, its author has to see.
describe.each(catalogue)('the captions of $slug', (scenario) => {
  let told: readonly Captioned[] = [];
  beforeAll(() => {
    told = [...captioned(scenario)];
  }, TIMEOUT_MS);

  it('stand over some step each', () => {
    const shown = new Set(told.map(({ text }) => text));
    for (const { run, cast, settings } of playsOf(scenario)) {
      const beats = toBeats(run.trace, { ...scenario, cast });
      for (const text of captionsOf(beats, run.trace, scenario.captions, settings)) shown.add(text);
    }
    for (const { text, at } of scenario.captions) expect(shown, at).toContain(text);
  });

  it('stand over what was lost, copied, held back or unheard only if they mean that', () => {
    for (const { text, sentence, entry, where } of told) {
      for (const fate of sentence.match(FATES) ?? []) {
        const meant = scenario.captions.filter((caption) => caption.text === text);
        const names = [`kind:${entry.kind}`, formatDirective(entry.directive)];
        const says = meant.some(
          ({ at }) => at.toLowerCase().includes(fate.toLowerCase()) || names.includes(at),
        );
        expect(says, `${where}\n${sentence}\n${text}`).toBe(true);
      }
    }
  });

  it('say that somebody tries again only of somebody who will', () => {
    for (const { text, entry, trace, where } of told) {
      if (!TRIES_AGAIN.test(text) || entry.actor === null) continue;
      const later = trace.slice(entry.index).flatMap(({ sent }) => sent);
      const tries = later.some(({ sender }) => sender === entry.actor);
      expect(tries, `${where}\n${text}`).toBe(true);
    }
  });

  it('say that something was done, when its answer is lost, only if it was', () => {
    const effects = scenario.meant.effects.map(({ fact }) => fact);
    for (const { text, entry, trace, where } of told) {
      if (entry.kind !== 'lost' || !WAS_DONE.test(text)) continue;
      const intent = entry.envelope?.message.intent ?? null;
      if (intent === null) continue;
      const done = trace
        .slice(0, entry.index)
        .flatMap(({ facts }) => facts)
        .some(({ fact }) => fact.intent === intent && effects.includes(fact.name));
      expect(done, `${where}\n${text}`).toBe(true);
    }
  });

  it('count to two only what happened twice', () => {
    for (const { text, entry, trace, where } of told) {
      const facts = entry.facts.map(({ fact }) => fact);
      const effect = facts.find(({ name }) =>
        scenario.meant.effects.some((meant) => meant.fact === name),
      );
      if (!effect || !TWO.test(text)) continue;
      const times = trace
        .slice(0, entry.index + 1)
        .flatMap((earlier) => earlier.facts)
        .filter(({ fact }) => fact.name === effect.name && fact.intent === effect.intent);
      expect(times.length, `${where}\n${text}`).toBe(2);
    }
  });
});

// Helpers

/** What the transcript says of a message that did not simply arrive and was heeded. */
const FATES = /^Lost:|, unheard|is held back|is copied|, a copy/g;
const TRIES_AGAIN = /\b(asks|tries|sends|delivers|comes?|starts)\b[^.]*\b(again|over|once more)\b/i;
const WAS_DONE =
  /\b(is|are) (made|charged|shipped|there|out|done|paid)\b|\bhas done its work\b|\bwas carried out\b/i;
const TWO = /\b(twice|second|two|both)\b/i;

interface Captioned {
  readonly text: string;
  readonly sentence: string;
  readonly entry: TraceEntry;
  readonly trace: Trace;
  /** How to get there. */
  readonly where: string;
}

/** Every step of many stories over which a caption stands. */
function* captioned(scenario: Scenario): Generator<Captioned> {
  for (const settings of someSettings(scenario)) {
    const cast = scenario.cast(settings);
    for (const trace of storiesOf(scenario, settings, cast)) {
      const beats = toBeats(trace, { ...scenario, cast });
      const texts = captionsOf(beats, trace, scenario.captions, settings);
      const faults = trace.filter(({ kind }) => kind !== 'delivered' && kind !== 'fired');
      const script = formatScript(faults.map(({ directive }) => directive));
      const told = `${JSON.stringify(settings)} ${script}`;
      for (const entry of trace) {
        const [sentence, text] = [beats[entry.index]?.sentence ?? '', texts[entry.index] ?? ''];
        if (text === sentence) continue;
        const where = `${told} @${entry.index + 1}`;
        yield { text, sentence, entry, trace, where };
      }
    }
  }
}

/** Of a long story, such as one of a hundred attempts, its beginning tells enough. */
const FAULTS_MAX = 24;
const FEW: Budget = { lose: 2, duplicate: 1, delay: 2, crash: 1 };
const picks = fc.array(fc.nat({ max: 1000 }), { maxLength: 40 });

/** Its own story, those in which one way is broken for a time, those with a crash or a copy, and walks. */
function storiesOf(scenario: Scenario, settings: Settings, cast: Cast): readonly Trace[] {
  const first = createWorld(cast);
  const script = ownScript(scenario, settings);
  const own = play(first, script).trace;
  const ways = cast.links.flatMap(({ between: [a, b] }): readonly Way[] => [
    { from: a, to: b },
    { from: b, to: a },
  ]);
  return [
    own,
    ...ways.flatMap((way) => [1, 2, Infinity].map((many) => broken(first, way, many))),
    ...oneMore(own, cast).map((fault) => play(first, [...script, fault]).trace),
    ...oneMore(play(first, []).trace, cast).flatMap((fault) => withItsEndLost(first, fault)),
    ...fc.sample(picks, { numRuns: 8, seed: 1 }).map((chosen) => walk(first, chosen, FEW).trace),
  ];
}

/** What follows on a fault, and the same without the last message that can be lost. */
function withItsEndLost(first: World, fault: Directive): readonly Trace[] {
  const { trace } = play(first, [fault]);
  const last = trace.findLast(({ envelope, kind }) => envelope?.lossy && kind === 'delivered');
  if (last?.directive.kind !== 'deliver') return [trace];
  return [trace, play(first, [fault, { ...last.directive, kind: 'lose' }]).trace];
}

interface Way {
  readonly from: ProcessId;
  readonly to: ProcessId;
}

/** What happens if so many of the first messages on a way are lost. */
function broken(first: World, { from, to }: Way, many: number): Trace {
  const trace: TraceEntry[] = [];
  let world = first;
  for (let lost = 0; trace.length < LIMITS.stepsMax;) {
    const loss = choicesOf(world).find(
      (choice) => choice.kind === 'lose' && isOn(world, choice.parcel, { from, to }),
    );
    const choice = (lost < many ? loss : undefined) ?? defaultChoice(world);
    if (!choice) break;
    if (choice === loss) lost += 1;
    const next = step(world, choice);
    world = next.world;
    if (next.entry) trace.push(next.entry);
  }
  return trace;
}

const isOn = (world: World, parcel: number, { from, to }: Way): boolean => {
  const envelope = world.envelopes[parcel];
  return envelope?.from === from && envelope.to === to;
};

/** Every crash and every copy that a story could have had. */
const oneMore = (trace: Trace, { processes }: Cast): Script =>
  trace
    .slice(0, FAULTS_MAX)
    .flatMap(({ kind, process, nthOfProcess, envelope, directive }): Script => {
      const { crashes = false, group = process } = processes.find(({ id }) => id === process) ?? {};
      return [
        ...(crashes && (kind === 'delivered' || kind === 'fired')
          ? [{ kind: 'crash', process: group, nth: nthOfProcess } as const]
          : []),
        ...(envelope?.lossy && directive.kind === 'deliver'
          ? [{ ...directive, kind: 'duplicate' } as const]
          : []),
      ];
    });
