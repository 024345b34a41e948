/**
 * For tests and benchmarks: what a sampled day is, written once more with nothing but the engine. `Days` is held to
 * it.
 */
import { choicesOf } from '@/lib/engine/choices';
import type { Choice } from '@/lib/engine/core';
import { step } from '@/lib/engine/step';
import type { Envelope, TraceEntry } from '@/lib/engine/trace';
import type { World } from '@/lib/engine/world';
import { Random, thresholdOf } from '@/lib/explorer/sampler/random';
import type { Rates } from '@/lib/explorer/sampler/weather';

export interface PlainDay {
  readonly trace: readonly TraceEntry[];
  readonly last: World;
}

/** Told of every choice before it is made. */
type Onlooker = (world: World, choice: Choice) => void;

/** Lives through the day of a seed by `choicesOf` and `step` alone. */
export function livePlainly(
  first: World,
  rates: Rates,
  seed: number,
  onlooker: Onlooker = () => undefined,
): PlainDay {
  const day = new Plain(first, rates, seed, onlooker);
  while (day.goOn());
  return day;
}

class Plain implements PlainDay {
  readonly trace: TraceEntry[] = [];
  last: World;
  readonly #rates: Rates;
  readonly #onlooker: Onlooker;
  readonly #random = new Random();
  /** The tick at which each message arrives, by its id. */
  readonly #arrivals = new Map<number, number>();
  /** The id of the first message from outside: these come last of what is on the wire at the start. */
  readonly #openingsFrom: number;

  constructor(first: World, rates: Rates, seed: number, onlooker: Onlooker) {
    this.last = first;
    this.#onlooker = onlooker;
    this.#rates = rates;
    this.#random.seed(seed);
    this.#openingsFrom = first.envelopes.length - first.system.cast.openings.length;
    this.#send(first.envelopes);
  }

  /** One event, or one tick. False if nothing is left to come. */
  goOn(): boolean {
    const choices = choicesOf(this.last);
    const due = choices.filter((choice) => this.#isDue(choice));
    const picked = due.length > 1 && this.#rates.shuffled ? this.#random.below(due.length) : 0;
    const choice = due[picked] ?? choices.find(({ kind }) => kind === 'wait');
    if (!choice) return false;
    const entry = this.#take(choice);
    if (!entry) return true;
    const { crashes } = this.last.system.process(entry.process);
    if (crashes && this.#happens(this.#rates.crash)) {
      this.#take({ kind: 'crash', process: entry.process });
    }
    return true;
  }

  #isDue(choice: Choice): boolean {
    if (choice.kind === 'fire') return true;
    if (choice.kind !== 'deliver') return false;
    const envelope = this.last.envelopes[choice.parcel];
    return envelope !== undefined && (this.#arrivals.get(envelope.id) ?? 0) <= this.last.nowTicks;
  }

  #take(choice: Choice): TraceEntry | null {
    this.#onlooker(this.last, choice);
    const { world, entry } = step(this.last, choice);
    this.last = world;
    if (entry) this.trace.push(entry);
    if (entry && choice.kind !== 'duplicate') this.#send(entry.sent);
    return entry;
  }

  /** Draws what becomes of messages, and then makes it so. */
  #send(sent: readonly Envelope[]): void {
    const fates = sent.map((envelope) => {
      const fate = this.#fateOf(envelope);
      this.#expect(envelope);
      return { envelope, fate };
    });
    for (const { envelope, fate } of fates) {
      if (!fate) continue;
      const parcel = this.last.envelopes.indexOf(envelope);
      const entry = this.#take({ kind: fate, parcel });
      for (const copy of fate === 'duplicate' ? (entry?.sent ?? []) : []) this.#expect(copy);
    }
  }

  #fateOf({ lossy, doubles }: Envelope): 'lose' | 'duplicate' | null {
    const { loss, duplicate } = this.#rates;
    if (!lossy || loss + duplicate === 0) return null;
    const drawn = this.#random.next();
    if (drawn < thresholdOf(loss)) return 'lose';
    return doubles && drawn < thresholdOf(loss + duplicate) ? 'duplicate' : null;
  }

  #expect({ id, from, to, delayable }: Envelope): void {
    const { system, nowTicks } = this.last;
    if (system.addressees(from).length === 0) {
      // From outside: it comes at its hour.
      const opening = system.cast.openings[id - this.#openingsFrom];
      this.#arrivals.set(id, opening?.atTicks ?? 0);
      return;
    }
    const { usualTicks, latestTicks } = system.link(from, to);
    const late = delayable && this.#happens(this.#rates.late);
    const more = late ? 1 + this.#random.below(latestTicks - usualTicks) : 0;
    this.#arrivals.set(id, nowTicks + usualTicks + more);
  }

  #happens(rate: number): boolean {
    return rate > 0 && this.#random.next() < thresholdOf(rate);
  }
}
