import { type ReadLink, Reader, shortened } from '@/lib/permalink/reader';

/** What is looked for on a page with a search box: exactly what stands in the box. */
export interface SearchView {
  readonly search: string;
}

/** Longer than anything to be found. */
export const SEARCH_CHARACTERS_MAX = 100;

/** The query of a search, without `?`. */
export const searchToQuery = ({ search }: SearchView): string =>
  // Unlike encodeURIComponent this takes half of a surrogate pair, which a text cut short may end in.
  search === '' ? '' : new URLSearchParams({ q: search }).toString();

/** Total: what can’t be read is left out, and a sentence says so. */
export function searchFromQuery(query: string): ReadLink<SearchView> {
  const reader = new Reader(query);
  const text = reader.text('q') ?? '';
  const search = text.slice(0, SEARCH_CHARACTERS_MAX);
  if (search !== text) {
    reader.complaints.push(
      `At most ${SEARCH_CHARACTERS_MAX} characters can be looked for; the rest of “${shortened(text)}” was left out.`,
    );
  }
  reader.refuseRepeated();
  reader.refuseUnknown(['q'], 'This page');
  return { view: { search }, complaints: reader.complaints };
}
