import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { SEARCH_CHARACTERS_MAX, searchFromQuery, searchToQuery } from '@/lib/permalink/search';

describe('a search’s link', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(searches, (search) => {
        expect(searchFromQuery(searchToQuery({ search }))).toEqual({
          ...{ view: { search }, complaints: [] },
        });
      }),
    );
  });

  it('is empty when nothing is looked for, and easy to read when something is', () => {
    expect(searchToQuery({ search: '' })).toBe('');
    expect(searchToQuery({ search: 'lost reply' })).toBe('q=lost+reply');
  });

  it('never throws, and never answers with more than can be looked for', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), (query) => {
        const { view } = searchFromQuery(query);
        expect(view.search.length).toBeLessThanOrEqual(SEARCH_CHARACTERS_MAX);
        expect(() => searchToQuery(view)).not.toThrow();
      }),
    );
  });

  it.each(['colour=red', 'q=a&q=b', `q=${'x'.repeat(SEARCH_CHARACTERS_MAX + 1)}`])(
    'says what of it was left out: %s',
    (query) => {
      expect(searchFromQuery(query).complaints).toHaveLength(1);
    },
  );
});

// Helpers

const searches = fc
  .string({ unit: 'grapheme', maxLength: 60 })
  .filter(({ length }) => length <= SEARCH_CHARACTERS_MAX);
