import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  type Directive,
  formatDirective,
  formatScript,
  isFault,
  MESSAGE_VERBS,
  type Names,
  parseDirective,
  parseScript,
} from '@/lib/engine/directive';

describe('a directive', () => {
  it('is read as it was written, whatever hyphens and dots its names hold', () => {
    fc.assert(
      fc.property(casts, directives, (names, make) => {
        const directive = make(names);
        expect(parseDirective(formatDirective(directive), names)).toEqual(directive);
      }),
      { numRuns: 2000 },
    );
  });

  it('is written as it was read, if it was written without needless zeros', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const directive = parseDirective(text, NAMES);
        if (directive) expect(formatDirective(directive)).toBe(text.replace(/\.0+(?=\d)/, '.'));
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    'lose.api-client.1',
    'duplicate.note-book-api.12',
    'crash.api.0',
    'fire.api-a.1.3',
    'wait.5',
  ])('such as %s is known', (text) => {
    expect(parseDirective(text, NAMES)).not.toBeNull();
  });

  it.each([
    ...['', 'lose', 'lose.', 'lose.api-client', 'lose.api-client.', 'lose.api-client.0'],
    ...['lose.api-nobody.1', 'lose.api.1', 'lose.-client.1', 'lose.api-.1', 'LOSE.api-client.1'],
    ...['crash.nobody.1', 'crash.1', 'crash..1', 'crash.api.-1', 'crash.api.1.5'],
    ...['fire.api.1', 'fire.api-a.1.0', 'wait.0', 'wait.api.1', 'wait.1e3', 'wait.9999999'],
    ...['explode.api.1', ' lose.api-client.1', 'lose.api-client.1 ', 'lose.api-client.1\n'],
    ...['crash.constructor.1', 'crash.__proto__.1', 'fire.toString.1'],
  ])('is not %j', (text) => {
    expect(parseDirective(text, NAMES)).toBeNull();
  });

  it.each(['lose', 'duplicate', 'delay'] as const)('to %s is a fault', (kind) => {
    expect(isFault({ kind, from: 'api', to: 'client', nth: 1 })).toBe(true);
  });

  it('to deliver, to fire or to wait is none, to crash is', () => {
    expect(isFault({ kind: 'deliver', from: 'api', to: 'client', nth: 1 })).toBe(false);
    expect(isFault({ kind: 'fire', actor: 'client', nth: 1 })).toBe(false);
    expect(isFault({ kind: 'wait', ticks: 1 })).toBe(false);
    expect(isFault({ kind: 'crash', process: 'api', nth: 1 })).toBe(true);
  });
});

describe('a script', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(casts, fc.array(directives), (names, makes) => {
        const script = makes.map((make) => make(names));
        expect(parseScript(formatScript(script), names)).toEqual({ script, unreadable: [] });
      }),
    );
  });

  it('of nothing is empty', () => {
    expect(parseScript('', NAMES)).toEqual({ script: [], unreadable: [] });
  });

  it('says which of its parts could not be read, as they stood', () => {
    const { script, unreadable } = parseScript('wait.1~~lose.me-you.1~wait.2~', NAMES);
    expect(script.map(formatDirective)).toEqual(['wait.1', 'wait.2']);
    expect(unreadable).toEqual(['', 'lose.me-you.1', '']);
  });
});

// Helpers

const NAMES: Names = {
  processes: ['client', 'api', 'api-a', 'note-book'],
  actors: ['client', 'api-a.1', 'api-a.memory', 'note-book'],
};

/** Names whose parts never meet, as `a` and `b-c` beside `a-b` and `c` would: see the catalogue's test. */
const name = (initial: string) =>
  fc.stringMatching(/^[a-z0-9]{1,3}([-.][a-z0-9]{1,3}){0,2}$/).map((rest) => `${initial}_${rest}`);

const casts: fc.Arbitrary<Names> = fc.record({
  processes: fc.tuple(name('p'), name('q'), name('r')),
  actors: fc.tuple(name('a'), name('b')),
});

const nth = fc.integer({ min: 1, max: 999_999 });
const one = fc.nat({ max: 99 });
const at = (names: readonly string[], index: number): string => names[index % names.length] ?? '';

const directives: fc.Arbitrary<(names: Names) => Directive> = fc.oneof(
  fc
    .tuple(fc.constantFrom(...MESSAGE_VERBS), one, one, nth)
    .map(([kind, from, to, nth]) => ({ processes }: Names): Directive => ({
      ...{ kind, from: at(processes, from), to: at(processes, to), nth },
    })),
  fc
    .tuple(one, fc.nat({ max: 999_999 }))
    .map(([process, nth]) => ({ processes }: Names): Directive => ({
      ...{ kind: 'crash', process: at(processes, process), nth },
    })),
  fc.tuple(one, nth).map(([actor, nth]) => ({ actors }: Names): Directive => ({
    ...{ kind: 'fire', actor: at(actors, actor), nth },
  })),
  nth.map((ticks) => (): Directive => ({ kind: 'wait', ticks })),
);

/** Near misses and hits alike. */
const texts = fc
  .array(
    fc.constantFrom(
      ...['lose', 'crash', 'fire', 'wait', 'api', 'client', 'api-a.1', 'note-book', 'memory'],
      ...['.', '.', '.', '-', '0', '1', '12', '~', ' '],
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));
