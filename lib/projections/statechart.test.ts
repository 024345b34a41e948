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
        s_off --> s_on: switch.pressed [is dark]
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
