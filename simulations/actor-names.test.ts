import { expect, test } from 'vitest';

import { actorNameIn } from '@/lib/projections/actor-name';
import { initialSettings } from '@/lib/scenario/knobs';
import { catalogue } from '@/simulations/catalogue';

test.each(catalogue)('$slug: no two actors have one name', ({ cast, knobs }) => {
  const built = cast(initialSettings(knobs));
  const ids = built.processes.flatMap(({ actors }) => actors.map(({ id }) => id));
  const names = ids.map((id) => actorNameIn(built, id));
  expect(names).toEqual([...new Set(names)]);
});
