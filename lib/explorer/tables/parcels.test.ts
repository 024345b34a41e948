import { beforeEach, describe, expect, it } from 'vitest';

import type { Message } from '@/lib/engine/model';
import { System } from '@/lib/engine/system';
import { shop } from '@/lib/engine/toy-casts';
import { Parcels } from '@/lib/explorer/tables/parcels';

const NEAR_TICKS = 2;
const FAR_TICKS = 7;
const ANSWER: Message = { type: 'work.done', intent: 'work-1' };

let parcels: Parcels;
let system: System;

beforeEach(() => {
  const cast = shop({ instances: 2, latestTicks: NEAR_TICKS });
  system = new System({
    ...cast,
    links: cast.links.map((link) =>
      link.between.join() === 'asker,shop-b' ? { ...link, latestTicks: FAR_TICKS } : link,
    ),
  });
  const ids = cast.processes.filter(({ actors }) => actors.length > 0).map(({ id }) => id);
  parcels = new Parcels(system, ids);
});

const sent = (from: string, to: string, message = ANSWER): number =>
  parcels.of(system.parcel(from, to, message));

/** A message now and at every tick until it must arrive. */
const agesOf = (parcel: number): readonly number[] =>
  parcels.latestIn(parcel) === 0 ? [parcel] : [parcel, ...agesOf(parcels.aged(parcel))];

describe('a message on the wire', () => {
  it('has the number before its own a tick later, until it must arrive', () => {
    let message = sent('shop-b.1', 'asker');
    for (let ticks = FAR_TICKS; ticks > 0; ticks -= 1) {
      expect(parcels.latestIn(message)).toBe(ticks);
      expect(parcels.aged(message)).toBe(message - 1);
      message = parcels.aged(message);
    }
    expect(parcels.latestIn(message)).toBe(0);
    expect(parcels.aged(message)).toBe(message);
  });

  it('from nobody shares its number with no other, from however far it came', () => {
    const near = parcels.unsigned(sent('shop-a.1', 'asker'));
    // Numbers are given out in turn: these come right behind those of the first.
    const others = [1, 2, 3, 4].map((piece) => sent('asker', 'shop-a', { ...ANSWER, piece }));
    const far = parcels.unsigned(sent('shop-b.1', 'asker'));
    expect([near, far].map((parcel) => parcels.latestIn(parcel))).toEqual([NEAR_TICKS, FAR_TICKS]);
    expect([near, far].map((parcel) => parcels.toActor(parcel))).toEqual(['asker', 'asker']);
    const ages = [near, ...others, far].flatMap(agesOf);
    expect(ages.length).toBe(5 * (NEAR_TICKS + 1) + FAR_TICKS + 1);
    expect(new Set(ages).size).toBe(ages.length);
  });
});
