import { countWords } from '@/lib/scenario/count-words';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** The mean Gregorian year. */
const YEAR_MS = 365.2425 * DAY_MS;
/** About 13.8 thousand million years. */
const UNIVERSE_YEARS = 1.38e10;

/** Units with how they are called and up to which amount they are used. */
const UNITS: readonly (readonly [ms: number, one: string, many: string])[] = [
  [YEAR_MS, 'year', 'years'],
  [DAY_MS, 'day', 'days'],
  [HOUR_MS, 'h', 'h'],
  [MINUTE_MS, 'min', 'min'],
  [1000, 's', 's'],
];

/** A stretch of time with at most three figures: `350 ms`, `1.5 s`, `24 h`, `30 days`, `2.7 million years`. */
export function durationWords(durationMs: number): string {
  if (durationMs === Infinity) return 'for ever';
  if (durationMs === DAY_MS) return '24 h';
  if (durationMs === 0) return '0';
  // Rounding must not lead to “60 min”.
  const unit = UNITS.find(([ms]) => Number((durationMs / ms).toPrecision(3)) >= 1);
  if (!unit) return `${figures(durationMs)} ms`;
  const amount = durationMs / unit[0];
  return `${figures(amount)} ${Number(amount.toPrecision(3)) === 1 ? unit[1] : unit[2]}`;
}

const MILLION = 1e6;
/** From here on a number is written as a power of ten. */
const POWERS_FROM = 1e12;
const POWERS_BELOW = 1e-6;

/** At most three figures that matter: `0.35`, `12`, `1,230`, `2.7 million`, `10¹⁸`. */
export function figures(value: number): string {
  if (value === 0) return '0';
  if (value >= POWERS_FROM || value < POWERS_BELOW) return powerWords(value);
  const rounded = Number(value.toPrecision(3));
  if (rounded >= POWERS_FROM) return powerWords(rounded);
  return rounded >= MILLION ? `${thousands(rounded / MILLION)} million` : thousands(rounded);
}

const thousands = (value: number): string =>
  value >= 1000 ? countWords(value) : String(Number(value.toPrecision(3)));

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
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB', 'PB', 'EB'];
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
  const everyMs = 1000 / timesPerSecond;
  if (everyMs / YEAR_MS > UNIVERSE_YEARS) {
    return `once in ${figures(everyMs / YEAR_MS)} years, longer than the universe is old`;
  }
  return `once in ${durationWords(everyMs)}`;
}
