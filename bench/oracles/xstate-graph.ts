import type { ActorLogic, EventObject, Snapshot } from 'xstate';
import { getAdjacencyMap } from 'xstate/graph';

import { after, firstSituation, later } from '@/lib/explorer/brute-force/happen';
import { type Move, movesOf, patienceOf } from '@/lib/explorer/brute-force/moves';
import { summaryOf } from '@/lib/explorer/brute-force/said';
import { keyOf, rulesOf, type Situation } from '@/lib/explorer/brute-force/situation';
import type { Question } from '@/lib/explorer/question';

type Whole = Snapshot<unknown> & { readonly situation: Situation };
type Choice = EventObject & { readonly move: Move | null };

/**
 * How many states XState's own search finds in so many edges, where the whole cast is one piece of logic: the very
 * machines, stepped by `transition`, and a serializer that gives equal situations equal keys.
 */
export function searchedByXStateGraph({ cast, bounds, meant }: Question, edgesMax: number): number {
  const seen = new Set<string>();
  const rules = rulesOf(cast, bounds, true);
  const whole = (situation: Situation): Whole => ({
    ...{ status: 'active', output: undefined, error: undefined, situation },
  });
  const logic = {
    getInitialSnapshot: () => whole(firstSituation(rules)),
    transition: (snapshot: Whole, { move }: Choice): Whole => {
      const { situation } = snapshot;
      const next = move === null ? later(situation, 1) : after(rules, situation, move);
      return next === null ? snapshot : whole(next);
    },
    getPersistedSnapshot: (snapshot: Whole) => snapshot,
  };
  const search = (): unknown =>
    getAdjacencyMap(logic as unknown as ActorLogic<Whole, Choice>, {
      events: (snapshot) => {
        const { situation } = snapshot;
        const moves: (Move | null)[] = [...movesOf(rules, situation)];
        const patience = patienceOf(rules, situation);
        if (patience !== null && patience > 0) moves.push(null);
        return moves.map((move, index) => ({ type: `choice ${index}`, move }));
      },
      serializeState: (snapshot) => {
        const { situation } = snapshot;
        const key = keyOf(situation, summaryOf(situation.facts, meant));
        seen.add(key);
        return key;
      },
      limit: edgesMax,
    });
  try {
    search();
  } catch (problem) {
    // It has no other way to say that it came as far as it was told to.
    if (!(problem instanceof Error && problem.message.includes('limit'))) throw problem;
  }
  return seen.size;
}
