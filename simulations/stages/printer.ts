import { setup } from 'xstate';

import type { ProcessSpec } from '@/lib/engine/model';

/** It prints, and says nothing about it. */
const machine = setup({}).createMachine({ id: 'printer', initial: 'on', states: { on: {} } });

/** A label printer: what a service leans on besides its own store. When it goes away, that is noticed. */
export const printer: ProcessSpec = {
  ...{ id: 'printer', group: 'printer', label: 'label printer', kind: 'provider' },
  ...{ crashes: true, actors: [{ id: 'printer.1', machine, input: null }] },
};
