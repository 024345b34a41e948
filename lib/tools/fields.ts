import type { ChoiceKnob } from '@/lib/scenario/knobs';
import { DAY_MS, HOUR_MS, MINUTE_MS, YEAR_MS } from '@/lib/tools/units';

/** One thing that a person sets on a tool’s page: from it follow its control and its parameter in the address. */
export type Field = ChoiceField | NumberField | DurationField | ManyField | TextField;

/** One of a few. The first value is where it stands at first. */
export type ChoiceField = ChoiceKnob;

export interface NumberField {
  readonly kind: 'number';
  readonly label: string;
  readonly help: string;
  readonly initial: number;
  readonly min: number;
  readonly max: number;
  /** What is counted, as written behind the number. */
  readonly unit?: string;
  /** Parts of a unit make sense. */
  readonly fractions?: true;
}

/** A stretch of time, in whole ms. */
export interface DurationField {
  readonly kind: 'duration';
  readonly label: string;
  readonly help: string;
  readonly initial: number;
  readonly min: number;
  readonly max: number;
}

/** Any of several. All of them are chosen at first, unless `initial` says which. */
export interface ManyField {
  readonly kind: 'many';
  readonly label: string;
  readonly help: string;
  readonly values: readonly { readonly value: string; readonly label: string }[];
  readonly initial?: readonly string[];
}

export interface TextField {
  readonly kind: 'text';
  readonly label: string;
  readonly help: string;
  readonly initial: string;
  readonly charactersMax: number;
}

export type Fields = Readonly<Record<string, Field>>;

export type FieldValue = string | number | readonly string[];

type ValueOf<F extends Field> = F extends { kind: 'number' | 'duration' }
  ? number
  : F extends { kind: 'many' }
    ? readonly string[]
    : F extends { kind: 'choice'; values: readonly { value: infer V }[] }
      ? V
      : string;

/** Where all fields of a page stand. */
export type Values<F extends Fields> = { readonly [Name in keyof F]: ValueOf<F[Name]> };

export function initialValue(field: Field): FieldValue {
  switch (field.kind) {
    case 'choice':
      return field.values[0]?.value ?? '';
    case 'many':
      return field.initial ?? field.values.map(({ value }) => value);
    default:
      return field.initial;
  }
}

export const initialValues = <F extends Fields>(fields: F): Values<F> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, initialValue(field)]),
  ) as Values<F>;

/** What came of reading a text. `exact` is false where the value is only the nearest that there is. */
export interface ReadValue {
  readonly value: FieldValue;
  readonly exact: boolean;
}

/** Nobody writes a number or a duration longer than this. */
const NUMBER_CHARACTERS_MAX = 24;
const DURATION_CHARACTERS_MAX = 60;

/** Reads a field as written in an address or by hand; null where nothing can be made of it. */
export function readValue(field: Field, text: string): ReadValue | null {
  switch (field.kind) {
    case 'choice':
      return field.values.some(({ value }) => value === text) ? { value: text, exact: true } : null;
    case 'number':
      return nearest(field, readNumber(text), field.fractions ? (value) => value : Math.round);
    case 'duration':
      return nearest(field, readDuration(text), Math.round);
    case 'many':
      return readMany(field, text);
    case 'text':
      return nearestText(text, field.charactersMax);
  }
}

/** As an address has it: read again, it is the same value. */
export function writeValue(field: Field, value: FieldValue): string {
  if (field.kind === 'duration' && typeof value === 'number') return writeDuration(value);
  return typeof value === 'object' ? value.join(',') || NONE : String(value);
}

const NONE = 'none';

function readMany(field: ManyField, text: string): ReadValue | null {
  const asked = text === NONE ? [] : text.split(',');
  const value = field.values.map((each) => each.value).filter((each) => asked.includes(each));
  const known = new Set(value);
  const exact = asked.every((each) => known.has(each)) && asked.length === known.size;
  return value.length === 0 && asked.length > 0 ? null : { value, exact };
}

/**
 * Without halves of surrogate pairs, which no address can hold. Nothing can be made of one that is too long: cut, it
 * would say something else.
 */
function nearestText(text: string, charactersMax: number): ReadValue | null {
  if (text.length > charactersMax) return null;
  const value = text.replace(
    /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g,
    '\uFFFD',
  );
  return { value, exact: value === text };
}

function nearest(
  { min, max }: { readonly min: number; readonly max: number },
  read: number | null,
  round: (value: number) => number,
): ReadValue | null {
  if (read === null) return null;
  const value = Math.min(max, Math.max(min, round(read)));
  return { value, exact: value === read };
}

/** Digits, perhaps with commas or spaces between thousands, a fraction or an exponent; null for anything else. */
function readNumber(text: string): number | null {
  const plain = text.trim().replace(/(?<=\d)[,\s](?=\d{3}(\D|$))/g, '');
  const isNumber = /^-?(\d+(\.\d*)?|\.\d+)(e[+-]?\d{1,3})?$/i.test(plain);
  const value = Number(plain);
  return isNumber && plain.length <= NUMBER_CHARACTERS_MAX && Number.isFinite(value) ? value : null;
}

const MS_PER_UNIT: readonly (readonly [unit: string, ms: number, spelt: RegExp])[] = [
  ['d', DAY_MS, /^(d|day|days)$/],
  ['h', HOUR_MS, /^(h|hr|hrs|hour|hours)$/],
  ['min', MINUTE_MS, /^(m|min|mins|minute|minutes)$/],
  ['s', 1000, /^(s|sec|secs|second|seconds)$/],
  ['ms', 1, /^(ms|millisecond|milliseconds)$/],
];

/** The last two are read, and never written: not every stretch of days is a whole number of them. */
const MS_PER_READ_UNIT: typeof MS_PER_UNIT = [
  ...MS_PER_UNIT,
  ['w', 7 * DAY_MS, /^(w|week|weeks)$/],
  ['y', YEAR_MS, /^(y|yr|yrs|year|years)$/],
];

/** An amount and its unit, perhaps behind what joins them to those before: `24 h`, ` 11 min`, ` and 3 s`. */
const DURATION_PART = /(?:,|\band\b)?\s*(\d[\d.,\s]*|\.\d+)([a-z]+)\s*/y;

/**
 * `90s`, `5 min`, `24h`, `30 days`, `2 weeks`, `1 year`; or several, from the largest unit to the smallest, as
 * `24 h 11 min`. A bare 0 needs no unit. Null for anything else.
 */
function readDuration(text: string): number | null {
  const plain = text.trim().toLowerCase();
  if (plain.length > DURATION_CHARACTERS_MAX) return null;
  if (readNumber(plain) === 0) return 0;
  let [sum, before, at] = [0, Infinity, 0];
  while (at < plain.length) {
    DURATION_PART.lastIndex = at;
    const [whole = '', digits = '', word = ''] = DURATION_PART.exec(plain) ?? [];
    const amount = readNumber(digits);
    const unitMs = MS_PER_READ_UNIT.find(([, , spelt]) => spelt.test(word))?.[1];
    if (amount === null || unitMs === undefined || unitMs >= before) return null;
    [sum, before, at] = [sum + amount * unitMs, unitMs, at + whole.length];
  }
  return at > 0 ? sum : null;
}

/** In the largest unit of which it is a whole number; a single day is 24 hours, as people say it. */
export function writeDuration(durationMs: number): string {
  const whole = MS_PER_UNIT.find(
    ([unit, ms]) => durationMs % ms === 0 && durationMs >= (unit === 'd' ? 2 * ms : ms),
  );
  return whole ? `${durationMs / whole[1]}${whole[0]}` : '0s';
}
