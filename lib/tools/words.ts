import { DAY_MS, HOUR_MS, MINUTE_MS, YEAR_MS } from '@/lib/tools/units';
import { counted } from '@/lib/words/counted';

/** Each unit, from how many of it on it is used, and the smaller one that what is left over is told in. */
const UNITS: readonly {
  readonly ms: number;
  readonly from: number;
  readonly name: string;
  readonly rest?: { readonly ms: number; readonly name: string };
}[] = [
  { ms: YEAR_MS, from: 1, name: 'year' },
  { ms: DAY_MS, from: 100, name: 'day' },
  { ms: DAY_MS, from: 2, name: 'day', rest: { ms: HOUR_MS, name: 'h' } },
  { ms: HOUR_MS, from: 1, name: 'h', rest: { ms: MINUTE_MS, name: 'min' } },
  { ms: MINUTE_MS, from: 1, name: 'min', rest: { ms: 1000, name: 's' } },
  { ms: 1000, from: 1, name: 's' },
];

/** A stretch of time, in one unit or two: `350 ms`, `1.5 s`, `24 h 11 min`, `30 days`, `2.7 million years`. */
export function durationWords(durationMs: number): string {
  if (durationMs === Infinity) return 'for ever';
  if (durationMs === 0) return '0';
  for (const { ms, from, name, rest } of UNITS) {
    // Rounded first, so that nothing is “60 min” or “1 h 60 min”.
    const amount = rest
      ? (Math.round(durationMs / rest.ms) * rest.ms) / ms
      : Number((durationMs / ms).toPrecision(3));
    if (amount < from) continue;
    if (!rest) return `${figures(amount)} ${unitOf(name, amount)}`;
    const whole = Math.floor(amount + 1e-9);
    const over = Math.round(((amount - whole) * ms) / rest.ms);
    const text = `${whole} ${unitOf(name, whole)}`;
    return over > 0 ? `${text} ${over} ${rest.name}` : text;
  }
  return `${figures(durationMs)} ms`;
}

/** To the millisecond, in as many units as that takes: `24 h`, `1 year 1 day`, `24 h 1 min 20 s`. */
export function exactWords(durationMs: number): string {
  let left = durationMs;
  const parts = EXACT.flatMap(({ ms, from, name }) => {
    const amount = left === durationMs && left < from * ms ? 0 : Math.floor(left / ms);
    left -= amount * ms;
    return amount > 0 ? [`${counted(amount)} ${unitOf(name, amount)}`] : [];
  });
  return parts.length > 0 ? parts.join(' ') : '0';
}

/** Each unit once, and milliseconds: nothing is rounded here. Up to two days are told in hours, as they are elsewhere. */
const EXACT = [
  ...UNITS.filter(({ ms, rest }) => ms !== DAY_MS || rest),
  { ms: 1, from: 1, name: 'ms' },
];

/** The same, never less than it is: for what must be outlasted. */
export const atMostWords = (durationMs: number): string => inGrains(durationMs, Math.ceil, -1e-9);

/** From one time to another, never less than the longest is: `0 to 500 ms`; one alone where both read alike. */
export function spanWords(leastMs: number, mostMs: number): string {
  const [least, most] = [inGrains(leastMs, Math.floor, 1e-9), atMostWords(mostMs)];
  return leastMs === mostMs || least === most ? most : `${least} to ${most}`;
}

/** Rounded up or down to what its words can tell; `slack` is how much of a grain is noise. */
function inGrains(durationMs: number, round: (grains: number) => number, slack: number): string {
  const unit = UNITS.find(({ ms, from }) => durationMs >= ms * from);
  const unitMs = unit?.ms ?? 1;
  const power = Math.floor(Math.log10(Math.max(1, durationMs / unitMs))) - 2;
  const grainMs = unit?.rest?.ms ?? unitMs * 10 ** power;
  return durationWords(round(durationMs / grainMs + slack) * grainMs);
}

const unitOf = (name: string, amount: number): string =>
  (name === 'day' || name === 'year') && amount !== 1 ? `${name}s` : name;

const [MILLION, BILLION] = [1e6, 1e9];
/** From here on a number is written as a power of ten. */
const POWERS_FROM = 1e12;
const POWERS_BELOW = 1e-6;

/** A whole number as it is; of others, and from a million on, three figures: `0.35`, `12`, `1,728`, `2.7 million`, `10¹⁸`. */
export function figures(value: number): string {
  if (value === 0) return '0';
  if (Number.isInteger(value) && value < MILLION) return counted(value);
  if (value >= POWERS_FROM || value < POWERS_BELOW) return powerWords(value);
  const rounded = Number(value.toPrecision(3));
  if (rounded >= POWERS_FROM) return powerWords(rounded);
  if (rounded >= BILLION) return `${thousands(rounded / BILLION)} billion`;
  return rounded >= MILLION ? `${thousands(rounded / MILLION)} million` : thousands(rounded);
}

const thousands = (value: number): string =>
  value >= 1000 ? counted(value) : String(Number(value.toPrecision(3)));

/** `3 × 10¹⁸`. */
function powerWords(value: number): string {
  const [digit = '', power = ''] = value.toExponential(0).split('e');
  const ten = `10${superscript(Number(power))}`;
  return digit === '1' ? ten : `${digit} × ${ten}`;
}

const superscript = (power: number): string =>
  String(power)
    .replace('-', '⁻')
    .replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)] ?? '');

/** Bytes, in steps of 1000 as disks are sold: `512 bytes`, `17.3 GB`. */
export function byteWords(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB', 'PB', 'EB', 'ZB', 'YB'];
  const step = bytes < 1000 ? 0 : Math.floor(Math.log10(Number(bytes.toPrecision(3))) / 3);
  const unit = Math.min(step, units.length - 1);
  return `${figures(bytes / 1000 ** unit)} ${units[unit] ?? ''}`;
}

/** A probability that anybody can picture: `51 %`, `1 in 2.1 million`, `certain`. */
export function chanceWords(probability: number): string {
  if (probability <= 0) return 'none';
  if (probability >= 1) return 'certain';
  if (probability > 0.9995) return 'all but certain';
  // What is not certain must not read as if it were.
  if (probability >= 0.995) return 'over 99 %';
  if (probability >= 0.01) return `${Number((probability * 100).toPrecision(2))} %`;
  return `1 in ${figures(1 / probability)}`;
}

/** How often something happens: `5 times a second`, `once in 3 days`, `never`. */
export function oftenWords(timesPerSecond: number): string {
  if (timesPerSecond <= 0) return 'never';
  if (timesPerSecond > 1) return `${figures(timesPerSecond)} times a second`;
  return `once in ${durationWords(1000 / timesPerSecond)}`;
}
