import { describe, expect, it } from 'vitest';

import { wilson } from '@/lib/explorer/sampler/interval';
import { NO_WEATHER, RATES } from '@/lib/explorer/sampler/weather';
import { initialSettings } from '@/lib/scenario/knobs';
import {
  DayScripts,
  examplesOf,
  samplingOf,
  type SampleReport,
} from '@/lib/scenario/sample-report';
import {
  binsOf,
  costsOf,
  costWords,
  figure,
  intervalWords,
  percentWords,
  roundScale,
  spreadWords,
  weatherWords,
} from '@/lib/scenario/sample-words';
import { toyScenario } from '@/lib/scenario/toy-scenario';

describe('numbers in words', () => {
  it('keeps the figures that matter', () => {
    expect([0, 0.004, 0.034, 0.34, 3.41, 9.96, 123.4].map(figure)).toEqual([
      ...['0', '0', '0.03', '0.34', '3.4', '10', '123'],
    ]);
  });

  it('does not round what is rare to never, nor what is common to always', () => {
    expect([0, 0.00001, 0.0001, 0.003, 0.07, 0.99996, 1].map(percentWords)).toEqual([
      ...['0 %', 'under 0.01 %', '0.01 %', '0.30 %', '7.0 %', '99.99 %', '100 %'],
    ]);
  });

  it('gives an interval, and of what never came how rare it is', () => {
    expect(intervalWords(wilson(755, 10_000))).toBe('7.0 to 8.1 %');
    expect(intervalWords(wilson(0, 10_000))).toBe('at most 0.04 %');
  });

  it('draws bars to a round number that holds them', () => {
    expect([0, 0.02, 0.021, 0.063, 0.1, 0.18, 0.33, 0.51, 1].map(roundScale)).toEqual([
      ...[0.02, 0.02, 0.05, 0.1, 0.1, 0.2, 0.5, 1, 1],
    ]);
  });

  it('says what a weather is like', () => {
    expect(weatherWords(RATES.ordinary)).toBe(
      'Of 10,000 messages, 100 are lost, 10 come twice and 500 are late; of 10,000 events of a server, 10 end in a crash.',
    );
    expect(weatherWords(NO_WEATHER)).toContain('0 are lost');
  });

  it('says how numbers lie', () => {
    const histogram = { counts: [0, 97, 2, 0, 1], of: 100, sum: 105 };
    expect(spreadWords(histogram)).toBe(
      '1.1 on average; half at most 1, 99 % at most 2, never more than 4.',
    );
    expect(spreadWords(histogram, ' ms', 200)).toBe(
      '210 ms on average; half at most 200, 99 % at most 400, never more than 800.',
    );
    expect(spreadWords({ counts: [0, 0, 5], of: 5, sum: 10 }, ' ms', 200)).toBe('Always 400 ms.');
    expect(spreadWords({ counts: [], of: 0, sum: 0 })).toBe('There were none.');
  });

  it('puts values into bins that leave none out', () => {
    expect(binsOf({ counts: [1, 2, 3, 4, 5], of: 15, sum: 0 }, 2)).toEqual([
      { from: 0, to: 2, count: 6 },
      { from: 3, to: 5, count: 9 },
    ]);
    expect(binsOf({ counts: [], of: 0, sum: 0 }, 10)).toEqual([]);
  });
});

describe('a report', () => {
  it('is of these settings alone where the scenario opens with them', () => {
    const { report, progress } = reportOn({});
    expect(report.undefended).toBe(null);
    expect(report.sample.days).toBe(1_200);
    expect(progress.at(-1)).toBeLessThan(1);
    expect(costWords(report)).toMatch(
      /^With the settings at which this page opens, each request takes 0\.\d+ round/,
    );
  });

  it('compares with the settings at which it opens', () => {
    const { report, progress } = reportOn({ scoops: 0 });
    expect(report.undefended?.days).toBe(1_200);
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
    expect(costWords(report)).toMatch(/extra round trips|fewer|No extra/);
  });

  it('names days as examples that can be opened', () => {
    const { report, request } = reportOn({});
    const seeds = examplesOf(report.sample);
    expect(new Set(seeds).size).toBe(seeds.length);
    const scripts = new DayScripts(toyScenario, request);
    for (const seed of seeds) expect(scripts.of(seed)?.short).toBeDefined();
  });

  it('says what a defence adds', () => {
    const { report } = reportOn({});
    const { sample } = report;
    const twice = { ...sample.operations, sum: sample.operations.sum * 2 };
    const dearer = { ...report, sample: { ...sample, operations: twice }, undefended: sample };
    expect(costWords(dearer)).toMatch(
      /^0\.\d+ extra round trips per request: each request takes 1\.\d/,
    );
    expect(costWords({ ...report, undefended: sample })).toMatch(/^No extra round trips/);
    expect(costWords({ ...dearer, sample, undefended: dearer.sample })).toMatch(/fewer/);
  });

  it('counts by intent where nobody is a client, and leaves out what there is none of', () => {
    const { report } = reportOn({});
    const { sample } = report;
    const titles = costsOf(sample).map(({ of }) => of);
    expect(titles).toEqual(['calls', 'operations', 'latency']);
    expect(costsOf(null).map(({ of }) => of)).toEqual(titles);

    const none = { counts: [100], of: 100, sum: 0 };
    const behind = { counts: [0, 0, 50, 50], of: 100, sum: 250 };
    const clientless = { ...sample, calls: none, operations: behind };
    expect(costsOf(clientless).map(({ of }) => of)).toEqual(['operations', 'latency']);
    expect(costWords({ ...report, sample: clientless })).toMatch(
      /, each intent takes 2\.5 round trips to /,
    );
    expect(
      costWords({ ...report, sample: clientless, undefended: { ...clientless, operations: none } }),
    ).toMatch(/^2\.5 extra round trips per intent: each intent takes 2\.5 .* it took 0 /);

    const nothing = { ...sample, operations: none, latency: none };
    expect(costsOf(nothing).map(({ of }) => of)).toEqual(['calls']);
    expect(costWords({ ...report, sample: nothing, undefended: nothing })).toBe(
      'No round trip to stores, queues and providers was made on any of these days.',
    );
  });
});

// Helpers

function reportOn(changed: Readonly<Record<string, string | number>>) {
  const settings = { ...initialSettings(toyScenario.knobs), ...changed };
  const request = { settings, weather: 'stormy', firstSeed: 1, days: 1_200 } as const;
  const steps = samplingOf(toyScenario, request);
  const progress: number[] = [];
  let next = steps.next();
  while (!next.done) {
    progress.push(next.value);
    next = steps.next();
  }
  const report: SampleReport = next.value;
  return { report, progress, request };
}
