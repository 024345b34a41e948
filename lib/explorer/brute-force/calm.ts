/** For tests and benchmarks, with the rest of brute force. */
import { LIMITS } from '@/lib/engine/limits';
import type { Fact, Opening, Ticks } from '@/lib/engine/model';
import { after, later } from '@/lib/explorer/brute-force/happen';
import { isTaken, type Move } from '@/lib/explorer/brute-force/moves';
import { opened, type Rules, type Situation } from '@/lib/explorer/brute-force/situation';

/** What is recorded on a calm day that begins with one more message from outside. */
export function calmDay(
  rules: Rules,
  end: Situation,
  opening: Omit<Opening, 'atTicks'>,
): readonly Fact[] {
  // The bound on attempts is the search's; a calm day takes what attempts it needs.
  const unbounded: Rules = { ...rules, bounds: { ...rules.bounds, retries: Infinity } };
  let now: Situation = {
    ...end,
    wire: [...end.wire, opened(rules, { ...opening, atTicks: 0 })],
  };
  let ticks = 0;
  for (let steps = 0; steps < LIMITS.stepsMax; steps += 1) {
    const next = nextDue(unbounded, now);
    if (!next || ticks >= LIMITS.ticksMax || now.wire.length > LIMITS.inFlightMax) break;
    ticks += next.inTicks;
    now = after(unbounded, later(now, next.inTicks), next.move) ?? now;
  }
  return now.facts.slice(end.facts.length);
}

interface Due {
  readonly move: Move;
  readonly inTicks: Ticks;
}

/** What comes soonest; at one hour messages by age, then timers by the cast's order. */
function nextDue(rules: Rules, { wire, actors }: Situation): Due | null {
  const due: Due[] = [];
  wire.forEach((it, message) => {
    if (!isTaken(rules, actors, it)) return;
    due.push({ move: { kind: 'deliver', message }, inTicks: it.usualIn });
  });
  actors.forEach(({ timers }, actor) => {
    timers.forEach(({ dueIn }, timer) => {
      due.push({ move: { kind: 'fire', actor, timer }, inTicks: dueIn });
    });
  });
  const soonest = Math.min(...due.map(({ inTicks }) => inTicks));
  return due.find(({ inTicks }) => inTicks === soonest) ?? null;
}
