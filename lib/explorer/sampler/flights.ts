import { SAMPLER_LIMITS } from '@/lib/explorer/sampler/limits';

/** A message's fate, drawn when it is sent. */
export const ARRIVES = 0;
export const IS_LOST = 1;
export const IS_DOUBLED = 2;

/** Room for what one event may send on top of what is allowed in flight. */
const ROOM = SAMPLER_LIMITS.inFlightMax + 64;

/** What is on the wire, in order of sending, as in a world: each message, its hour and its fate. */
export class Flights {
  readonly parcels = new Int32Array(ROOM);
  readonly arrivals = new Int32Array(ROOM);
  readonly fates = new Int32Array(ROOM);
  count = 0;

  /** False if there is no room for it. */
  put(parcel: number, arrival: number, fate: number): boolean {
    const at = this.count;
    if (at === ROOM) return false;
    this.parcels[at] = parcel;
    this.arrivals[at] = arrival;
    this.fates[at] = fate;
    this.count += 1;
    return true;
  }

  remove(at: number): void {
    this.count -= 1;
    for (let place = at; place < this.count; place += 1) {
      this.parcels[place] = this.parcels[place + 1] as number;
      this.arrivals[place] = this.arrivals[place + 1] as number;
      this.fates[place] = this.fates[place + 1] as number;
    }
  }
}
