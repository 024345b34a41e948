import { describe, expect, it } from 'vitest';

import type { Directive } from '@/lib/engine/directive';
import { defaultChoice } from '@/lib/engine/choices';
import { step } from '@/lib/engine/step';
import type { TraceEntry } from '@/lib/engine/trace';
import { createWorld } from '@/lib/engine/world';
import { playScenario } from '@/lib/scenario/play';
import { actor } from '@/simulations/actors/acting';
import { chargeService, type ChargeServiceInput } from '@/simulations/actors/charge-service';
import { lostResponse } from '@/simulations/scenarios/lost-response/scenario';

// Six attempts send at most twelve messages that may be lost. The first eight hold every mix of lost
// requests and lost answers over four attempts, and 256 runs are few enough to make them all.
const PATTERNS = Array.from({ length: 2 ** 8 }, (_, pattern) => pattern);

describe('charge service', () => {
  it('never charges twice however messages are lost, given a key', () => {
    for (const pattern of PATTERNS) {
      const { charges, outcomes } = checkout(pattern, 'per-intent');
      expect(charges, losing(pattern)).toBeLessThanOrEqual(1);
      expect(outcomes.duplicate.present, losing(pattern)).toBe(false);
      expect(outcomes.lost.present, losing(pattern)).toBe(false);
      expect(outcomes.wrongReply.present, losing(pattern)).toBe(false);
      expect(outcomes.stuck.present, losing(pattern)).toBe(false);
    }
  });

  it('charges once for each request that arrives, without a key', () => {
    const repeated = PATTERNS.filter((pattern) => {
      const { charges, arrived } = checkout(pattern, 'none');
      expect(charges, losing(pattern)).toBe(arrived);
      return charges > 1;
    });
    // The first answer lost, and nothing else: the known one.
    expect(repeated).toContain(0b10);
    expect(repeated).not.toContain(0b0);
    expect(repeated).not.toContain(0b1);
  });

  it('charges at once when it has no memory, or gets no key', () => {
    expect(service('none').hears(request('key-A')).sent).toMatchObject([{ to: 'payments' }]);
    for (const claim of ['check-then-act', 'atomic'] as const) {
      const { hears, state } = service(claim);
      expect(hears(request(null)).sent).toMatchObject([{ to: 'payments', amount: 100 }]);
      expect(hears(charged('ch-1')).sent).toMatchObject([{ status: 201, body: 'ch-1' }]);
      expect(state()).toBe('idle');
    }
  });

  it('looks, charges and saves, in this order, when it checks and then acts', () => {
    const { hears } = service('check-then-act');
    expect(hears(request('key-A')).sent).toMatchObject([{ type: 'key.read', key: 'key-A' }]);
    expect(hears(found(null)).sent).toMatchObject([{ type: 'charge.requested' }]);
    expect(hears(charged('ch-1')).sent).toMatchObject([{ type: 'key.saved', body: 'ch-1' }]);
    expect(hears(found(null, true)).sent).toMatchObject([
      {
        type: 'response.sent',
        to: 'client',
        attempt: 3,
        status: 201,
        body: 'ch-1',
        replayed: false,
      },
    ]);
  });

  it('claims, charges and saves, in this order, when it claims', () => {
    const { hears } = service('atomic');
    expect(hears(request('key-A')).sent).toMatchObject([{ type: 'key.claimed', key: 'key-A' }]);
    expect(hears(found(null, true)).sent).toMatchObject([{ type: 'charge.requested' }]);
    expect(hears(charged('ch-1')).sent).toMatchObject([{ type: 'key.saved', body: 'ch-1' }]);
    expect(hears(found(null, true)).sent).toMatchObject([{ status: 201, body: 'ch-1' }]);
  });

  it.each(['check-then-act', 'atomic'] as const)(
    'answers from memory what is done: %s',
    (claim) => {
      const { hears, state } = service(claim);
      hears(request('key-A'));
      expect(hears(found({ status: 'done', body: 'ch-7' })).sent).toMatchObject([
        { type: 'response.sent', status: 201, body: 'ch-7', replayed: true, attempt: 3 },
      ]);
      expect(state()).toBe('idle');
    },
  );

  it('refuses what is in progress, if it is to', () => {
    const { hears } = service('atomic');
    hears(request('key-A'));
    expect(hears(found(RUNNING)).sent).toMatchObject([{ status: 409, body: null }]);
  });

  it('looks again at what is in progress, if it is to wait, and gives up after so many looks', () => {
    const { hears, waits, state } = service('atomic', { inFlight: 'wait', pollsMax: 2 });
    hears(request('key-A'));
    hears(found(RUNNING));
    expect(state()).toBe('waiting');
    expect(waits().sent).toMatchObject([{ type: 'key.read', key: 'key-A' }]);
    hears(found(RUNNING));
    waits();
    expect(hears(found(RUNNING)).sent).toMatchObject([{ status: 409 }]);
    hears(request('key-B'));
    hears(found(RUNNING));
    expect(state()).toBe('waiting');
  });

  it('gives who waited the answer once it is there', () => {
    const { hears, waits } = service('atomic', { inFlight: 'wait', pollsMax: 2 });
    hears(request('key-A'));
    hears(found(RUNNING));
    waits();
    expect(hears(found({ status: 'done', body: 'ch-1' })).sent).toMatchObject([
      { status: 201, body: 'ch-1', replayed: true },
    ]);
  });

  it('is deaf to further requests while it is at work', () => {
    const { hears } = service('atomic');
    hears(request('key-A'));
    expect(hears(request('key-B')).handled).toBe(false);
  });
});

// Helpers

const RUNNING = { status: 'in-progress', body: null };
const request = (key: string | null) => ({
  ...{ type: 'request.sent', from: 'client', method: 'POST', path: '/charges' },
  ...{ amount: 100, attempt: 3, key },
});
const found = (record: { status: string; body: string | null } | null, ok = false) => ({
  ...{ type: 'key.answered', found: record, ok },
});
const charged = (charge: string) => ({ type: 'charge.accepted', charge });

const service = (claim: ChargeServiceInput['claim'], input: Partial<ChargeServiceInput> = {}) =>
  actor(chargeService, { claim, inFlight: 'conflict', pollTicks: 2, pollsMax: 0, ...input });

const losing = (pattern: number): string => `losing ${pattern.toString(2).padStart(8, '0')}`;

/** Buys once with five retries; bit `n` of the pattern says that the `n`th message that may be lost is. */
function checkout(pattern: number, key: 'none' | 'per-intent') {
  const settings = { key, retries: 5 };
  const script: Directive[] = [];
  let world = createWorld(lostResponse.cast(settings));
  let lossy = 0;
  for (let choice = defaultChoice(world); choice; choice = defaultChoice(world)) {
    let chosen = choice;
    if (choice.kind === 'deliver' && world.envelopes[choice.parcel]?.lossy) {
      if ((pattern >> lossy) % 2 === 1) chosen = { ...choice, kind: 'lose' };
      lossy += 1;
    }
    const next = step(world, chosen);
    world = next.world;
    if (next.entry?.kind === 'lost') script.push(next.entry.directive);
  }
  const { judgement, run } = playScenario(lostResponse, settings, script);
  const count = (holds: (entry: TraceEntry) => boolean): number => run.trace.filter(holds).length;
  return {
    outcomes: judgement.outcomes,
    charges: count(({ facts }) => facts.some(({ fact }) => fact.name === 'card.charged')),
    arrived: count(
      ({ kind, envelope }) => kind === 'delivered' && envelope?.message.type === 'request.sent',
    ),
  };
}
