import { describe, expect, it } from 'vitest';

import type { Script } from '@/lib/engine/directive';
import type { Cast } from '@/lib/engine/model';
import { run } from '@/lib/engine/run';
import { shop, type ShopPlan } from '@/lib/engine/toy-casts';
import { firstDivergence } from '@/lib/projections/divergence';
import { formatMs } from '@/lib/projections/format-ms';
import { toSequenceDiagram } from '@/lib/projections/sequence-diagram';
import { pathOf, statesAt } from '@/lib/projections/states';
import { told } from '@/lib/projections/toy-telling';
import { statesOf } from '@/lib/engine/world';

describe('beats', () => {
  it('tell a calm day in sentences', () => {
    expect(sentences({}, [])).toMatchInlineSnapshot(`
      "0 Work 1 wanted: the person asks the asker.
      100 Asker to shop-a: work.asked.
      300 Shop-a: done working.
      300 Shop-a to notebook: note.made. Noted, work 1.
      300 Notebook answers shop-a: note.kept.
      400 Shop-a answers asker: work.answered."
    `);
  });

  it('tell of a loss, and of what is done again', () => {
    expect(sentences({}, [{ kind: 'lose', from: 'shop', to: 'asker', nth: 1 }]))
      .toMatchInlineSnapshot(`
      "0 Work 1 wanted: the person asks the asker.
      100 Asker to shop-a: work.asked.
      300 Shop-a: done working.
      300 Shop-a to notebook: note.made. Noted, work 1.
      300 Notebook answers shop-a: note.kept.
      300 Lost: work.answered, from shop-a to asker.
      900 Asker: no answer in time.
      1000 Asker to shop-a: work.asked.
      1200 Shop-a: done working.
      1200 Shop-a to notebook: note.made. Noted again, work 1.
      1200 Notebook answers shop-a: note.kept.
      1300 Shop-a answers asker: work.answered."
    `);
  });

  it('tell of a crash, and of what outlives its sender', () => {
    const script: Script = [{ kind: 'crash', process: 'shop', nth: 2 }];
    expect(sentences({}, script)).toMatchInlineSnapshot(`
      "0 Work 1 wanted: the person asks the asker.
      100 Asker to shop-a: work.asked.
      300 Shop-a: done working.
      300 Shop-a crashes, and remembers nothing when it starts again.
      300 Shop-a to notebook: note.made, sent before the crash. Noted, work 1.
      900 Asker: no answer in time.
      1000 Asker to shop-a: work.asked.
      1200 Shop-a: done working.
      1200 Shop-a to notebook: note.made. Noted again, work 1.
      1200 Notebook answers shop-a: note.kept.
      1300 Shop-a answers asker: work.answered."
    `);
  });

  it('say less of it on an arrow, where the crash is drawn above', () => {
    const { beats } = told({}, [{ kind: 'crash', process: 'shop', nth: 2 }]);
    const arrows = beats.map(({ arrow }) => arrow?.text);
    expect(arrows).toContain('note.made, before the crash');
  });

  it('tell of a copy, of what is held back, and of what comes late', () => {
    const script: Script = [
      { kind: 'duplicate', from: 'asker', to: 'shop', nth: 1 },
      { kind: 'delay', from: 'shop', to: 'asker', nth: 1 },
    ];
    expect(sentences({}, script)).toMatchInlineSnapshot(`
      "0 Work 1 wanted: the person asks the asker.
      0 Work.asked, from asker to shop-a, is copied.
      100 Asker to shop-a: work.asked.
      100 Asker to shop-a: work.asked, a copy.
      300 Shop-a: done working.
      300 Shop-a to notebook: note.made. Noted, work 1.
      300 Notebook answers shop-a: note.kept.
      300 Work.answered, from shop-a to asker, is held back.
      300 Shop-a: done working.
      300 Shop-a to notebook: note.made. Noted again, work 1.
      300 Notebook answers shop-a: note.kept.
      400 Shop-a answers asker: work.answered.
      700 Shop-a answers asker: work.answered, late, unheard."
    `);
  });

  it('say what dies with its addressee: the answer, or what else is on its way', () => {
    const answered = told({}, [
      { kind: 'deliver', from: 'shop', to: 'note-book', nth: 1 },
      { kind: 'crash', process: 'shop', nth: 2 },
    ]);
    const asked = told(
      { usualTicks: 3 },
      [
        { kind: 'deliver', from: 'person', to: 'asker', nth: 1 },
        { kind: 'crash', process: 'shop', nth: 0 },
      ],
      connecting,
    );
    const crashes = [answered, asked].map(({ beats }) => beats.find(({ crash }) => crash));
    expect(crashes.map((beat) => beat?.sentence.split('. ')[1])).toEqual([
      'The answer on its way to it reaches nobody.',
      'What is on its way to it reaches nobody.',
    ]);
  });

  it('take the tone of the worst that happens in them', () => {
    const { beats } = told({ memory: false }, [
      { kind: 'lose', from: 'shop', to: 'asker', nth: 1 },
    ]);
    const tones = beats.map(({ tone }) => tone);
    expect(tones.filter((tone) => tone !== 'calm')).toEqual(['intent', 'effect', 'fault', 'harm']);
  });

  it('open and close a piece of work in pairs', () => {
    const { beats } = told({}, [{ kind: 'crash', process: 'shop', nth: 1 }]);
    const sum = beats.flatMap(({ activity }) => activity).reduce((all, { by }) => all + by, 0);
    expect(sum).toBe(0);
    expect(beats.find(({ crash }) => crash)?.activity).toEqual([{ process: 'shop-a', by: -1 }]);
  });
});

describe('a sequence diagram', () => {
  it('shows each beat by its number', () => {
    const { beats, cast } = told({ memory: false }, [
      { kind: 'lose', from: 'shop', to: 'asker', nth: 1 },
      { kind: 'crash', process: 'shop', nth: 4 },
    ]);
    const { source, lines } = toSequenceDiagram(beats, cast, {
      title: 'T; x',
      description: 'D\ne',
    });
    expect(source).toMatchInlineSnapshot(`
      "sequenceDiagram
        accTitle: T#59; x
        accDescr: D e
        participant asker as asker
        participant shop-a as shop-a
        participant note-book as notebook
        Note over asker: 1 · work 1 wanted
        asker->>shop-a: 2 · work.asked
        activate shop-a
        Note over shop-a: 3 · done working
        shop-a->>note-book: 4 · note.made
        Note over note-book: noted, work 1
        note-book-->>shop-a: 5 · note.kept
        deactivate shop-a
        shop-a--xasker: 6 · work.answered, lost
        Note over asker: 7 · no answer in time
        asker->>shop-a: 8 · work.asked
        activate shop-a
        deactivate shop-a
        Note over shop-a: 9 · crash: forgets everything
        Note over asker: 10 · no answer in time
        asker->>shop-a: 11 · work.asked
        activate shop-a
        Note over shop-a: 12 · done working
        shop-a->>note-book: 13 · note.made
        Note over note-book: noted again, work 1
        note-book-->>shop-a: 14 · note.kept
        deactivate shop-a
        shop-a-->>asker: 15 · work.answered"
    `);
    const drawn = source.split('\n');
    const kinds = (kind: string) => lines.filter((line) => line.kind === kind).length;
    expect(kinds('message')).toBe(drawn.filter((line) => /->>|-->>|--x/.test(line)).length);
    expect(kinds('note')).toBe(drawn.filter((line) => line.startsWith('  Note')).length);
    expect(kinds('activation')).toBe(drawn.filter((line) => line.startsWith('  activate')).length);
  });
});

describe('a part of a story', () => {
  it('closes all work that it has seen begin, and no other', () => {
    const { beats, cast } = told({}, []);
    for (const from of beats.keys()) {
      const { source } = toSequenceDiagram(beats.slice(from), cast);
      const count = (word: string) => source.split(` ${word} `).length;
      expect(count('deactivate')).toBe(count('activate'));
    }
  });
});

describe('states', () => {
  it('are those at the start, then those after each step', () => {
    const played = run(shop(), []);
    expect(statesAt(played, 0)).toEqual(statesOf(played.first));
    expect(statesAt(played, played.trace.length)).toEqual(statesOf(played.last));
    expect(statesAt(played, 2)['shop-a.1']?.value).toBe('working');
  });

  it('have paths as their charts name them', () => {
    expect(pathOf('idle')).toBe('idle');
    expect(pathOf({ a: 'b' })).toBe('a.b');
    expect(pathOf({ a: { b: 'c' } })).toBe('a.b.c');
    expect(pathOf({})).toBe('');
  });
});

describe('the first divergence', () => {
  const [calm, lossy] = [
    told({}, []),
    told({}, [{ kind: 'lose', from: 'shop', to: 'asker', nth: 1 }]),
  ];

  it('is the step at which two stories differ, also in their hour, or one has ended', () => {
    expect(firstDivergence(calm.beats, calm.beats)).toBeNull();
    expect(firstDivergence(calm.beats, lossy.beats)).toBe(
      lossy.trace.findIndex(({ kind }) => kind === 'lost'),
    );
    expect(firstDivergence(calm.beats, calm.beats.slice(0, 3))).toBe(3);
    const later = calm.beats.map((beat) => ({
      ...beat,
      atMs: beat.atMs + (beat.index > 1 ? 1 : 0),
    }));
    expect(firstDivergence(calm.beats, later)).toBe(2);
  });
});

it('writes virtual time for people', () => {
  const times = [0, 7, 999, 1000, 12_345, 1_000_000].map(formatMs);
  expect(times).toEqual(['0 ms', '7 ms', '999 ms', '1,000 ms', '12,345 ms', '1,000,000 ms']);
});

// Helpers

/** Whoever may crash opened the connections on which requests come to it. */
const connecting = (cast: Cast): Cast => ({
  ...cast,
  processes: cast.processes.map((each) => ({ ...each, connects: each.crashes })),
});

const sentences = (plan: Partial<ShopPlan>, script: Script): string =>
  told(plan, script)
    .beats.map(({ atMs, sentence }) => `${atMs} ${sentence}`)
    .join('\n');
