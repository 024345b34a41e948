import type { Fields } from '@/lib/tools/fields';
import { HOUR_MS, SECOND_MS } from '@/lib/tools/units';
import type { ScenarioReference } from '@/simulations/tools/scenario-reference';
import type { SourceId } from '@/simulations/tools/sources';

export const retryFields = {
  attempts: {
    ...{ kind: 'number', label: 'Attempts' },
    help: 'All tries, the first one too.',
    ...{ initial: 3, min: 1, max: 20 },
  },
  timeout: {
    ...{ kind: 'duration', label: 'Each fails after' },
    help: 'The timeout of one attempt.',
    ...{ initial: SECOND_MS, min: 0, max: HOUR_MS },
  },
  base: {
    ...{ kind: 'duration', label: 'First wait' },
    help: 'Before the first retry, without chance.',
    ...{ initial: 500, min: 0, max: HOUR_MS },
  },
  factor: {
    ...{ kind: 'number', label: 'Factor', fractions: true },
    help: 'By which each wait is longer than the one before. 1: always the same.',
    ...{ initial: 2, min: 1, max: 10 },
  },
  cap: {
    ...{ kind: 'duration', label: 'Longest wait' },
    help: 'No wait grows beyond it.',
    ...{ initial: 5 * SECOND_MS, min: 0, max: 24 * HOUR_MS },
  },
  jitter: {
    ...{ kind: 'choice', label: 'Jitter' },
    help: '',
    values: [
      { value: 'full', label: 'full', help: 'Anything from 0 to the wait. Spreads a crowd best.' },
      { value: 'equal', label: 'equal', help: 'Half of the wait is sure, half is chance.' },
      {
        value: 'decorrelated',
        label: 'decorrelated',
        help: 'From the first wait to three times the one before. The factor plays no part.',
      },
      { value: 'none', label: 'none', help: 'All who failed together come back together.' },
    ],
  },
  layers: {
    ...{ kind: 'number', label: 'Layers that retry' },
    help: 'Services in a row that each do this, the first caller too.',
    ...{ initial: 3, min: 1, max: 6 },
  },
  seed: {
    ...{ kind: 'number', label: 'Drawn example' },
    help: 'The same number draws the same waits.',
    ...{ initial: 1, min: 1, max: 999_999 },
  },
} as const satisfies Fields;

/** Policies that are in use, or in books, to start from. */
export const retryExamples: readonly {
  readonly name: string;
  readonly query: string;
  readonly remark: string;
  readonly source: SourceId;
}[] = [
  {
    name: 'Stripe’s Node library',
    query: 'timeout=80s&factor=1&jitter=none&layers=1',
    remark:
      '2 retries, and both waits are 0.5 s: it never waits less. Its doubling, up to 5 s and times a chance from 0.5 to 1, shows from the third retry on.',
    source: 'stripe-node',
  },
  {
    name: 'Envoy, once switched on',
    query: 'attempts=2&base=25ms&cap=250ms&layers=1',
    remark:
      '1 retry, 25 ms, at most ten times that, with full jitter. By kind of failure, not by method: a POST too. The 1 s for each attempt is ours: Envoy’s timeout spans all tries together.',
    source: 'envoy',
  },
  {
    name: '4 attempts, 3 layers',
    query: 'attempts=4',
    remark:
      'Google’s example of a small failure that grows: 64 calls to the database for one of a user.',
    source: 'sre',
  },
  {
    name: '3 attempts, 5 layers',
    query: 'layers=5',
    remark: 'Amazon’s example: 243 calls.',
    source: 'aws-retries',
  },
];

export const retryScenarios: readonly ScenarioReference[] = [
  { slug: 'retry-storm', settings: {}, shows: 'Every hop retries, and the calls multiply' },
  {
    ...{
      slug: 'silent-retriers',
      settings: { retrier: 'proxy', policy: 'any-failure', key: 'none' },
    },
    shows: 'A proxy retries by itself',
  },
  {
    ...{ slug: 'lost-response', settings: { key: 'none' } },
    shows: 'What a retry does without a key',
  },
];
