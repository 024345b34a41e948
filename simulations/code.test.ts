import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnyStateMachine, AnyStateNode, StateValue } from 'xstate';

import type { Cast } from '@/lib/engine/model';
import { walk } from '@/lib/engine/walk';
import { createWorld } from '@/lib/engine/world';
import { codeAt, plainCode } from '@/lib/projections/code';
import { handlersOf, isAtWork } from '@/lib/projections/idle';
import { pathOf } from '@/lib/projections/states';
import { initialSettings } from '@/lib/scenario/knobs';
import { ownScript, playScenario } from '@/lib/scenario/play';
import type { Scenario } from '@/lib/scenario/scenario';
import { catalogue, scenarioBySlug } from '@/simulations/catalogue';
import { playsOf } from '@/simulations/plays';
import { someSettings } from '@/simulations/some-settings';

describe.each(catalogue)('the code beside $slug', (scenario) => {
  it('is marked with states that its machine has', () => {
    forAllSamples(scenario, ({ text, machine }) => {
      const isState = (word: string) => pathsOf(machine).some((path) => isIn(path, word));
      for (const mark of marksOf(text)) {
        const [state = '', ...words] = mark.split('/');
        expect(state === 'reply' || isState(state), mark).toBe(true);
        for (const word of words.flatMap((either) => either.replace('!', '').split(','))) {
          expect(isState(word) || WORDS.test(word), mark).toBe(true);
        }
      }
    });
  });

  it('has a line for every state in which its process can be at work', () => {
    forAllSamples(scenario, ({ text, language, machine, cast, process }) => {
      const marks = marksOf(text).map((mark) => mark.split('/')[0] ?? '');
      if (marks.length === 0) {
        // A sample without marks says only that there is nothing: SQL where no table is used.
        expect(language).toBe('SQL');
        return;
      }
      for (const path of reachedIn(cast, process)) {
        if (!isAtWork(machine, { value: path })) continue;
        const isMarked = marks.some((mark) => isIn(path, mark));
        // While it is told to wait there is no statement under way.
        if (!isMarked && language === 'SQL') expect(path).toMatch(/waiting$/);
        else expect(isMarked, `${path} in ${language}`).toBe(true);
      }
    });
  });

  it('is read without its marks, and fits its column', () => {
    forAllSamples(scenario, ({ text }) => {
      expect(plainCode(text)).not.toContain('@');
      for (const line of plainCode(text).split('\n')) expect(line.length).toBeLessThanOrEqual(60);
    });
  });

  it('is lit at one place where a handler answers, and that says what it answers', () => {
    for (const { run, cast, settings } of [...playsOf(scenario), ...walksOf(scenario)]) {
      const { process: group, samples } = scenario.code(settings);
      const text = samples.find(({ language }) => language === 'TypeScript')?.text ?? '';
      for (const { sent, changes, index } of run.trace) {
        for (const { id, machine } of actorsOf(cast, group)) {
          const said = sent.filter(({ sender }) => sender === id).map(({ message }) => message);
          const after = changes.find(({ actor }) => actor === id)?.after;
          if (said.length === 0 || !after || isAtWork(machine, after)) continue;
          const lines = codeAt(text, { run, cast, group }, index + 1);
          const lit = lines.flatMap(({ at }, line) => (at.includes(id) ? [line] : []));
          const words = lit.map((line) => lines[line]?.text.trim()).join(' ');
          // The other client’s route is shown only where it does what none else does.
          if (scenario.slug !== 'methods') expect(words, JSON.stringify(said)).not.toBe('');
          expect((lit.at(-1) ?? 0) - (lit[0] ?? 0), words).toBe(Math.max(0, lit.length - 1));
          const written = /(?:sendStatus|status)\((\d+)\)/.exec(words)?.[1];
          for (const message of said) {
            if (written !== undefined && 'status' in message)
              expect(message['status'], words).toBe(Number(written));
          }
        }
      }
    }
  });

  it('lights up in its runs, and at first for those alone who begin at work', () => {
    for (const { run, cast, settings } of playsOf(scenario)) {
      const { process: group, samples } = scenario.code(settings);
      for (const { text } of samples) {
        if (marksOf(text).length === 0) continue;
        const lit = Array.from({ length: run.trace.length + 1 }, (_, position) =>
          codeAt(text, { run, cast, group }, position).flatMap(({ at }) => at),
        );
        expect(lit.some((at) => at.length > 0)).toBe(true);
        const working = actorsOf(cast, group).filter(({ machine }) =>
          isAtWork(machine, { value: pathOf(machine.config.initial as StateValue) }),
        );
        expect([...new Set(lit[0])]).toEqual(working.map(({ id }) => id));
      }
    }
  });
});

it('of a service that answers at once is lit where it has just answered, and only there', () => {
  const scenario = scenarioBySlug('retry-storm');
  if (!scenario) throw new Error('there is no retry-storm');
  const settings = { ...initialSettings(scenario.knobs), layers: 1 };
  const { process: group, samples } = scenario.code(settings);
  for (const [script, line] of [
    [ownScript(scenario, settings), 'return res.sendStatus(503);'],
    [[], 'res.status(201).json(parcel);'],
  ] as const) {
    const { run: played, cast } = playScenario(scenario, settings, script);
    const lit = played.trace.map((_, index) =>
      codeAt(samples[0]?.text ?? '', { run: played, cast, group }, index + 1)
        .filter(({ at }) => at.length > 0)
        .map(({ text }) => text.trim()),
    );
    const answers = played.trace.map(({ sent }) => sent.some(({ from }) => from === 'shipping'));
    expect(answers).toContain(true);
    expect(lit).toEqual(answers.map((isAnswer) => (isAnswer ? [line] : [])));
  }
});

// Helpers

/** What a mark may name beside states: a status, a method, what is asked for, or what is true. */
const WORDS = /^(?:\d{3}|[A-Z]+|users|points|replayed|wasThere)$/;

const isIn = (path: string, state: string): boolean => `.${path}`.endsWith(`.${state}`);

interface Sample {
  readonly text: string;
  readonly language: string;
  readonly machine: AnyStateMachine;
  readonly cast: Cast;
  readonly process: string;
}

function forAllSamples(scenario: Scenario, holds: (sample: Sample) => void): void {
  for (const settings of someSettings(scenario)) {
    const cast = scenario.cast(settings);
    const { process, samples } = scenario.code(settings);
    const [machine] = actorsOf(cast, process).map((actor) => actor.machine);
    if (!machine) throw new Error(`${scenario.slug} shows code of "${process}", which is nobody`);
    for (const sample of samples) holds({ ...sample, machine, cast, process });
  }
}

/** Of a process that plays several machines, as a page and what it sends with, the code is that of the first. */
function actorsOf({ processes }: Cast, name: string) {
  return processes.filter(({ id, group }) => id === name || group === name).flatMap(handlersOf);
}

const marksOf = (text: string): readonly string[] =>
  [...text.matchAll(/(?:\/\/|--)@ (\S+)\s*$/gm)].map(([, mark]) => mark ?? '');

/** Paths of the states in which a machine can rest. */
function pathsOf(machine: AnyStateMachine): readonly string[] {
  const leaves = (node: AnyStateNode): readonly string[] => {
    const children: readonly AnyStateNode[] = Object.values(node.states);
    return children.length === 0 ? [node.path.join('.')] : children.flatMap(leaves);
  };
  return leaves(machine.root);
}

/** Runs that no script leads to, a few under each of some settings. */
const walksOf = (scenario: Scenario) =>
  someSettings(scenario).flatMap((settings) => {
    const cast = scenario.cast(settings);
    const first = createWorld(cast);
    return PICKS.slice(0, 10).map((picks) => {
      const { trace } = walk(first, picks);
      return { run: { trace, first }, cast, settings };
    });
  });

/** Which choice is taken, again and again. */
const PICKS = fc.sample(fc.array(fc.nat({ max: 999 }), { maxLength: 40 }), {
  ...{ seed: 1, numRuns: 25 },
});

/** The states to which walks bring any handler of a process. */
function reachedIn(cast: Cast, process: string): ReadonlySet<string> {
  const handlers = actorsOf(cast, process).map(({ id }) => id);
  const first = createWorld(cast);
  const changes = PICKS.flatMap((picks) =>
    walk(first, picks).trace.flatMap((entry) => entry.changes),
  );
  return new Set(
    changes.filter(({ actor }) => handlers.includes(actor)).map(({ after }) => pathOf(after.value)),
  );
}
