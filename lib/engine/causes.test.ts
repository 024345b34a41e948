import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { causesOf, chainOf } from '@/lib/engine/causes';
import { run } from '@/lib/engine/run';
import { casts, walks } from '@/lib/engine/shop-arbitraries';
import { alone, shop } from '@/lib/engine/toy-casts';
import { alarmClock } from '@/lib/engine/toys';
import { walk } from '@/lib/engine/walk';
import { createWorld } from '@/lib/engine/world';

describe('cause', () => {
  it('of what a message does is the entry that sent it', () => {
    fc.assert(
      fc.property(casts, walks, (cast, picks) => {
        const { trace } = walk(createWorld(cast), picks);
        for (const { index, envelope, cause } of trace) {
          if (!envelope) continue;
          const sender = trace.find(({ sent }) => sent.some(({ id }) => id === envelope.id));
          expect(cause).toBe(sender?.index ?? null);
          expect(cause ?? -1).toBeLessThan(index);
        }
      }),
    );
  });

  it('of a timer is an earlier entry of the same actor, and nothing happens without cause but crashes', () => {
    fc.assert(
      fc.property(casts, walks, (cast, picks) => {
        const { trace } = walk(createWorld(cast), picks);
        for (const { kind, index, actor, cause, envelope } of trace) {
          if (kind === 'crashed') expect(cause).toBeNull();
          if (kind !== 'fired') continue;
          expect(envelope).toBeNull();
          expect(cause ?? index).toBeLessThan(index);
          const setter = trace[cause ?? -1];
          expect(setter?.changes.map((change) => change.actor)).toContain(actor);
        }
      }),
    );
  });

  it('of a timer is what set it, not what the actor did meanwhile', () => {
    const { trace } = run(alone(alarmClock, [alarm(0, 5), alarm(1, 5), alarm(2, 1)]), []);
    const fired = trace.filter(({ kind }) => kind === 'fired');
    expect(fired.map(({ timer, cause }) => [timer, cause])).toEqual([
      ['alarm-3', 2],
      ['alarm-1', 0],
      ['alarm-2', 1],
    ]);
  });

  it('of a timer is what set it anew, if only for as long as it would have run anyway', () => {
    const { trace } = run(alone(alarmClock, [alarm(0, 5, 1), alarm(0, 5, 1)]), []);
    expect(trace.map(({ kind, cause }) => [kind, cause])).toEqual([
      ['delivered', null],
      ['delivered', null],
      ['fired', 1],
    ]);
  });
});

describe('causesOf', () => {
  it('walks back over what sent, what set and what the actor had lived through, in order', () => {
    fc.assert(
      fc.property(casts, walks, (cast, picks) => {
        const { trace } = walk(createWorld(cast), picks);
        for (const { index } of trace) {
          const causes = causesOf(trace, index);
          expect(causes.at(-1)).toBe(index);
          expect(causes).toEqual([...new Set(causes)].toSorted((a, b) => a - b));
          for (const cause of causes) {
            for (const origin of [trace[cause]?.cause, trace[cause]?.previous]) {
              if (typeof origin === 'number') expect(causes).toContain(origin);
            }
          }
        }
      }),
    );
  });
});

describe('chainOf', () => {
  it('tells an answer from its question on', () => {
    const { trace } = run(shop({ memory: false }), []);
    const heard = trace.find(({ facts }) => facts.some(({ fact }) => fact.name === 'answer.heard'));
    const chain = chainOf(trace, heard?.index ?? -1);
    const words = chain.map((index) => trace[index]?.envelope?.message.type ?? trace[index]?.kind);
    expect(words).toEqual([
      'work.wanted',
      'work.asked',
      'fired',
      'note.made',
      'note.kept',
      'work.answered',
    ]);
  });
});

// Helpers

const alarm = (atTicks: number, ticks: number, number?: number) => ({
  atTicks,
  message: { type: 'alarm.set', intent: null, ticks, ...(number === undefined ? {} : { number }) },
});
