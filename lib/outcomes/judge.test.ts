import { describe, expect, it } from 'vitest';

import {
  A,
  AB,
  BOTH,
  EFFECTS,
  ended,
  traceOf,
  WITH_MAIL,
  WITH_REFUND,
} from '@/lib/outcomes/happened';
import { judge } from '@/lib/outcomes/judge';
import type { Meant } from '@/lib/outcomes/meant';
import { type OutcomeName, OUTCOMES } from '@/lib/outcomes/outcome';

/** What a run came to, which outcomes that is, and the entries that prove the first of them. */
interface Case {
  readonly is: string;
  /** See `traceOf`. */
  readonly facts: string;
  readonly outcomes: readonly OutcomeName[];
  readonly evidence?: readonly number[];
  readonly meant?: Meant;
  readonly calm?: boolean;
}

describe('judge', () => {
  it.each<Case>([
    { is: 'once and told', facts: 'charge A, done A', outcomes: [] },
    { is: 'once and told again', facts: 'charge A, done A, done A', outcomes: [] },
    { is: 'told before it happens', facts: 'done A, charge A', outcomes: [] },
    {
      ...{ is: 'twice', facts: 'charge A, -, charge A, done A' },
      ...{ outcomes: ['duplicate'], evidence: [0, 2] },
    },
    {
      ...{ is: 'three times in two entries', facts: 'charge A, charge A, charge A' },
      ...{ outcomes: ['duplicate'], evidence: [0, 1, 2] },
    },
    {
      ...{ is: 'once each, for two intents', facts: 'charge A, charge B, done A, done B' },
      ...{ outcomes: [], meant: AB },
    },
    {
      ...{
        is: 'twice for the second intent',
        facts: 'charge A, charge B, done A, done B, charge B',
      },
      ...{ outcomes: ['duplicate'], evidence: [1, 4], meant: AB },
    },
    {
      ...{ is: 'one of each kind', facts: 'charge A, mail A, done A' },
      ...{ outcomes: [], meant: WITH_MAIL },
    },
    {
      ...{ is: 'twice of one kind', facts: 'charge A, mail A, mail A, done A' },
      ...{ outcomes: ['duplicate'], evidence: [1, 2], meant: WITH_MAIL },
    },
    {
      ...{
        is: 'what is not meant to happen once, twice',
        facts: 'charge A, mail A, mail A, done A',
      },
      ...{ outcomes: [] },
    },
    {
      ...{ is: 'told done and nothing', facts: '-, done A, done A' },
      ...{ outcomes: ['lost'], evidence: [1, 2] },
    },
    {
      ...{ is: 'told done with half of it', facts: 'charge A, done A' },
      ...{ outcomes: ['lost'], evidence: [1], meant: WITH_MAIL },
    },
    {
      ...{ is: 'told done and only another’s', facts: 'charge B, done B, done A' },
      ...{ outcomes: ['lost'], evidence: [2], meant: AB },
    },
    {
      ...{ is: 'thrown away as a copy of itself, told done', facts: 'discard A, done A' },
      ...{ outcomes: ['lost'], evidence: [1] },
    },
    { is: 'told failed and nothing', facts: 'failed A', outcomes: [] },
    { is: 'nothing at all, but to be had', facts: '', outcomes: [] },
    { is: 'gave up, but to be had', facts: 'gave-up A', outcomes: [] },
    {
      is: 'nothing at all, for ever',
      facts: '',
      outcomes: ['stuck'],
      evidence: [],
      calm: false,
    },
    {
      ...{ is: 'gave up, for ever', facts: 'charge A, -, gave-up A' },
      ...{ outcomes: ['stuck'], evidence: [2], calm: false },
    },
    { is: 'answered, whatever comes later', facts: 'failed A', outcomes: [], calm: false },
    {
      ...{ is: 'answered for one, not for the other', facts: 'charge A, done A' },
      ...{ outcomes: ['stuck'], evidence: [1], meant: AB, calm: false },
    },
    {
      ...{ is: 'answered in two ways', facts: 'charge A, done A ch-1, done A ch-2' },
      ...{ outcomes: ['wrongReply'], evidence: [1, 2] },
    },
    {
      ...{ is: 'done, then failed', facts: 'charge A, done A, failed A' },
      ...{ outcomes: ['wrongReply'], evidence: [1, 2] },
    },
    {
      ...{ is: 'said to have failed', facts: 'failed A, -, charge A' },
      ...{ outcomes: ['wrongReply'], evidence: [2, 0] },
    },
    {
      ...{
        is: 'answered with another’s',
        facts: 'charge A ch-1, charge B ch-2, done A ch-1, done B ch-1',
      },
      ...{ outcomes: ['wrongReply'], evidence: [3], meant: AB },
    },
    {
      ...{
        is: 'answered with its own, numbered like another’s',
        facts: 'charge A no-1, mail A no-9, mail B no-1, done A no-1',
      },
      ...{ outcomes: [], meant: { ...AB, effects: EFFECTS } },
    },
    {
      ...{
        is: 'answered with another’s, and never done',
        facts: 'charge A ch-1, done A ch-1, done B ch-1',
      },
      ...{ outcomes: ['wrongReply', 'swallowed'], evidence: [2], meant: AB },
    },
    {
      ...{
        is: 'thrown away as a copy of another',
        facts: 'charge A, done A, discard B A, done B',
      },
      ...{ outcomes: ['swallowed'], evidence: [2, 3], meant: AB },
    },
    {
      ...{
        is: 'thrown away as a copy of another that came to nothing either',
        facts: 'discard B A, done B, failed A',
      },
      ...{ outcomes: ['swallowed'], evidence: [0, 1], meant: AB },
    },
    {
      ...{
        is: 'thrown away as a copy of itself, told done, and something else happened',
        facts: 'discard A A, done A, charge B, done B',
      },
      ...{ outcomes: ['lost'], evidence: [1], meant: AB },
    },
    {
      ...{
        is: 'thrown away as a copy of itself, once done',
        facts: 'charge A, discard A, done A',
      },
      ...{ outcomes: [] },
    },
    {
      ...{ is: 'done anew after it was undone, and undone anew', meant: WITH_REFUND },
      ...{ facts: 'charge A, refund A, charge A, refund A, failed A', outcomes: [] },
    },
    {
      ...{ is: 'undone more often than it was done', meant: WITH_REFUND },
      ...{ facts: 'charge A, refund A, refund A, failed A', outcomes: ['duplicate'] },
      evidence: [1, 2],
    },
    {
      ...{ is: 'twice, and then untrue', facts: 'charge A, charge A, failed A' },
      ...{ outcomes: ['duplicate', 'wrongReply'], evidence: [0, 1] },
    },
  ])(
    'finds $outcomes in “$is”',
    ({ facts: happened, outcomes, evidence, meant = A, calm = true }) => {
      const trace = traceOf(happened);
      const judgement = judge(trace, meant, ended(calm));
      expect(OUTCOMES.filter((name) => judgement.outcomes[name].present)).toEqual(outcomes);

      const [first] = outcomes;
      if (first) expect(judgement.outcomes[first].evidence).toEqual(evidence);
      for (const name of OUTCOMES) {
        const verdict = judgement.outcomes[name];
        expect(verdict.because === '', name).toBe(!verdict.present);
        if (!verdict.present) expect(verdict.evidence).toEqual([]);
        for (const index of verdict.evidence) expect(trace[index]).toBeDefined();
      }
    },
  );

  it('decides nothing about what is missing while it may still come', () => {
    const missing = ['done A', 'discard A B, charge B', ''];
    for (const happened of missing) {
      const { outcomes } = judge(traceOf(happened), AB, null);
      expect(OUTCOMES.filter((name) => outcomes[name].present)).toEqual([]);
    }
  });

  it('says at once what can’t be undone', () => {
    const { outcomes } = judge(traceOf('charge A, failed A, charge A'), A, null);
    expect(OUTCOMES.filter((name) => outcomes[name].present)).toEqual(['duplicate', 'wrongReply']);
  });

  it('asks for a calm attempt only where there was no answer', () => {
    const asked: string[] = [];
    judge(traceOf('charge A, done A'), AB, {
      afterCalmAttempt: (intent) => {
        asked.push(intent);
        return 'answered';
      },
    });
    expect(asked).toEqual(['B']);
  });

  it.each([
    { told: 'nothing yet', happened: 'charge A' },
    { told: 'done', happened: 'done A' },
    { told: 'failed', happened: 'done A, failed A' },
    { told: 'unknown', happened: 'charge A, gave-up A' },
    { told: 'done', happened: 'gave-up A, done A' },
  ])('knows that the person was told $told', ({ told, happened }) => {
    expect(judge(traceOf(happened), A, null).intents[0]?.told).toBe(told);
  });

  it('counts expected against actual, for each intent', () => {
    const happened = 'charge A, mail A, charge B, charge B';
    expect(judge(traceOf(happened), BOTH, null).intents).toMatchObject([
      { id: 'A', label: 'Purchase A', expected: 2, actual: 2, effects: [0, 1], kinds: kinds(1, 1) },
      { id: 'B', label: 'Purchase B', expected: 2, actual: 2, effects: [2, 3], kinds: kinds(2, 0) },
    ]);
  });
});

// Helpers

const kinds = (charges: number, mails: number) => [
  { noun: 'charges', actual: charges },
  { noun: 'mails', actual: mails },
];
