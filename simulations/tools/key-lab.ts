import type { Fields } from '@/lib/tools/fields';
import { DAY_MS } from '@/lib/tools/units';
import type { ScenarioReference } from '@/simulations/tools/scenario-reference';

export const keyFields = {
  kind: {
    ...{ kind: 'choice', label: 'Kind of key' },
    help: '',
    values: [
      {
        value: 'uuid4',
        label: 'UUIDv4',
        help: '122 random bits. What most services advise.',
      },
      {
        value: 'uuid7',
        label: 'UUIDv7',
        help: 'The time in ms, then 74 random bits. Sorts by when it was made, which indexes like.',
      },
      {
        value: 'ulid',
        label: 'ULID',
        help: 'The time in ms, then 80 random bits, in 26 characters that are hard to misread.',
      },
      {
        value: 'short',
        label: 'short',
        help: 'A few random characters. Easy to read out, easy to meet twice.',
      },
      {
        value: 'timestamp',
        label: 'timestamp',
        help: 'The time of sending, and nothing random.',
      },
    ],
  },
  characters: {
    ...{ kind: 'number', label: 'Characters', help: 'How long a short key is.' },
    ...{ initial: 6, min: 1, max: 22 },
  },
  alphabet: {
    ...{ kind: 'choice', label: 'Of these', help: '' },
    values: [
      { value: 'letters', label: '0–9 a–z' },
      { value: 'digits', label: '0–9' },
      { value: 'hex', label: '0–9 a–f' },
      { value: 'mixed', label: '0–9 A–Z a–z' },
    ],
  },
  unit: {
    ...{ kind: 'choice', label: 'The time in', help: '' },
    values: [
      { value: 'ms', label: 'ms' },
      { value: 'us', label: 'µs' },
      { value: 's', label: 's' },
    ],
  },
  rate: {
    ...{ kind: 'number', label: 'Keys made' },
    help: 'By everybody together whose keys meet in one store.',
    ...{ initial: 10, min: 1, max: 1e9 },
  },
  per: {
    ...{ kind: 'choice', label: 'Keys made in a', help: '' },
    values: [
      { value: 'second', label: 'second' },
      { value: 'minute', label: 'minute' },
      { value: 'hour', label: 'hour' },
      { value: 'day', label: 'day' },
    ],
  },
  window: {
    ...{ kind: 'duration', label: 'Each is remembered for' },
    help: 'A key can only clash while the one like it is still remembered.',
    ...{ initial: DAY_MS, min: 1, max: 3660 * DAY_MS },
  },
  gap: {
    ...{ kind: 'number', label: 'Purchase B comes after A by', unit: 'µs' },
    help: 'A thousand µs are one ms.',
    ...{ initial: 400, min: 0, max: 5_000_000 },
  },
  retry: {
    ...{ kind: 'duration', label: 'A is tried again after' },
    help: 'When no answer came.',
    ...{ initial: 1000, min: 1, max: DAY_MS },
  },
} as const satisfies Fields;

export const SECONDS_PER = { second: 1, minute: 60, hour: 3600, day: 86_400 } as const;

/** A moment to tell the story of timestamps by; no clock is asked. */
export const STORY_START_MS = 1_768_469_400_250;

export const keyScenarios: readonly ScenarioReference[] = [
  {
    ...{ slug: 'who-makes-the-key', settings: { key: 'timestamp' } },
    shows: 'A timestamp for a key: charged twice',
  },
  {
    ...{ slug: 'weak-key', settings: { keyspace: 'milliseconds', scope: 'key' } },
    shows: 'Two customers, one millisecond, one key',
  },
  {
    ...{ slug: 'weak-key', settings: { keyspace: 'six-chars', scope: 'key' } },
    shows: 'Two customers draw the same six characters',
  },
];
