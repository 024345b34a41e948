import { describe, expect, it } from 'vitest';
import { setup } from 'xstate';

import { toStatechart } from '@/lib/projections/statechart';

describe('a statechart', () => {
  it('draws states, nested ones too, and transitions with their guards and delays', () => {
    expect(toStatechart(lamp).source).toMatchInlineSnapshot(`
      "stateDiagram-v2
        [*] --> s_off
        state "off" as s_off
        state "on" as s_on {
          [*] --> s_on_dim
          state "dim" as s_on_dim
          state "fully lit" as s_on_fullyLit
        }
        s_off --> s_on: switch.pressed<br/>[is dark]
        s_on --> s_off: switch.pressed
        s_on_dim --> s_on_fullyLit: after patience
        s_on_fullyLit --> s_on_dim: after 7"
    `);
  });

  it('tells which drawn node is which state', () => {
    expect(toStatechart(lamp).nodes).toEqual({
      ...{ off: 's_off', on: 's_on', 'on.dim': 's_on_dim', 'on.fullyLit': 's_on_fullyLit' },
    });
  });

  it('draws each transition once', () => {
    const lines = toStatechart(lamp).source.split('\n');
    expect(new Set(lines).size).toBe(lines.length);
  });

  it('lists all that happens in a state without leaving it', () => {
    expect(toStatechart(store).source).toMatchInlineSnapshot(`
      "stateDiagram-v2
        [*] --> s_serving
        state "serving" as s_serving {
          [*] --> s_serving_empty
          state "empty" as s_serving_empty
          state "holding<br/>↺ key.claimed [is free]" as s_serving_holding
        }
        note right of s_serving: ↺ key.read<br/>↺ key.claimed [is late]<br/>↺ key.claimed
        state "stopped<br/>↺ power.cut" as s_stopped
        s_serving_empty --> s_serving_holding: key.claimed<br/>[is free]
        s_serving --> s_stopped: power.cut
        s_serving_holding --> s_serving_empty: at once<br/>[is empty]
        s_stopped --> s_serving: power.back"
    `);
  });
});

// Helpers

const lamp = setup({ guards: { isDark: () => true }, delays: { patience: 5 } }).createMachine({
  id: 'lamp',
  initial: 'off',
  states: {
    off: { on: { 'switch.pressed': { guard: 'isDark', target: 'on' } } },
    on: {
      initial: 'dim',
      states: { dim: { after: { patience: 'fullyLit' } }, fullyLit: { after: { 7: 'dim' } } },
      on: { 'switch.pressed': 'off' },
    },
  },
});

const store = setup({
  guards: { isFree: () => true, isLate: () => true, isEmpty: () => true },
}).createMachine({
  id: 'store',
  initial: 'serving',
  states: {
    serving: {
      initial: 'empty',
      states: { empty: {}, holding: { always: { guard: 'isEmpty', target: 'empty' } } },
      on: {
        'key.read': {},
        'key.claimed': [{ guard: 'isFree', target: '.holding' }, { guard: 'isLate' }, {}],
        'power.cut': 'stopped',
      },
    },
    stopped: { on: { 'power.cut': {}, 'power.back': 'serving' } },
  },
});
