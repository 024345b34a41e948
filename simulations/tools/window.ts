import { type Fields, initialValues, type Values } from '@/lib/tools/fields';
import { toToolQuery } from '@/lib/tools/link';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '@/lib/tools/units';
import { answerWindow, type WindowInput } from '@/lib/tools/window/window';
import type { ScenarioReference } from '@/simulations/tools/scenario-reference';
import type { SourceId } from '@/simulations/tools/sources';

const longest = { min: 0, max: 3660 * DAY_MS };
/** As long as all delays in a row, with what a clock and the work may add: what is suggested can always be set. */
const WINDOW_MAX_MS = 5 * longest.max;

export const windowFields = {
  retries: {
    ...{ kind: 'duration', label: 'Last automatic retry' },
    help: 'How long after its first attempt a client may still try by itself.',
    ...{ initial: 10 * MINUTE_MS, ...longest },
  },
  comeback: {
    ...{ kind: 'duration', label: 'A person or device comes back' },
    help: 'An app that was offline sends again, or somebody presses Send again. 0 if neither can.',
    ...{ initial: DAY_MS, ...longest },
  },
  redelivery: {
    ...{ kind: 'duration', label: 'Last redelivery by a queue' },
    help: 'How long a message stays in it, or how far back a log is replayed. 0 without one.',
    ...{ initial: 0, ...longest },
  },
  redrive: {
    ...{ kind: 'duration', label: 'Dead letters are put back within' },
    help: 'Messages that were set aside and are sent again by hand. 0 if never.',
    ...{ initial: 0, ...longest },
  },
  skew: {
    ...{ kind: 'duration', label: 'Clocks differ by at most' },
    help: 'A store whose clock is fast forgets early.',
    ...{ initial: MINUTE_MS, min: 0, max: DAY_MS },
  },
  countsFrom: {
    ...{ kind: 'choice', label: 'The window counts from' },
    help: '',
    values: [
      {
        value: 'completion',
        label: 'the end of the work',
        help: 'Slow work takes nothing from the window.',
      },
      {
        value: 'claim',
        label: 'its start',
        help: 'Slow work uses up part of the window, so its time is added.',
      },
    ],
  },
  longestRun: {
    ...{ kind: 'duration', label: 'The work takes at most' },
    help: 'The slowest first attempt that may still succeed.',
    ...{ initial: 30 * SECOND_MS, min: 0, max: 30 * DAY_MS },
  },
  window: {
    ...{ kind: 'duration', label: 'Keep records for' },
    help: 'The window that you have in mind.',
    ...{ initial: DAY_MS, min: SECOND_MS, max: WINDOW_MAX_MS },
  },
  rate: {
    ...{ kind: 'number', label: 'New records', unit: 'a second', fractions: true },
    help: 'On average: first attempts only, retries make none.',
    ...{ initial: 100, min: 0, max: 1e9 },
  },
  bytes: {
    ...{ kind: 'number', label: 'Size of a record', unit: 'bytes' },
    help: 'Key, fingerprint, status and the whole answer; indexes come on top.',
    ...{ initial: 2000, min: 1, max: 1e9 },
  },
} as const satisfies Fields;

export const windowInputOf = (values: Values<typeof windowFields>): WindowInput => ({
  ...{ retriesMs: values.retries, comebackMs: values.comeback },
  ...{ redeliveryMs: values.redelivery, redriveMs: values.redrive, skewMs: values.skew },
  ...{ countsFrom: values.countsFrom, longestRunMs: values.longestRun },
  ...{ windowMs: values.window, recordsPerSecond: values.rate, bytesPerRecord: values.bytes },
});

/** A link’s query for retries of which the last comes so late: nothing else is late, and the window is long enough. */
export function windowQueryFor(lastRetryMs: number): string {
  // The window calculator takes whole ms, and no less than there can be.
  const retries = Math.ceil(lastRetryMs);
  const values = { ...initialValues(windowFields), retries, comeback: 0 };
  const { suggestedMs } = answerWindow(windowInputOf(values));
  return toToolQuery(windowFields, { ...values, window: suggestedMs });
}

/** Something that really comes late, to try a window on. */
export interface LateCase {
  readonly what: string;
  readonly lateMs: number;
  readonly sources: readonly SourceId[];
}

export const lateCases: readonly LateCase[] = [
  {
    what: 'The last attempt of Stripe’s Node library: 2 timeouts of 80 s, and 2 waits of 0.5 s',
    lateMs: 161_000,
    sources: ['stripe-node'],
  },
  { what: 'A phone was offline for 20 minutes', lateMs: 20 * MINUTE_MS, sources: [] },
  { what: 'Shopify’s last retry of a webhook', lateMs: 4 * HOUR_MS, sources: ['shopify'] },
  {
    what: 'An SQS message whose visibility was extended to the limit',
    lateMs: 12 * HOUR_MS,
    sources: ['sqs-visibility'],
  },
  { what: 'Somebody looks at the failed ones on Monday', lateMs: 3 * DAY_MS, sources: [] },
  {
    what: 'Stripe’s last retry of a webhook',
    lateMs: 3 * DAY_MS,
    sources: ['stripe-webhooks'],
  },
  { what: 'A Kafka topic is replayed from a week ago', lateMs: 7 * DAY_MS, sources: [] },
];

/** What no window helps against, however long. */
export const neverCovered: readonly string[] = [
  'A retry with a new key, or an event with a new id: it is not recognised at all.',
  'A store that forgets before the time is up: a failover, a restart without persistence, eviction.',
  'A repeat that comes while the first is still at work. That needs a claim, not a window.',
  'A crash after the effect and before the record. That needs one transaction for both, or a key for whoever does the effect.',
  'A system further down with a shorter window: the shortest in the chain is yours.',
];

export const windowScenarios: readonly ScenarioReference[] = [
  {
    ...{ slug: 'expired-window', settings: { window: 'short' } },
    shows: 'The retry comes after the key was forgotten',
  },
  {
    ...{ slug: 'dedup-window', settings: { window: 'short', redrive: 'dead-letter' } },
    shows: 'A dead letter is put back after the inbox has forgotten it',
  },
  {
    ...{ slug: 'store-loss', settings: { store: 'redis', loss: 'eviction' } },
    shows: 'A store that forgets early',
  },
];
