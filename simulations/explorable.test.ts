import { describe, expect, it } from 'vitest';
import { type AnyStateMachine, type AnyStateNode, transition } from 'xstate';

import { network } from '@/lib/engine/network';
import { startActor, stepActor } from '@/lib/engine/step-actor';
import { catalogue } from '@/simulations/catalogue';
import { contextOf, restore, situations, stateKey } from '@/simulations/situations';
import { someSettings } from '@/simulations/some-settings';

/** What keeps a machine small enough to be searched (docs/ARCHITECTURE.md). */
const CONTEXT_BYTES_MAX = 2_000;
const STATES_MAX = 1_500;

const seen = situations();

describe.each([...seen.values()])('$machine.id, as an explorable machine,', (situation) => {
  const { machine, steps, contexts } = situation;

  it('is met in some scenario', () => {
    expect(steps.length).toBeGreaterThan(0);
  });

  it('keeps data in its context, that survives being written down, and little of it', () => {
    for (const context of contexts) {
      const text = JSON.stringify(context);
      expect(JSON.parse(text)).toStrictEqual(context);
      expect(text.length).toBeLessThan(CONTEXT_BYTES_MAX);
    }
  });

  it('has few states, however long one looks', () => {
    // The network is one machine for all messages of all scenarios.
    const max = machine === network ? STATES_MAX * catalogue.length : STATES_MAX;
    expect(new Set(steps.map(({ before }) => stateKey(before))).size).toBeLessThan(max);
  });

  it('does the same in the same state, and leaves what it was given as it was', () => {
    for (const { before, event } of steps.slice(0, 400)) {
      const context = deepFreeze(structuredClone(contextOf(before)));
      const restored = restore(machine, before, context);
      const [first, second] = [1, 2].map(() => stepActor(machine, restored, deepFreeze(event)));
      expect(stateKey(second?.snapshot)).toBe(stateKey(first?.snapshot));
      expect([second?.effects, second?.timers, second?.handled]).toEqual([
        ...[first?.effects, first?.timers, first?.handled],
      ]);
    }
  });

  it('steps as XState’s own pure function does', () => {
    for (const { before, event } of steps.slice(0, 400)) {
      const [snapshot, actions] = transition(machine, before, event);
      const stepped = stepActor(machine, before, event);
      expect(stateKey(stepped.snapshot)).toBe(stateKey(snapshot));
      expect(stepped.effects.length + stepped.timers.length).toBe(actions.length);
    }
  });

  it('is wholly described by its state’s value and context', () => {
    for (const { before, event } of steps.slice(0, 400)) {
      const restored = restore(machine, before);
      const [direct] = transition(machine, before, event);
      const [again] = transition(machine, restored, event);
      expect(stateKey(again)).toBe(stateKey(direct));
    }
    expect(kindsOf(machine)).not.toContain('history');
    expect(kindsOf(machine)).not.toContain('parallel');
  });

  it('names its guards and actions, so that its chart can be read', () => {
    for (const [path, found] of named(machine.config)) {
      expect(typeof found, path).toBe('string');
    }
  });

  it('invokes and spawns nothing', () => {
    expect(JSON.stringify(machine.config)).not.toMatch(/"(invoke|src)":/);
  });
});

it('starts every machine in the same state every time', () => {
  for (const scenario of catalogue) {
    for (const settings of someSettings(scenario)) {
      for (const { machine, input } of scenario
        .cast(settings)
        .processes.flatMap(({ actors }) => actors)) {
        const [first, second] = [1, 2].map(() => startActor(machine, deepFreeze(input)));
        expect(stateKey(second?.snapshot)).toBe(stateKey(first?.snapshot));
      }
    }
  }
});

// Helpers

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const field of Object.values(value)) deepFreeze(field);
  }
  return value;
}

const kindsOf = (machine: AnyStateMachine): readonly string[] => {
  const inside = (node: AnyStateNode): readonly string[] => [
    node.type,
    ...Object.values(node.states).flatMap(inside),
  ];
  return inside(machine.root);
};

/** Every guard, action and delay of a machine's definition, with where it stands. */
function named(config: unknown, path = ''): readonly (readonly [string, unknown])[] {
  if (typeof config !== 'object' || config === null) return [];
  return Object.entries(config).flatMap(([name, value]: [string, unknown]) => {
    const here = `${path}/${name}`;
    if (['guard', 'actions', 'entry', 'exit', 'cond'].includes(name)) {
      return [value].flat().map((found) => [here, found] as const);
    }
    if (name === 'context') return [];
    return typeof value === 'function' ? [[here, value] as const] : named(value, here);
  });
}
