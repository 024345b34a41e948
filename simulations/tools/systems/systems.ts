import type { Fields } from '@/lib/tools/fields';
import { apis } from '@/simulations/tools/systems/apis';
import { infrastructure } from '@/simulations/tools/systems/infrastructure';
import { COLUMNS, KINDS, type System, type SystemWindow } from '@/simulations/tools/systems/system';

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
export const systemWindows: readonly SystemWindow[] = systems
  .flatMap(({ id, name, window, windowMs }) =>
    windowMs === null || windowMs === 0 || windowMs === Infinity
      ? []
      : [{ id, name, window, windowMs }],
  )
  .sort((a, b) => a.windowMs - b.windowMs);
