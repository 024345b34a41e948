import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { EXPLORER_LIMITS } from '@/lib/explorer/limits';
import {
  clearWire,
  hasRoomFor,
  mapWire,
  putMessage,
  roomyRow,
  type Row,
  situationOf,
  takeMessage,
  wireOf,
  writeRow,
} from '@/lib/explorer/search/row';

const PROCESSES = 3;
const WIRE = wireOf(PROCESSES);
const messages = fc.array(fc.nat({ max: 9 }), { maxLength: 12 });

describe('the wire of a row', () => {
  it('holds every message as often as it is there, in order, with nothing behind', () => {
    fc.assert(
      fc.property(messages, (parcels) => {
        const written = rowWith(parcels);
        const put = rowWith([]);
        for (const parcel of parcels) putMessage(put, WIRE, parcel);
        expect(put).toEqual(written);
        expect(onWire(put)).toEqual(parcels.toSorted((a, b) => a - b));
      }),
    );
  });

  it('loses one message and no other', () => {
    fc.assert(
      fc.property(messages, fc.nat(), (parcels, choice) => {
        fc.pre(parcels.length > 0);
        const row = rowWith(parcels);
        const place = choice % parcels.length;
        const left = onWire(row).filter((_, index) => index !== place);
        takeMessage(row, WIRE + place);
        expect(row).toEqual(rowWith(left));
      }),
    );
  });

  it('is in order again after each message was turned into another, or into nothing', () => {
    fc.assert(
      fc.property(messages, fc.func(fc.integer({ min: -1, max: 9 })), (parcels, change) => {
        const row = rowWith(parcels);
        mapWire(row, WIRE, change);
        expect(row).toEqual(
          rowWith(parcels.map((parcel) => change(parcel)).filter((parcel) => parcel >= 0)),
        );
      }),
    );
  });

  it('is cleared without touching what stands before it', () => {
    const row = rowWith([4, 4, 1]);
    clearWire(row, WIRE);
    expect(row).toEqual(rowWith([]));
  });

  it('has room for so many messages and refuses more', () => {
    const full = Array.from({ length: EXPLORER_LIMITS.onTheWireMax }, () => 7);
    expect(hasRoomFor(rowWith(full.slice(2)), 2)).toBe(true);
    expect(hasRoomFor(rowWith(full.slice(2)), 3)).toBe(false);
    expect(onWire(rowWith(full))).toEqual(full);
    expect(() => rowWith([...full, 7])).toThrow('256 messages on the wire');
  });
});

// Helpers

function rowWith(parcels: readonly number[]): Row {
  const row = roomyRow(PROCESSES);
  writeRow(row, { processes: [5, 0, 65_535], parcels, recollection: 3 }, 17);
  return row;
}

const onWire = (row: Row): readonly number[] => situationOf(row, PROCESSES).parcels;
