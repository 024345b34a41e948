import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { choicesOf } from '@/lib/engine/choices';
import { play, scriptOf } from '@/lib/engine/run';
import { step } from '@/lib/engine/step';
import type { Trace } from '@/lib/engine/trace';
import { type Budget, walk } from '@/lib/engine/walk';
import { createWorld, type World } from '@/lib/engine/world';
import { explore } from '@/lib/explorer/explore';
import type { Question } from '@/lib/explorer/question';
import { OUTCOMES } from '@/lib/outcomes/outcome';
import { fromQuery, initialView, toQuery } from '@/lib/permalink/permalink';
import { COLUMNS, type FaultName, FAULTS, faultQuestion } from '@/lib/scenario/fault-columns';
import { initialSettings } from '@/lib/scenario/knobs';
import { questionOf } from '@/lib/scenario/question';
import { ownScriptText, playScenario, readScript } from '@/lib/scenario/play';
import { mapGroup, type MapRow, verdictsOf } from '@/lib/scenario/safety-map';
import type { Scenario } from '@/lib/scenario/scenario';
import { catalogue, scenarioBySlug } from '@/simulations/catalogue';
import { FIRST_LESSONS } from '@/simulations/first-lessons';

/** Of whose slow back end a script of the column alone shows nothing on the scenario's page. */
const TOLD_ANEW = 'who-makes-the-key';
/** The first lessons, that one, and every fifth: all of them take minutes, and are made when the site is built. */
const groups = catalogue
  .filter(({ slug }, at) => [...FIRST_LESSONS, TOLD_ANEW].includes(slug) || at % 5 === 4)
  .map((scenario) => mapGroup(scenario));

describe.each(groups)('the safety map of $scenario.slug', ({ scenario, rows }) => {
  it('starts with the initial settings, and has no row twice', () => {
    expect(rows[0]?.settings).toEqual(initialSettings(scenario.knobs));
    expect(new Set(rows.map(({ settings }) => JSON.stringify(settings))).size).toBe(rows.length);
  });

  it('has looked at everything', () => {
    const left = cellsOf(rows).filter(({ verdict }) => verdict?.complete === false);
    expect(left).toEqual([]);
  });

  it('links to the very outcome, in the words of the lab and with its own cast', () => {
    for (const { settings, verdict } of cellsOf(rows)) {
      for (const { outcome, text } of verdict?.found ?? []) {
        const query = toQuery(scenario, { ...initialView(scenario), settings, script: text });
        const { view, complaints } = fromQuery(scenario, query);
        expect(complaints).toEqual([]);
        const { script } = readScript(
          scenario,
          view.settings,
          view.script ?? ownScriptText(scenario, view.settings),
        );
        const played = playScenario(scenario, view.settings, script);
        expect(played.judgement.outcomes[outcome].present, query).toBe(true);
        expect(played.run.unapplied, query).toEqual([]);
        expect(played.run.ending, query).toBe('quiescent');
      }
    }
  });

  it('shows each outcome by a fault of its own column, within its bounds', () => {
    for (const { settings, column, verdict } of cellsOf(rows)) {
      if (column === 'overall') continue;
      const bounds = faultQuestion(scenario, settings, column)?.bounds;
      for (const { script } of verdict?.found ?? []) {
        const counts = faultsIn(playScenario(scenario, settings, script).run.trace);
        expect(counts.lost).toBeLessThanOrEqual(bounds?.losses ?? 0);
        expect(counts.duplicated).toBeLessThanOrEqual(bounds?.duplicates ?? 0);
        expect(counts.crashed).toBeLessThanOrEqual(bounds?.crashes ?? 0);
      }
    }
  });
});

/** What holds of the columns is the same for all. */
const first = groups.filter(({ scenario }) => FIRST_LESSONS.includes(scenario.slug));

const columns = first.flatMap(({ scenario, rows }) =>
  rows.flatMap(({ settings }) =>
    FAULTS.flatMap((fault) => {
      const question = faultQuestion(scenario, settings, fault);
      return question
        ? [{ scenario, settings, fault, question, title: titleOf(scenario, settings, fault) }]
        : [];
    }),
  ),
);

describe('a calm day', () => {
  it('finds nothing on a day on which nothing goes wrong', () => {
    for (const { scenario, rows } of first) {
      for (const { settings } of rows) {
        const question = faultQuestion(scenario, settings, 'crash');
        if (!question) continue;
        const calm = { ...question, bounds: { ...question.bounds, crashes: 0 } };
        const { outcomes, complete } = explore(calm);
        expect(complete).toBe(true);
        expect(OUTCOMES.filter((name) => outcomes[name].reachable)).toEqual([]);
      }
    }
  });
});

describe('a column of the map', () => {
  it.each(columns)('allows its fault and no other: $title', ({ fault, question }) => {
    const met = new Set<string>();
    const first = createWorld(question.cast);
    fc.assert(
      fc.property(walks, (picks) => {
        for (const kind of faultsAlong(first, question, picks)) met.add(kind);
      }),
      { numRuns: 30 },
    );
    expect([...met]).toEqual([KINDS[fault]]);
  });

  it.each(columns)('is a part of what the scenario allows: $title', (column) => {
    const { scenario, settings, question } = column;
    const [own, first] = [createWorld(scenario.cast(settings)), createWorld(question.cast)];
    fc.assert(
      fc.property(walks, (picks) => {
        const { trace } = walk(first, picks, budgetOf(question));
        const again = play(own, scriptOf(trace));
        expect(again.unapplied).toEqual([]);
        expect(again.trace.map(({ kind, facts }) => ({ kind, facts }))).toEqual(
          trace.map(({ kind, facts }) => ({ kind, facts })),
        );
      }),
      { numRuns: 30 },
    );
  });

  it('is left out where its fault has nothing to strike', () => {
    const some = [...first.map(({ scenario }) => scenario), scenarioBySlug('redelivered-flag')];
    const absent = some.flatMap((scenario) =>
      FAULTS.filter(
        (fault) => scenario && !faultQuestion(scenario, initialSettings(scenario.knobs), fault),
      ).map((fault) => `${scenario?.slug} ${fault}`),
    );
    expect(absent).toEqual([
      // Their databases answer at once, by what they teach.
      ...['crash-window slow', 'redelivery slow'],
      // On one connection nothing is doubled.
      ...['redelivered-flag duplicate', 'redelivered-flag slow'],
    ]);
  });
});

describe('the last column', () => {
  it('has whatever another column has, and whatever the page finds', () => {
    for (const { scenario, rows } of groups) {
      for (const { settings, verdicts } of rows) {
        const { outcomes } = explore(questionOf(scenario, settings));
        const found = [
          ...FAULTS.flatMap((fault) => verdicts[fault]?.found ?? []).map(({ outcome }) => outcome),
          ...OUTCOMES.filter((outcome) => outcomes[outcome].reachable),
        ];
        const overall = verdicts.overall.found.map(({ outcome }) => outcome);
        expect(overall).toEqual(OUTCOMES.filter((outcome) => found.includes(outcome)));
      }
    }
  });

  it.each([
    ['store-loss', { store: 'redis', loss: 'failover' }],
    ['checkout-saga', { steps: 'keyed', compensation: 'naive' }],
  ])('of %s has a harm that needs more than one kind of fault', (slug, defences) => {
    const scenario = scenarioBySlug(slug);
    if (!scenario) throw new Error(slug);
    const settings = { ...initialSettings(scenario.knobs), ...defences };
    const verdicts = verdictsOf(scenario, settings);
    for (const fault of FAULTS) expect(verdicts[fault]?.found ?? []).toEqual([]);
    const [found] = verdicts.overall.found;
    expect(found?.outcome).toBe('duplicate');
    expect(new Set(found?.script.map(({ kind }) => kind)).size).toBeGreaterThan(1);
  });
});

it('the maps of the first lessons say what they have said', () => {
  expect(first.flatMap(linesOf)).toMatchInlineSnapshot(`
    [
      "lost-response none 2 shop, none duplicate duplicate duplicate duplicate duplicate duplicate",
      "lost-response per-intent 2 shop, none none none stuck none none stuck",
      "check-then-act check-then-act conflict 2 shop, none none duplicate duplicate duplicate duplicate duplicate",
      "check-then-act check-then-act wait 2 shop, none none duplicate duplicate duplicate duplicate duplicate",
      "check-then-act atomic conflict 2 shop, none none none stuck none none stuck",
      "check-then-act atomic wait 2 shop, none none none stuck none none stuck",
      "crash-window after, none none duplicate duplicate - duplicate duplicate",
      "crash-window same-transaction, none none none none - none none",
      "redelivery none, none duplicate duplicate duplicate - duplicate duplicate",
      "redelivery inbox, none none none none - none none",
    ]
  `);
});

// Helpers

const walks = fc.array(fc.nat({ max: 1000 }), { minLength: 10, maxLength: 60 });

/** What a walk meets if the column allows what it says. */
const KINDS: Readonly<Record<FaultName, string>> = {
  ...{ lostRequest: 'lose on', lostReply: 'lose back', duplicate: 'duplicate' },
  ...{ crash: 'crash', slow: 'delay behind', late: 'delay between' },
};

const budgetOf = ({ bounds: { losses, duplicates, crashes } }: Question): Budget => ({
  ...{ lose: losses, duplicate: duplicates, crash: crashes, delay: 2 },
});

/** Every fault that a walk could have chosen within the bounds, as a word. */
function faultsAlong(
  first: World,
  question: Question,
  picks: readonly number[],
): ReadonlySet<string> {
  const words = new Set<string>();
  const left: Record<string, number> = { ...budgetOf(question) };
  let world = first;
  for (const pick of picks) {
    const choices = choicesOf(world).filter(({ kind }) => (left[kind] ?? 1) > 0);
    for (const choice of choices) {
      const word = wordOf(world, choice);
      if (word) words.add(word);
    }
    const choice = choices[pick % choices.length];
    if (!choice) break;
    left[choice.kind] = (left[choice.kind] ?? Infinity) - 1;
    world = step(world, choice).world;
  }
  return words;
}

const BEHIND: readonly string[] = ['store', 'database', 'provider'];
const CLIENTS: readonly string[] = ['client', 'queue'];

function wordOf(world: World, choice: ReturnType<typeof choicesOf>[number]): string | null {
  switch (choice.kind) {
    case 'crash':
      return 'crash';
    case 'lose':
    case 'duplicate':
    case 'delay': {
      const envelope = world.envelopes[choice.parcel];
      if (!envelope) return null;
      const [from, to] = [envelope.from, envelope.to].map((id) => world.system.process(id).kind);
      if (choice.kind === 'duplicate') return 'duplicate';
      if (choice.kind === 'delay') {
        return [from, to].some((kind) => BEHIND.includes(kind ?? ''))
          ? 'delay behind'
          : 'delay between';
      }
      // The queue is asked by the shop, and itself asks the consumer.
      const isReply = to === 'client' || (to === 'queue' && from === 'consumer');
      expect(isReply || CLIENTS.includes(from ?? '')).toBe(true);
      return isReply ? 'lose back' : 'lose on';
    }
    default:
      return null;
  }
}

const faultsIn = (trace: Trace) => ({
  lost: trace.filter(({ kind }) => kind === 'lost').length,
  duplicated: trace.filter(({ kind }) => kind === 'duplicated').length,
  crashed: trace.filter(({ kind }) => kind === 'crashed').length,
});

const cellsOf = (rows: readonly MapRow[]) =>
  rows.flatMap(({ settings, verdicts }) =>
    COLUMNS.map((column) => ({ settings, column, verdict: verdicts[column] })),
  );

function titleOf({ slug, knobs }: Scenario, settings: MapRow['settings'], fault: string): string {
  return `${slug} ${Object.keys(knobs)
    .map((name) => settings[name])
    .join(' ')}, ${fault}`;
}

/** A row as a line: its settings, and what each column does to them. */
const linesOf = ({ scenario, rows }: (typeof groups)[number]): readonly string[] =>
  rows.map(({ settings, verdicts }) => {
    const cells = COLUMNS.map((column) => {
      const found = verdicts[column]?.found.map(({ outcome }) => outcome);
      return found ? found.join('+') || 'none' : '-';
    });
    return titleOf(scenario, settings, cells.join(' '));
  });
