import { describe, expect, it } from 'vitest';

import type { Cast, Link } from '@/lib/engine/model';
import { boundsInWords, outsideInWords } from '@/lib/scenario/bounds-words';
import { initialSettings } from '@/lib/scenario/knobs';
import { playScenario, readScript } from '@/lib/scenario/play';
import { searchedInWords } from '@/lib/scenario/searched-words';
import { toyScenario } from '@/lib/scenario/toy-scenario';

const BOUNDS = { losses: 2, duplicates: 0, crashes: 0, retries: 2 };

describe('bounds in words', () => {
  it.each([
    [BOUNDS, 'at most 2 lost messages and 2 retries, and no doubled message or crash'],
    [
      { losses: 1, duplicates: 1, crashes: 1, retries: 1 },
      'at most 1 lost message, 1 doubled message, 1 crash and 1 retry',
    ],
    [
      { losses: 0, duplicates: 0, crashes: 0, retries: 0 },
      'no lost message, doubled message, crash or retry',
    ],
  ])('name every bound: %o', (bounds, words) => {
    expect(boundsInWords(bounds, null)).toBe(words);
  });

  it('say between whom messages can be lost, and who can crash', () => {
    const bounds = { losses: 1, duplicates: 1, crashes: 1, retries: 2 };
    const both = castOf(
      [link('client', 'api a'), link('api b', 'client', 'client')],
      ['api a', 'api b'],
    );
    expect(boundsInWords(bounds, both)).toBe(
      'at most 1 lost message (between client and api a or from api b to client), 1 doubled message (between client and api a or from api b to client), 1 crash (of api a or api b) and 2 retries',
    );
  });

  it('say of what can be lost alone that it can’t be doubled', () => {
    const bounds = { losses: 1, duplicates: 1, crashes: 0, retries: 0 };
    const line = { ...link('queue', 'consumer'), doubles: false };
    expect(boundsInWords(bounds, castOf([line, link('shop', 'queue')], []))).toBe(
      'at most 1 lost message (between queue and consumer or between shop and queue) and 1 doubled message (between shop and queue), and no crash or retry',
    );
    expect(boundsInWords(bounds, castOf([line], []))).toBe(
      'at most 1 lost message (between queue and consumer), and no doubled message, crash or retry',
    );
  });

  it('count what cannot strike in this cast as none', () => {
    const bounds = { losses: 1, duplicates: 0, crashes: 1, retries: 2 };
    const lasting = castOf([link('shop', 'log'), link('log', 'disk', false)], []);
    expect(boundsInWords(bounds, lasting)).toBe(
      'at most 1 lost message (between shop and log) and 2 retries, and no doubled message or crash',
    );
    const wired = castOf([link('client', 'api', false)], ['api']);
    const unused = { ...wired, links: [...wired.links, link('api', 'nobody')] };
    expect(boundsInWords({ ...bounds, crashes: 0 }, unused)).toBe(
      'at most 2 retries, and no lost message, doubled message or crash',
    );
  });

  it('come with how late a message may be, and where, if that is not the same everywhere', () => {
    const late = (a: string, b: string, usualTicks: number, latestTicks: number) => ({
      ...{ ...link(a, b), usualTicks, latestTicks },
    });
    const said = (...links: readonly Link[]) => searchedInWords(BOUNDS, castOf(links, []));
    expect(said(late('client', 'api', 1, 6), late('api', 'keys', 0, 0))).toBe(
      'Searched are all schedules with at most 2 lost messages (between client and api or between api and keys) and 2 retries, and no doubled message or crash; a message that is not lost is under way for at most 1,200 ms. Of anything beyond that, “none” says nothing.',
    );
    expect(said(late('api', 'bank', 1, 5), late('client', 'api', 1, 2))).toContain(
      'for at most 400 ms between client and api, and 1,000 ms between api and bank.',
    );
    expect(said(late('client', 'api', 1, 1))).toContain('; no message is late.');
  });
});

describe('a run with more faults than were searched', () => {
  const runs = {
    calm: '',
    'one loss': 'lose.asker-shop.1',
    'two losses': 'lose.asker-shop.1~lose.asker-shop.2',
    'a crash and a copy': 'duplicate.asker-shop.1~crash.shop.1',
  };
  it.each([
    ['calm', null],
    ['one loss', null],
    ['two losses', 'This run has 2 lost messages'],
    ['a crash and a copy', 'This run has 1 doubled message and 1 crash'],
  ] as const)('is told apart: %s', (name, words) => {
    const settings = initialSettings(toyScenario.knobs);
    const { script } = readScript(toyScenario, settings, runs[name]);
    const { trace } = playScenario(toyScenario, settings, script).run;
    expect(outsideInWords(trace, { losses: 1, duplicates: 0, crashes: 0, retries: 2 })).toBe(
      words && `${words}, more than was searched: of such runs the verdict says nothing.`,
    );
  });
});

// Helpers

const link = (a: string, b: string, lossy: Link['lossy'] = true): Link => ({
  ...{ between: [a, b], usualTicks: 1, latestTicks: 1, lossy },
});

/** The ends of the links are all that there is; those named can crash. */
const castOf = (links: readonly Link[], dying: readonly string[]): Cast => ({
  ...{ tickMs: 200, openings: [], links },
  processes: [...new Set(links.flatMap(({ between }) => between))].map((id) => ({
    ...{ id, group: id, label: id, kind: 'service', actors: [], crashes: dying.includes(id) },
  })),
});
