import type { Fact } from '@/lib/engine/model';
import type { Trace } from '@/lib/engine/trace';
import type { EffectKind, Meant } from '@/lib/outcomes/meant';

interface Effect {
  readonly index: number;
  readonly kind: EffectKind;
  readonly id: unknown;
}

interface Answer {
  readonly index: number;
  readonly says: 'done' | 'failed';
  readonly body: unknown;
}

/** All that a trace tells of one intent. */
export interface Case {
  readonly intent: Meant['intents'][number];
  /** Effects that happened and were not taken back. */
  readonly standing: readonly Effect[];
  /** The first of its effects that stood twice at once. */
  readonly twice: readonly Effect[];
  readonly answers: readonly Answer[];
  readonly gaveUp: boolean;
  /** Entries in which it was thrown away as a copy of another. */
  readonly discards: readonly number[];
  /** Ids of effects that other intents had, and this one had not. */
  readonly foreign: ReadonlySet<unknown>;
}

/**
 * Facts speak by convention: those named in `meant.effects` are effects, or take one back; one that `says` something is
 * a final answer; `client.gave-up` and `duplicate.discarded` are what they are called. The latter says `of` which intent it
 * was taken for a copy, where that is another.
 */
export function gather(trace: Trace, meant: Meant, intent: Meant['intents'][number]): Case {
  const facts = trace.flatMap(({ index, facts: of }) => of.map(({ fact }) => ({ index, fact })));
  const own = facts.filter(({ fact }) => fact.intent === intent.id);
  const { standing, twice } = effectsOf(own, meant);
  return {
    ...{ intent, standing, twice },
    answers: own.flatMap(({ index, fact: { says, body } }): readonly Answer[] =>
      says === 'done' || says === 'failed' ? [{ index, says, body: body ?? null }] : [],
    ),
    gaveUp: own.some(({ fact }) => fact.name === 'client.gave-up'),
    discards: own.filter(({ fact }) => isTakenForAnother(fact)).map(({ index }) => index),
    foreign: new Set(
      facts
        .filter(({ fact }) => fact.intent !== intent.id && isEffect(meant, fact.name))
        .map(({ fact }) => fact['id'] ?? null)
        .filter((id) => id !== null && standing.every((effect) => effect.id !== id)),
    ),
  };
}

/** Whether something was thrown away as a copy of what another intent had brought. */
export const isTakenForAnother = (fact: Fact): boolean =>
  fact.name === 'duplicate.discarded' && fact['of'] !== undefined && fact['of'] !== fact.intent;

const isEffect = ({ effects }: Meant, name: string): boolean =>
  effects.some(({ fact }) => fact === name);

/** What stands of one intent's effects, the latest being the first to be taken back. */
function effectsOf(
  facts: readonly { readonly index: number; readonly fact: Fact }[],
  meant: Meant,
): Pick<Case, 'standing' | 'twice'> {
  let standing: readonly Effect[] = [];
  let twice: readonly Effect[] = [];
  for (const { index, fact } of facts) {
    const kind = meant.effects.find(({ fact: name }) => name === fact.name);
    if (kind) {
      standing = [...standing, { index, kind, id: fact['id'] ?? null }];
      const alike = standing.filter((effect) => effect.kind === kind);
      if (alike.length > 1 && (twice.length === 0 || twice[0]?.kind === kind)) twice = alike;
    }
    const undone = standing.findLast(({ kind: { undoneBy } }) => undoneBy === fact.name);
    if (undone) standing = standing.filter((effect) => effect !== undone);
  }
  return { standing, twice };
}
