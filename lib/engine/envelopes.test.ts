import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { casts, walks } from '@/lib/engine/shop-arbitraries';
import { shop } from '@/lib/engine/toy-casts';
import type { Envelope, Trace } from '@/lib/engine/trace';
import { walk } from '@/lib/engine/walk';
import { createWorld } from '@/lib/engine/world';

describe('envelopes', () => {
  it('end delivered, lost, cut or in flight, each exactly once, and nothing else does', () => {
    fc.assert(
      fc.property(casts, walks, (cast, picks) => {
        const first = createWorld(cast);
        const { trace, last } = walk(first, picks);
        const sent = [...first.envelopes, ...trace.flatMap((entry) => entry.sent)];
        const ended = [...endedIn(trace), ...last.envelopes];
        expect(idsOf(ended)).toEqual(idsOf(sent));
        expect(idsOf(sent)).toEqual([...sent.keys()]);
      }),
      { numRuns: 300 },
    );
  });

  it('are one for each parcel of the core, in its order', () => {
    fc.assert(
      fc.property(casts, walks, (cast, picks) => {
        const { last } = walk(createWorld(cast), picks);
        const parcels = last.core.parcels.map((state) => last.system.parcelOf(state));
        expect(last.envelopes.map(({ addressee, message }) => ({ addressee, message }))).toEqual(
          parcels.map(({ to, message }) => ({ addressee: to, message })),
        );
      }),
    );
  });

  it('are counted by their way, and by their way between groups', () => {
    fc.assert(
      fc.property(casts, walks, (cast, picks) => {
        const first = createWorld(cast);
        const { trace } = walk(first, picks);
        const sent = [...first.envelopes, ...trace.flatMap((entry) => entry.sent)];
        for (const [position, { from, to, nth }] of sent.entries()) {
          const same = sent.slice(0, position + 1).filter((a) => a.from === from && a.to === to);
          expect(nth).toBe(same.length);
        }
        const toShops = sent.filter(({ to }) => to.startsWith('shop'));
        const fromAsker = toShops.filter(({ from }) => from === 'asker');
        expect(fromAsker.map(({ nthOfGroup }) => nthOfGroup)).toEqual(
          fromAsker.map((_, index) => index + 1),
        );
      }),
    );
  });

  it('arrive no later than their latest, unless nobody is free to take them', () => {
    fc.assert(
      fc.property(walks, (picks) => {
        const cast = shop({ handlers: 9, usualTicks: 1, latestTicks: 3 });
        for (const { kind, envelope, atTicks } of walk(createWorld(cast), picks).trace) {
          if (kind !== 'delivered' || !envelope || envelope.from === 'person') continue;
          expect(atTicks - envelope.sentAtTicks).toBeLessThanOrEqual(3);
        }
      }),
    );
  });

  it('travel without loss where a link is not lossy', () => {
    fc.assert(
      fc.property(casts, walks, (cast, picks) => {
        for (const { kind, envelope } of walk(createWorld(cast), picks).trace) {
          if (kind === 'lost') expect(envelope?.lossy).toBe(true);
          if (kind === 'duplicated') expect(envelope?.doubles).toBe(true);
          if (envelope?.to === 'note-book') expect(envelope.lossy).toBe(false);
        }
      }),
    );
  });
});

// Helpers

const endedIn = (trace: Trace): readonly Envelope[] =>
  trace.flatMap(({ kind, envelope, cut }) =>
    (kind === 'delivered' || kind === 'lost') && envelope ? [...cut, envelope] : cut,
  );

const idsOf = (envelopes: readonly Envelope[]): readonly number[] =>
  envelopes.map(({ id }) => id).toSorted((a, b) => a - b);
