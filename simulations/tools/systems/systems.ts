import type { Fields } from '@/lib/tools/fields';
import { apis } from '@/simulations/tools/systems/apis';
import { infrastructure } from '@/simulations/tools/systems/infrastructure';
import { COLUMNS, KINDS, type System } from '@/simulations/tools/systems/system';

export const systems: readonly System[] = [...apis, ...infrastructure];

const toValues = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }));

export const systemFields = {
  kinds: {
    ...{ kind: 'many', label: 'Systems' },
    help: 'Which kinds of systems are shown.',
    values: toValues(KINDS),
  },
  columns: {
    ...{ kind: 'many', label: 'Columns' },
    help: 'What is compared.',
    values: toValues(COLUMNS),
  },
} as const satisfies Fields;

/** Systems with a window that is a length of time, the shortest first. */
export const systemsByWindow: readonly (System & { readonly windowMs: number })[] = systems
  .flatMap((system) => {
    const { windowMs } = system;
    return windowMs === null || windowMs === 0 || windowMs === Infinity
      ? []
      : [{ ...system, windowMs }];
  })
  .sort((a, b) => a.windowMs - b.windowMs);
