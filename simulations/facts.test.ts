import { describe, expect, it } from 'vitest';

import { claimHolds } from '@/lib/scenario/claims';
import type { Claim } from '@/lib/scenario/scenario';
import { scenarioBySlug } from '@/simulations/catalogue';

/** A claim of a scenario, by what tells it from the others. */
type Part = Partial<Pick<Claim, 'when' | 'over' | 'then' | 'bounds'>> & {
  /** Whether it is of a script of its own. */
  readonly scripted?: boolean;
};

interface Fact {
  readonly row: string;
  readonly slug: string;
  readonly claims: readonly Part[];
}

/**
 * Rows of the fact sheet that no single machine shows but a scenario plays, each by claims that contrast: what the
 * row warns of happens, and what it advises prevents it.
 */
const FACTS: readonly Fact[] = [
  {
    row: '2.4 a key that is pruned makes a new request',
    slug: 'expired-window',
    claims: [{ when: { window: 'short' }, over: 'run', then: 'duplicate', scripted: false }],
  },
  {
    row: '3.8 a passing failure that is stored is replayed for ever',
    slug: 'stored-errors',
    claims: [
      { when: { errors: 'all', failure: 'before-effect' }, over: 'run', then: 'stuck' },
      { when: { errors: 'by-effect', failure: 'before-effect' }, over: 'run', then: 'safe' },
    ],
  },
  {
    row: '3.10 a mail staged in the request’s transaction outlives a crash',
    slug: 'receipt-mail',
    claims: [
      { when: { mail: 'inline' }, over: 'run', then: 'duplicate', scripted: false },
      { when: { mail: 'outbox' }, over: 'run', then: 'safe' },
    ],
  },
  {
    row: '3.11 taking over the lock of one who is only slow makes two; safety rests on a fence',
    slug: 'stuck-in-progress',
    claims: [
      { when: { lease: 'on' }, over: 'run', then: 'duplicate', scripted: true },
      { when: { lease: 'on', fence: 'on' }, over: 'run', then: 'safe', scripted: true },
    ],
  },
  {
    row: '8.5 If-Match: a late copy changes nothing any more',
    slug: 'methods',
    claims: [
      { when: { method: 'PUT' }, over: 'run', then: 'lost', scripted: true },
      { when: { method: 'PUT', ifMatch: 'on' }, over: 'run', then: 'safe', scripted: true },
    ],
  },
  {
    row: '9.13 a lock is no memory: who comes after it needs the record',
    slug: 'lock',
    claims: [
      { when: { locking: 'lease' }, over: 'run', then: 'duplicate', scripted: false },
      { when: { locking: 'lease', record: 'on' }, over: 'run', then: 'safe', scripted: false },
    ],
  },
  {
    row: '13.4 at least once, and an idempotent effect, is once in effect',
    slug: 'redelivery',
    claims: [
      { when: { dedup: 'none' }, over: 'forAll', then: 'duplicate' },
      { when: { dedup: 'inbox' }, over: 'forAll', then: 'safe' },
    ],
  },
  {
    row: '13.5 the window must be longer than the client tries again',
    slug: 'expired-window',
    claims: [
      { when: { window: 'short' }, over: 'forAll', then: 'duplicate' },
      { when: { window: 'long', countsFrom: 'completion' }, over: 'forAll', then: 'safe' },
    ],
  },
  {
    row: '13.6 a window that ends while the first run is slow opens the duplicate again',
    slug: 'expired-window',
    claims: [
      { when: { window: 'long' }, over: 'run', then: 'duplicate', scripted: true },
      {
        when: { window: 'long', countsFrom: 'completion' },
        over: 'run',
        then: 'safe',
        scripted: true,
      },
    ],
  },
  {
    row: '14.5 a timeout shorter than a slow answer makes two that run at once',
    slug: 'check-then-act',
    claims: [
      { when: { claim: 'check-then-act' }, over: 'run', then: 'duplicate' },
      { when: { claim: 'atomic' }, over: 'run', then: 'safe' },
    ],
  },
];

describe.each(FACTS)('$row', ({ slug, claims: parts }) => {
  it.each(parts)(`${slug}: %j`, (part) => {
    const scenario = scenarioBySlug(slug);
    const claims = scenario?.claims.filter((claim) => isMeant(claim, part)) ?? [];
    expect(claims.length).toBeGreaterThan(0);
    for (const claim of claims) expect(scenario && claimHolds(scenario, claim)).toBe(true);
  });
});

// Helpers

const isMeant = (claim: Claim, { scripted, ...part }: Part): boolean =>
  Object.entries(part).every(
    ([name, value]) =>
      JSON.stringify(claim[name as keyof Part & keyof Claim]) === JSON.stringify(value),
  ) &&
  (scripted === undefined || (claim.script !== undefined) === scripted) &&
  (part.bounds !== undefined || claim.bounds === undefined);
