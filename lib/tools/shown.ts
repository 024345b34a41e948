import { labelOf } from '@/lib/scenario/knobs';
import { type Field, type FieldValue, readValue, writeValue } from '@/lib/tools/fields';
import { YEAR_MS } from '@/lib/tools/units';
import { durationWords } from '@/lib/tools/words';
import { counted } from '@/lib/words/counted';

/** A value for the eye, which can be read again as well: `24 h`, `10 years`, `1,000,000`. */
export function shownValue(field: Field, value: FieldValue): string {
  const written = writeValue(field, value);
  if (field.kind !== 'number' && field.kind !== 'duration') return written;
  if (field.kind === 'duration' && Number(value) > 0 && Number(value) % YEAR_MS === 0) {
    return durationWords(Number(value));
  }
  return written
    .replace(/^\d{4,}/, (digits) => counted(Number(digits)))
    .replace(/(?<=\d)(?=[a-z]+$)/, ' ');
}

/** As a person reads it who has no control before them: `24 h`, `100 a second`, `full`. */
export function settingWords(field: Field, value: FieldValue): string {
  if (field.kind === 'choice') return labelOf(field, String(value));
  if (field.kind === 'many') {
    const chosen = field.values.filter((each) => (value as readonly string[]).includes(each.value));
    return chosen.map(({ label }) => label).join(', ') || writeValue(field, value);
  }
  const unit = field.kind === 'number' && field.unit ? ` ${field.unit}` : '';
  return shownValue(field, value) + unit;
}

/**
 * What became of a text that the field could not hold as it was typed: `taken as 20, the most`, or
 * `not understood; 24 h kept`. Null where it could. `value` is where the field stands since.
 */
export function takenWords(field: Field, text: string, value: FieldValue): string | null {
  const read = readValue(field, text);
  if (!read && field.kind === 'text') {
    return `${text.length} characters, and ${field.charactersMax} are the most: not read; the text before kept`;
  }
  const shown = shownValue(field, value);
  if (!read) return `not understood; ${shown} kept`;
  if (read.exact || (field.kind !== 'number' && field.kind !== 'duration')) return null;
  const bound = value === field.max ? ', the most' : value === field.min ? ', the least' : '';
  return `taken as ${shown}${bound}`;
}
