import { expect, it } from 'vitest';

import { circumstancesOf } from '@/components/map/words';
import { initialSettings } from '@/lib/scenario/knobs';
import { setOrIncrement } from '@/simulations/scenarios/set-or-increment/scenario';

it('the bounds beside a map’s rows are those that its rows were searched within', () => {
  const rowOf = (times: number) => ({
    ...{ settings: { ...initialSettings(setOrIncrement.knobs), times }, verdicts: {} as never },
  });
  const said = circumstancesOf({ scenario: setOrIncrement, rows: [rowOf(2), rowOf(5)] });
  expect(said.at(-1)?.value).toMatch(/and 4 retries/);
});
