import { expect, test } from 'vitest';

import { actorName } from '@/lib/projections/actor-name';
import { initialSettings } from '@/lib/scenario/knobs';
import { catalogue } from '@/simulations/catalogue';

test.each(catalogue)('$slug: no two actors have one name', ({ cast, knobs }) => {
  const names = cast(initialSettings(knobs)).processes.flatMap(({ label, actors }) =>
    actors.map(({ id }) => actorName(label, id)),
  );
  expect(names).toEqual([...new Set(names)]);
});
