'use client';

import { memo } from 'react';

import { isAmiss, isUneven } from '@/lib/outcomes/amiss';
import type { IntentState, Judgement } from '@/lib/outcomes/judge';
import { type Meant, requiredOf } from '@/lib/outcomes/meant';
import { remarkOn } from '@/lib/outcomes/remark';
import { kindsInWords } from '@/lib/outcomes/words';

interface LedgerProps {
  readonly judgement: Judgement;
  readonly meant: Meant;
  readonly ended: boolean;
  /** Left out: what led to an effect can't be lit here. */
  readonly onWhy?: (entry: number) => void;
}

/** Expected against actual for every intent: the one loud thing on the page. */
export const Ledger = memo(function Ledger({ judgement, meant, ended, onWhy }: LedgerProps) {
  return (
    <section aria-labelledby="ledger" className="relative space-y-3">
      <h2 id="ledger" className="sr-only">
        Expected and actual
      </h2>
      {judgement.intents.map((intent) => (
        <IntentCard
          key={intent.id}
          {...{ intent, onWhy }}
          named={judgement.intents.length > 1}
          amiss={isAmiss(intent, ended)}
          noun={nounOf(meant)}
          remark={remarkOn(intent, ended)}
        />
      ))}
    </section>
  );
});

/** Of more than two kinds the names would not fit over their numbers. */
function nounOf(meant: Meant): string {
  const kinds = requiredOf(meant).map(({ noun }) => noun);
  return kinds.length > 2 ? 'effects' : kinds.join(' and ');
}

interface IntentCardProps {
  readonly intent: IntentState;
  /** Whether to say whose card this is: there is more than one. */
  readonly named: boolean;
  readonly amiss: boolean;
  readonly noun: string;
  readonly remark: string;
  readonly onWhy: LedgerProps['onWhy'];
}

function IntentCard({ intent, named, amiss, noun, remark, onWhy }: IntentCardProps) {
  const { expected, actual } = intent;
  const tone = amiss ? 'bg-harm-soft text-harm' : actual === expected ? 'text-effect' : '';
  const number = 'mt-1 block font-mono text-[2.5rem] leading-none tabular-nums';
  // Words that need two lines on one side only must not push their number down.
  const cell = 'flex flex-col justify-between px-4 py-3';
  return (
    <div className="overflow-hidden rounded-lg border border-line bg-panel">
      {named && (
        <p className="border-b border-line px-4 py-1.5 text-sm font-semibold">{intent.label}</p>
      )}
      <dl className="grid grid-cols-2">
        <div className={cell}>
          <dt className="text-sm text-muted">expected {noun}</dt>
          <dd className={number} data-testid="expected">
            {expected}
          </dd>
        </div>
        <div className={`border-l border-line ${cell} ${tone}`}>
          <dt className={`text-sm ${tone ? '' : 'text-muted'}`}>actual {noun}</dt>
          <dd className={number} data-testid="actual">
            {actual}
          </dd>
          {isUneven(intent) && <dd className="mt-1 text-sm">{kindsInWords(intent)}</dd>}
        </div>
      </dl>
      <p className="min-h-11 border-t border-line px-4 py-2.5 text-sm leading-snug">
        {onWhy ? <Steps {...{ remark, onWhy }} /> : remark}
      </p>
    </div>
  );
}

interface StepsProps {
  readonly remark: string;
  readonly onWhy: (entry: number) => void;
}

/** A remark in which each step can be asked why it happened. */
function Steps({ remark, onWhy }: StepsProps) {
  return remark.split(/(\bstep \d+[.,;]?)/).map((part, place) => {
    const [, step, nth, mark] = /^(step (\d+))(.?)$/.exec(part) ?? [];
    if (step === undefined) return part;
    return (
      // A remark's parts never change places. A line may begin with a step, but not with the mark after it.
      <span key={place} className="whitespace-nowrap">
        <button
          type="button"
          aria-label={`${step}: why?`}
          title="Why did this happen?"
          className="-my-1 py-1 text-intent underline underline-offset-2"
          onClick={() => onWhy(Number(nth) - 1)}
        >
          {step}
        </button>
        {mark}
      </span>
    );
  });
}
