/** A control that the learner turns. The first value of a choice, and `initial` of a count, is where it stands at first. */
export type Knob = ChoiceKnob | CountKnob;

export interface ChoiceKnob {
  readonly kind: 'choice';
  readonly label: string;
  /** What the knob is for, in a sentence or two. */
  readonly help: string;
  readonly values: readonly {
    readonly value: string;
    readonly label: string;
    /** What this very value does; shown while it is chosen. */
    readonly help?: string;
  }[];
  /** Part of the situation and not a defence: the safety map leaves it where it stands at first. */
  readonly circumstance?: true;
}

export interface CountKnob {
  readonly kind: 'count';
  readonly label: string;
  readonly help: string;
  readonly initial: number;
  readonly min: number;
  readonly max: number;
}

export type Knobs = Readonly<Record<string, Knob>>;
/** Where all knobs stand. */
export type Settings = Readonly<Record<string, string | number>>;

/** Whether a knob says what the situation is: however it stands, it defends from nothing. */
export const isCircumstance = (knob: Knob): boolean =>
  knob.kind === 'choice' && knob.circumstance === true;

/** Whether a knob is a defence, or stands for the situation that all defences are put in. */
export const isDefence = (knob: Knob): boolean => knob.kind === 'choice' && !isCircumstance(knob);

export const initialOf = (knob: Knob): string | number =>
  knob.kind === 'count' ? knob.initial : (knob.values[0]?.value ?? '');

export const initialSettings = (knobs: Knobs): Settings =>
  Object.fromEntries(Object.entries(knobs).map(([name, knob]) => [name, initialOf(knob)]));

/** Every position of a knob, in order. */
export const positionsOf = (knob: Knob): readonly (string | number)[] =>
  knob.kind === 'count'
    ? Array.from({ length: knob.max - knob.min + 1 }, (_, index) => knob.min + index)
    : knob.values.map(({ value }) => value);

/** So many positions still stand side by side, and are each tried. */
const POSITIONS_MAX = 8;

/** Whether a count goes further than can be shown, or tried, number by number. */
export const isScale = (knob: Knob): boolean =>
  knob.kind === 'count' && knob.max - knob.min >= POSITIONS_MAX;

/** The positions that are tried from where a knob stands: of a scale its ends, and one more and one less. */
export function triedPositionsOf(
  knob: Knob,
  at: string | number | undefined,
): readonly (string | number)[] {
  const positions = positionsOf(knob);
  if (!isScale(knob)) return positions;
  const place = positions.findIndex((position) => position === at);
  return positions.filter(
    (_, index) => index === 0 || index === positions.length - 1 || Math.abs(index - place) <= 1,
  );
}

/** What a knob's position is called. */
export const labelOf = (knob: Knob, position: string | number | undefined): string =>
  (knob.kind === 'choice'
    ? knob.values.find(({ value }) => value === position)?.label
    : undefined) ?? String(position);

/** Reads a knob's value as written in a link or on the command line; null if it is none of its values. */
export function readPosition(knob: Knob, text: string): string | number | null {
  return positionsOf(knob).find((position) => String(position) === text) ?? null;
}

/** Every combination of these positions of each knob, turned on top of `base`; the first knob turns slowest. */
export const combinations = (
  knobs: Knobs,
  positions: (knob: Knob, name: string) => readonly (string | number)[],
  base: Settings = {},
): readonly Settings[] =>
  Object.entries(knobs).reduce<readonly Settings[]>(
    (found, [name, knob]) =>
      found.flatMap((settings) =>
        positions(knob, name).map((position) => ({ ...settings, [name]: position })),
      ),
    [base],
  );

/** Every combination of settings. */
export const allSettings = (knobs: Knobs): readonly Settings[] => combinations(knobs, positionsOf);
