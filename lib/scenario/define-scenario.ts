import type { Cast } from '@/lib/engine/model';
import type { Knobs, Settings } from '@/lib/scenario/knobs';
import { STORY, storyKnob } from '@/lib/scenario/retell';
import type { Scenario } from '@/lib/scenario/scenario';

/** What each knob of `K` may stand at, by the knob's own declaration. */
export type SettingsOf<K extends Knobs> = {
  readonly [Name in keyof K]: K[Name] extends { readonly kind: 'count' }
    ? number
    : K[Name] extends { readonly values: readonly { readonly value: infer Value }[] }
      ? Value
      : never;
};

type Declared<K extends Knobs> = Omit<
  Scenario,
  'knobs' | 'cast' | 'code' | 'scriptFor' | 'retriesFor'
> & {
  readonly knobs: K;
  readonly cast: (settings: SettingsOf<K>) => Cast;
  readonly code: (settings: SettingsOf<K>) => ReturnType<Scenario['code']>;
  readonly scriptFor?: (settings: SettingsOf<K>) => string;
  readonly retriesFor?: (settings: SettingsOf<K>) => number;
};

/**
 * Checks a scenario's types against its own knobs. Settings that reach its functions have been read
 * by those knobs (`readPosition`), which is why the narrower type may be given up here.
 */
export function defineScenario<const K extends Knobs>(scenario: Declared<K>): Scenario {
  const { cast, code, scriptFor, retriesFor, knobs, ...data } = scenario;
  return {
    ...data,
    knobs: data.tellings ? { ...knobs, [STORY]: storyKnob(data.tellings) } : knobs,
    ...(scriptFor && { scriptFor: (settings: Settings) => scriptFor(settings as SettingsOf<K>) }),
    ...(retriesFor && {
      retriesFor: (settings: Settings) => retriesFor(settings as SettingsOf<K>),
    }),
    cast: (settings: Settings) => cast(settings as SettingsOf<K>),
    code: (settings: Settings) => code(settings as SettingsOf<K>),
  };
}
