import type { IntentId } from '@/lib/engine/model';
import type { Trace } from '@/lib/engine/trace';
import { gather } from '@/lib/outcomes/case';
import { type Meant, requiredOf } from '@/lib/outcomes/meant';
import {
  ABSENT,
  type OutcomeName,
  OUTCOMES,
  presentIn,
  type Verdict,
  type Verdicts,
} from '@/lib/outcomes/outcome';
import { type Ended, verdictsOf } from '@/lib/outcomes/verdicts';

/** Expected against actual, for one intent. */
export interface IntentState {
  readonly id: IntentId;
  readonly label: string;
  readonly expected: number;
  readonly actual: number;
  /** The same by the kinds of effects: two of one and none of another are as many as were expected, and not what was. */
  readonly kinds: readonly { readonly noun: string; readonly actual: number }[];
  /** What the person was told. `unknown`: the client gave up and can't know. */
  readonly told: 'nothing yet' | 'done' | 'failed' | 'unknown';
  /** Indexes of the entries in which its effects happened. */
  readonly effects: readonly number[];
  /** What is called the kind of effect that it had more than once at a time, even if it was taken back since; null if none. */
  readonly repeated: string | null;
  /** Those of the five that befell it. */
  readonly outcomes: readonly OutcomeName[];
  /** The first of the five that befell it; null if none did. */
  readonly harm: Verdict | null;
}

export interface Judgement {
  readonly outcomes: Verdicts;
  readonly intents: readonly IntentState[];
}

/** Whether any of the five is present. */
export const hasHarm = ({ outcomes }: Judgement): boolean =>
  OUTCOMES.some((name) => outcomes[name].present);

/** What befell one intent or more. */
function together(each: readonly Verdict[]): Verdict {
  const there = each.filter(isPresent);
  const [first] = there;
  return first ? { ...first, because: there.map(({ because }) => because).join(' ') } : ABSENT;
}

const isPresent = ({ present: is }: Verdict): boolean => is;

/**
 * Judges a trace. `ended` is null while the run goes on: then lost, stuck and swallowed are not yet
 * decided and stand as absent, since what is missing may still come.
 */
export function judge(trace: Trace, meant: Meant, ended: Ended | null): Judgement {
  const cases = meant.intents.map((intent) => gather(trace, meant, intent));
  const verdicts = cases.map((it) => verdictsOf(it, { trace, meant, ended }));
  const allOf = (name: OutcomeName): Verdict => together(verdicts.map((its) => its[name]));
  return {
    outcomes: {
      duplicate: allOf('duplicate'),
      lost: allOf('lost'),
      stuck: allOf('stuck'),
      wrongReply: allOf('wrongReply'),
      swallowed: allOf('swallowed'),
    },
    intents: cases.map(({ intent, standing, twice, answers, gaveUp }, place) => {
      const effects = standing.filter(({ kind }) => kind.optional !== true);
      const its = verdicts[place];
      return {
        ...intent,
        expected: requiredOf(meant).length,
        actual: effects.length,
        kinds: requiredOf(meant).map((kind) => ({
          noun: kind.noun,
          actual: effects.filter((effect) => effect.kind === kind).length,
        })),
        told: answers.at(-1)?.says ?? (gaveUp ? 'unknown' : 'nothing yet'),
        effects: effects.map(({ index }) => index),
        repeated: twice[0]?.kind.noun ?? null,
        outcomes: its ? presentIn(its) : [],
        harm: OUTCOMES.map((name) => its?.[name] ?? ABSENT).find(isPresent) ?? null,
      };
    }),
  };
}
