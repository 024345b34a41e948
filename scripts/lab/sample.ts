import { formatScript } from '@/lib/engine/directive';
import { wilson } from '@/lib/explorer/sampler/interval';
import { SAMPLER_LIMITS } from '@/lib/explorer/sampler/limits';
import { operationsPerCall } from '@/lib/explorer/sampler/sample';
import { RATES, WEATHERS, type Weather } from '@/lib/explorer/sampler/weather';
import { OUTCOMES } from '@/lib/outcomes/outcome';
import {
  DayScripts,
  samplingOf,
  type SampleReport,
  type SampleRequest,
} from '@/lib/scenario/sample-report';
import {
  costsOf,
  costWords,
  intervalWords,
  percentWords,
  spreadWords,
  UNTOUCHED,
  weatherWords,
} from '@/lib/scenario/sample-words';
import { settingsText } from '@/lib/scenario/settings-text';
import { counted } from '@/lib/words/counted';

import { BadInput, parseArguments } from '../arguments.ts';
import { readScenario, readSettings } from './scenario.ts';

/** Lives through random days as the command line says. Throws `BadInput` naming what can't be read. */
export function sampleCommand(words: readonly string[]): string {
  const { positional, values, flags } = parseArguments(words, {
    ...{ flags: ['json'], values: ['set', 'days', 'seed', 'weather'], positional: 1 },
  });
  const scenario = readScenario(positional[0] ?? '');
  const request: SampleRequest = {
    settings: readSettings(scenario, values.get('set') ?? []),
    weather: readWeather(values.get('weather')?.at(-1) ?? 'ordinary'),
    firstSeed: readNumber('seed', values.get('seed')?.at(-1) ?? '1', 0, SAMPLER_LIMITS.seedMax),
    days: readNumber('days', values.get('days')?.at(-1) ?? USUAL, 1, SAMPLER_LIMITS.daysMax),
  };
  const steps = samplingOf(scenario, request);
  let next = steps.next();
  while (!next.done) next = steps.next();
  const scripts = new DayScripts(scenario, request);
  const open = (seed: number): string | null => {
    const found = scripts.of(seed);
    return found && formatScript(found.short);
  };
  const told = { slug: scenario.slug, request, report: next.value, open };
  return flags.has('json') ? JSON.stringify(toJson(told), null, 2) : toText(told);
}

const USUAL = String(SAMPLER_LIMITS.daysUsual);

interface Told {
  readonly slug: string;
  readonly request: SampleRequest;
  readonly report: SampleReport;
  /** A script that shows what a day shows. */
  readonly open: (seed: number) => string | null;
}

function toJson({ slug, request, report: { sample, undefended, tickMs }, open }: Told) {
  const { settings, weather, firstSeed: seed } = request;
  return {
    ...{ slug, settings, weather, rates: RATES[weather], seed, days: sample.days },
    outcomes: Object.fromEntries(
      OUTCOMES.map((name) => {
        const { days, seeds } = sample.outcomes[name];
        const examples = seeds.map((day) => ({ seed: day, script: open(day) }));
        return [name, { days, ...wilson(days, sample.days), examples }];
      }),
    ),
    ...{ harmless: sample.harmless.days, cutOff: sample.cutOff, unanswered: sample.unanswered },
    ...{ calls: sample.calls.counts, operations: sample.operations.counts },
    latency: { tickMs, counts: sample.latency.counts },
    operationsPerCall: operationsPerCall(sample),
    undefendedOperationsPerCall: undefended && operationsPerCall(undefended),
    events: sample.events,
  };
}

function toText({ request, report, open }: Told): string {
  const { settings, weather, firstSeed } = request;
  const { sample, tickMs } = report;
  const rows = OUTCOMES.flatMap((name) => {
    const { days, seeds } = sample.outcomes[name];
    const interval = wilson(days, sample.days);
    const [first] = seeds;
    return [
      `${name.padEnd(12)} ${counted(days).padStart(9)} days  ${percentWords(interval.rate).padStart(12)}  95 %: ${intervalWords(interval)}`,
      ...(first === undefined
        ? []
        : [`${' '.repeat(12)} day ${first}: ${open(first) ?? '(cut off)'}`]),
    ];
  });
  return [
    `settings: ${settingsText(settings)}`,
    `weather:  ${weather}. ${weatherWords(RATES[weather])} Made up.`,
    `days:     ${counted(sample.days)}, from day ${counted(firstSeed)} on`,
    '',
    ...rows,
    ...(report.isUntouched ? [UNTOUCHED] : []),
    ...(sample.cutOff === 0 ? [] : [`cut off at a limit: ${counted(sample.cutOff)} days`]),
    '',
    ...costsOf(sample).map(
      ({ of, unit }) =>
        `${LABELS[of]} ${spreadWords(sample[of], unit, unit === ' ms' ? tickMs : 1)}`,
    ),
    `no final answer:       ${counted(sample.unanswered)} intents`,
    costWords(report),
  ].join('\n');
}

const LABELS = {
  calls: 'calls per intent:     ',
  operations: 'operations per intent:',
  latency: 'until the answer:     ',
};

function readWeather(text: string): Weather {
  const weather = WEATHERS.find((name) => name === text);
  if (!weather) throw new BadInput(`--weather is calm, ordinary or stormy, not "${text}"`);
  return weather;
}

function readNumber(name: string, text: string, min: number, max: number): number {
  const number = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
  if (number >= min && number <= max) return number;
  throw new BadInput(`--${name} is a number from ${min} to ${max}, not "${text}"`);
}
