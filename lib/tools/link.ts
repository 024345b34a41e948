import { readable } from '@/lib/permalink/readable';
import { type Fields, initialValue, readValue, type Values, writeValue } from '@/lib/tools/fields';

/** What was read from a tool’s address, and a sentence where not all of it could be. */
export interface ReadToolLink<F extends Fields> {
  readonly values: Values<F>;
  readonly complaint: string | null;
}

/** A query is data from strangers: no more of it than this is looked at. */
export const QUERY_CHARACTERS_MAX = 4000;
const NAMED_MAX = 3;
const SHOWN_CHARACTERS_MAX = 32;

/** The query of a page, without `?`. What stands where it stood at first is left out. */
export function toToolQuery<F extends Fields>(fields: F, values: Values<F>): string {
  return Object.entries(fields)
    .flatMap(([name, field]) => {
      const text = writeValue(field, values[name as keyof F]);
      const initial = writeValue(field, initialValue(field));
      return text === initial ? [] : [`${name}=${readable(text)}`];
    })
    .join('&');
}

/** Total: what can’t be read stands where it stood at first, what is too large or small at the nearest there is. */
export function fromToolQuery<F extends Fields>(fields: F, query: string): ReadToolLink<F> {
  const text = query.replace(/^\?/, '');
  const parameters = new URLSearchParams(text.slice(0, QUERY_CHARACTERS_MAX));
  const problems: Problem[] = [];
  const values = Object.fromEntries(
    Object.entries(fields).map(([name, field]) => {
      const initial = initialValue(field);
      const given = parameters.get(name);
      if (given === null) return [name, initial];
      const read = readValue(field, given);
      const value = read?.value ?? initial;
      if (!read?.exact) {
        problems.push({ what: `${name}=${given}`, instead: writeValue(field, value) });
      }
      return [name, value];
    }),
  ) as Values<F>;
  const names = [...parameters.keys()];
  for (const name of new Set(names)) {
    if (!Object.hasOwn(fields, name)) problems.push({ what: name, instead: null });
    else if (names.indexOf(name) !== names.lastIndexOf(name)) {
      problems.push({ what: `${name} (a second time)`, instead: null });
    }
  }
  if (text.length > QUERY_CHARACTERS_MAX) {
    problems.push({ what: `all after ${QUERY_CHARACTERS_MAX} characters`, instead: null });
  }
  return { values, complaint: complain(problems) };
}

interface Problem {
  readonly what: string;
  /** What is shown in its place; null where it was left out. */
  readonly instead: string | null;
}

/** However much is wrong, one sentence. */
function complain(problems: readonly Problem[]): string | null {
  const [only] = problems;
  if (!only) return null;
  if (problems.length === 1) {
    return only.instead === null
      ? `This link has a part that means nothing here and was left out: ${quoted(only.what)}.`
      : `This link has a part that can’t be used, ${quoted(only.what)}; ${insteadWords(only.instead)}.`;
  }
  const named = problems.slice(0, NAMED_MAX).map(({ what }) => quoted(what));
  const rest = problems.length - named.length;
  const list = rest > 0 ? `${named.join(', ')} and ${rest} more` : named.join(', ');
  return `This link has parts that can’t be used, and what comes nearest is shown instead: ${list}.`;
}

/** A value of no letters is a field that nobody has filled, or a question that nobody has answered. */
const insteadWords = (instead: string): string =>
  instead === '' ? 'it is left open' : `${quoted(instead)} is shown instead`;

const quoted = (text: string): string =>
  `“${text.length > SHOWN_CHARACTERS_MAX ? `${text.slice(0, SHOWN_CHARACTERS_MAX)}…` : text}”`;
