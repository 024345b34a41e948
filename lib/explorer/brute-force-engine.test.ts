import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { choicesOf, defaultChoice } from '@/lib/engine/choices';
import type { Choice } from '@/lib/engine/core';
import { canonical } from '@/lib/engine/json';
import { play } from '@/lib/engine/run';
import { step } from '@/lib/engine/step';
import type { Trace } from '@/lib/engine/trace';
import { createWorld, inject, type World } from '@/lib/engine/world';
import { bruteForce, outcomesOf } from '@/lib/explorer/brute-force';
import { after, firstSituation, later } from '@/lib/explorer/brute-force/happen';
import { movesOf, patienceOf } from '@/lib/explorer/brute-force/moves';
import {
  keyOf,
  type Left,
  type Rules,
  rulesOf,
  type Situation,
} from '@/lib/explorer/brute-force/situation';
import { plans, questionOf } from '@/lib/explorer/casts-arbitrary';
import type { Question } from '@/lib/explorer/question';
import { judge } from '@/lib/outcomes/judge';
import { type OutcomeName, OUTCOMES } from '@/lib/outcomes/outcome';
import type { AfterCalm } from '@/lib/outcomes/verdicts';

/** Two engines that were written apart, and know nothing of each other, must be of one mind. */
describe('the brute force and the engine', () => {
  it('go on from every state to the same states, and judge them alike', () => {
    fc.assert(
      fc.property(plans, fc.boolean(), (plan, timed) => {
        walkBoth(questionOf(plan), timed, 300);
      }),
      { numRuns: RUNS },
    );
  });

  it('agree on the fewest steps to every outcome', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const question = questionOf(plan);
        const answer = bruteForce(question, { statesMax: 600 });
        if (!answer.complete) return;
        const both = walkBoth(question, true, Infinity);
        expect(answer).toMatchObject({
          states: both.nodes.size,
          transitions: [...both.nodes.values()].flatMap(({ next }) => next).length,
          outcomes: fewestSteps(both),
        });
      }),
      { numRuns: RUNS },
    );
  });

  it('know the same worlds, however one walks', () => {
    const picks = fc.array(fc.nat({ max: 1000 }), { minLength: 40, maxLength: 40 });
    fc.assert(
      fc.property(plans, fc.array(picks, { minLength: 10, maxLength: 10 }), (plan, walks) => {
        const question = questionOf(plan);
        const keys = new Set<string>();
        const { complete } = bruteForce(question, {
          statesMax: 600,
          visit: (situation) => keys.add(keyOf(situation, situation.facts)),
        });
        if (!complete) return;
        for (const walk of walks) {
          let moment: Moment | undefined = startOf(question, true);
          for (const pick of walk) {
            expect(keys).toContain(keyOfMoment(moment));
            const successors: readonly Moment[] = [...onwards(moment, question).values()];
            moment = successors[pick % successors.length];
            if (!moment) break;
          }
        }
      }),
      { numRuns: RUNS },
    );
  });
});

// Helpers

const RUNS = Number(process.env['EXPLORER_RUNS'] ?? 12);

/** The engine's world, and what the search counts besides. */
interface Moment {
  readonly world: World;
  readonly left: Left;
  readonly trace: Trace;
}

interface Both {
  readonly first: string;
  readonly nodes: ReadonlyMap<string, Node>;
}

interface Node {
  readonly outcomes: readonly OutcomeName[];
  readonly next: readonly { readonly key: string; readonly cost: 0 | 1 }[];
}

/** Goes through all states hand in hand, comparing at each what stands there and what can come of it. */
function walkBoth(question: Question, timed: boolean, statesMax: number): Both {
  const rules = rulesOf(question.cast, question.bounds, timed);
  const pairs = [{ moment: startOf(question, timed), situation: firstSituation(rules) }];
  const first = keyOfMoment(startOf(question, timed));
  const nodes = new Map<string, Node>();
  for (const { moment, situation } of pairs) {
    if (nodes.size >= statesMax) break;
    const key = keyOfMoment(moment);
    if (nodes.has(key)) continue;
    expect(keyOf(situation, situation.facts)).toBe(key);
    expect(hiddenIn(situation)).toEqual(hiddenInMoment(moment));
    expect(patienceOf(rules, situation) === null).toBe(defaultChoice(moment.world) === null);
    const outcomes = outcomesOfMoment(moment, question);
    expect(outcomesOf(question, rules, situation)).toEqual(outcomes);

    const moments = onwards(moment, question);
    const situations = successorsOf(rules, situation);
    expect([...situations.keys()].sort()).toEqual([...moments.keys()].sort());
    for (const [name, one] of moments) {
      const other = situations.get(name);
      if (other) pairs.push({ moment: one, situation: other });
    }
    nodes.set(key, {
      outcomes,
      next: [...moments].map(([name, one]) => ({
        key: keyOfMoment(one),
        cost: name.startsWith('wait') ? 0 : 1,
      })),
    });
  }
  return { first, nodes };
}

/** The shortest ways through a graph, by trying every edge until nothing gets shorter. */
function fewestSteps({ first, nodes }: Both): Record<OutcomeName, number | null> {
  const steps = new Map([[first, 0]]);
  for (let shorter = true; shorter;) {
    shorter = false;
    for (const [key, { next }] of nodes) {
      for (const { key: to, cost } of next) {
        const through = (steps.get(key) ?? Infinity) + cost;
        if (through >= (steps.get(to) ?? Infinity)) continue;
        steps.set(to, through);
        shorter = true;
      }
    }
  }
  return Object.fromEntries(
    OUTCOMES.map((name) => {
      const reached = [...nodes].filter(([, { outcomes }]) => outcomes.includes(name));
      const fewest = Math.min(...reached.map(([key]) => steps.get(key) ?? Infinity));
      return [name, fewest === Infinity ? null : fewest];
    }),
  ) as Record<OutcomeName, number | null>;
}

/** What may come, by a name for the choice and the text of what comes of it. */
function successorsOf(rules: Rules, situation: Situation): ReadonlyMap<string, Situation> {
  const successors = new Map<string, Situation>();
  const add = (name: string, successor: Situation | null): void => {
    if (successor) successors.set(`${name} ${keyOf(successor, successor.facts)}`, successor);
  };
  if ((patienceOf(rules, situation) ?? 0) > 0) add('wait', later(situation, 1));
  for (const move of movesOf(rules, situation)) {
    add(nameOf(move, situation.wire), after(rules, situation, move));
  }
  return successors;
}

/** The same of the engine. Of equal messages the one that was sent first is taken. */
function onwards(moment: Moment, { bounds }: Question): ReadonlyMap<string, Moment> {
  const { world, left, trace } = moment;
  const wire = wireOf(world);
  const successors = new Map<string, Moment>();
  const choices = choicesOf(world)
    .filter((choice) => choice.kind !== 'delay' && leftFor(choice, left) > 0)
    .toSorted((a, b) => placeOf(a) - placeOf(b));
  for (const choice of choices) {
    const { world: next, entry } = step(world, choice);
    const attempts = entry?.sent.map(({ message }) => Number(message['attempt'] ?? 0)) ?? [];
    if (Math.max(0, ...attempts) > bounds.retries + 1) continue;
    const successor: Moment = {
      world: next,
      left: lessFor(choice, left),
      trace: entry ? [...trace, entry] : trace,
    };
    const name =
      'parcel' in choice
        ? nameOf({ kind: choice.kind, message: choice.parcel }, wire)
        : nameOf(choice, wire);
    const key = `${name} ${keyOfMoment(successor)}`;
    if (!successors.has(key)) successors.set(key, successor);
  }
  return successors;
}

const placeOf = (choice: Choice): number => ('parcel' in choice ? choice.parcel : -1);

/** A name for a choice that is the same in both, and for equal messages. */
const nameOf = (
  choice: { readonly kind: string; readonly message?: number },
  wire: readonly object[],
): string =>
  choice.message === undefined
    ? choice.kind === 'wait'
      ? 'wait'
      : canonical(choice)
    : `${choice.kind} ${contentOf(wire[choice.message] ?? {})}`;

const contentOf = (message: object): string => canonical({ ...message, usualIn: null });

function leftFor({ kind }: Choice, { losses, duplicates, crashes }: Left): number {
  const left = { lose: losses, duplicate: duplicates, crash: crashes };
  return kind in left ? left[kind as keyof typeof left] : Infinity;
}

const lessFor = ({ kind }: Choice, { losses, duplicates, crashes }: Left): Left => ({
  losses: losses - (kind === 'lose' ? 1 : 0),
  duplicates: duplicates - (kind === 'duplicate' ? 1 : 0),
  crashes: crashes - (kind === 'crash' ? 1 : 0),
});

function startOf({ cast, bounds }: Question, timed: boolean): Moment {
  const { losses, duplicates, crashes } = bounds;
  return { world: createWorld(cast, { timed }), left: { losses, duplicates, crashes }, trace: [] };
}

const wireOf = ({ system, core }: World) =>
  core.parcels.map((parcel) => {
    const { from, to, message, lossy, doubles, latestIn, usualIn } = system.parcelOf(parcel);
    return { from, to, message, lossy, doubles, latestIn, usualIn };
  });

/** The same text that the brute force has for the same state, made from the engine's world. */
const keyOfMoment = ({ world, left, trace }: Moment): string =>
  canonical({
    actors: world.core.actors.map((state) => {
      const { snapshot, timers } = world.system.states.get(state);
      return { value: snapshot.value as unknown, context: snapshot.context as unknown, timers };
    }),
    wire: wireOf(world)
      .map(({ from, to, message, lossy, doubles, latestIn }) =>
        canonical({ from, to, message, lossy, doubles, latestIn }),
      )
      .sort(),
    left,
    said: trace.flatMap(({ facts }) => facts.map(({ fact }) => fact)),
  });

/** What is not in a key, and decides how a calm day goes. */
const hiddenIn = ({ wire }: Situation) =>
  wire.map(({ message, usualIn }) => ({ message, usualIn }));
const hiddenInMoment = ({ world }: Moment) =>
  wireOf(world).map(({ message, usualIn }) => ({ message, usualIn }));

/** As a scenario that is played comes to its judgement. */
function outcomesOfMoment({ world, trace }: Moment, question: Question): readonly OutcomeName[] {
  const afterCalmAttempt = (intent: string): AfterCalm =>
    play(inject(world, question.calmAttempt(intent)), []).trace.some(({ facts }) =>
      facts.some(({ fact }) => fact.intent === intent && fact['says'] !== undefined),
    )
      ? 'answered'
      : 'unanswered';
  const isEnd = choicesOf(world).every(({ kind }) =>
    ['lose', 'duplicate', 'delay', 'crash'].includes(kind),
  );
  const ended = isEnd ? { afterCalmAttempt } : null;
  const { outcomes } = judge(trace, question.meant, ended);
  return OUTCOMES.filter((name) => outcomes[name].present);
}
