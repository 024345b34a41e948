import { expect, it } from 'vitest';
import { setup } from 'xstate';

import { ActorStates } from '@/lib/engine/actor-states';
import { LIMITS } from '@/lib/engine/limits';

it('refuses a machine of more states than a finite one has, by its name', () => {
  const states = new ActorStates();
  let { next: state } = states.start(patient, {});
  for (let known = 1; known < LIMITS.statesPerActorMax; known += 1) state = states.age(state, 1);
  // What is known already is no state more.
  expect(states.age(states.start(patient, {}).next, 1)).toBeLessThan(state);
  expect(() => states.age(state, 1)).toThrow('Machine "patient" has more than 20000 states');
});

// Helpers

/** Waits so long that each tick on the way makes a state of its own. */
const patient = setup({ delays: { aLifetime: 2 * LIMITS.statesPerActorMax } }).createMachine({
  id: 'patient',
  initial: 'waiting',
  states: { waiting: { after: { aLifetime: 'done' } }, done: {} },
});
