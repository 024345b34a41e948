'use client';

import { memo } from 'react';

import { type IntentState, type Judgement, type Meant, OUTCOMES } from '@/lib/outcomes/judge';

interface LedgerProps {
  readonly judgement: Judgement;
  readonly meant: Meant;
  readonly ended: boolean;
  /** Larger, for a projector. */
  readonly large?: boolean;
}

/** Expected against actual for every intent: the one loud thing on the page. */
export const Ledger = memo(function Ledger({
  judgement,
  meant,
  ended,
  large = false,
}: LedgerProps) {
  return (
    <section aria-label="Expected and actual" className="space-y-3">
      {judgement.intents.map((intent) => (
        <IntentCard
          key={intent.id}
          {...{ intent, ended, large }}
          noun={meant.effects.map(({ noun }) => noun).join(' and ')}
          remark={remarkOn(intent, judgement, ended)}
        />
      ))}
    </section>
  );
});

interface IntentCardProps {
  readonly intent: IntentState;
  readonly noun: string;
  readonly remark: string;
  readonly ended: boolean;
  readonly large: boolean;
}

function IntentCard({ intent, noun, remark, ended, large }: IntentCardProps) {
  const { expected, actual } = intent;
  const tone =
    actual > expected || (ended && actual < expected)
      ? 'bg-harm-soft text-harm'
      : actual === expected
        ? 'text-effect'
        : '';
  const number = `block font-mono leading-none tabular-nums ${large ? 'text-7xl' : 'text-[2.5rem]'}`;
  const label = large ? 'text-lg' : 'text-sm';
  return (
    <div className="overflow-hidden rounded-lg border border-line bg-panel">
      <dl className="grid grid-cols-2">
        <div className="px-4 py-3">
          <dt className={`${label} text-muted`}>expected {noun}</dt>
          <dd className={`mt-1 ${number}`} data-testid="expected">
            {expected}
          </dd>
        </div>
        <div className={`border-l border-line px-4 py-3 ${tone}`}>
          <dt className={`${label} ${tone ? '' : 'text-muted'}`}>actual {noun}</dt>
          <dd className={`mt-1 ${number}`} data-testid="actual">
            {actual}
          </dd>
        </div>
      </dl>
      <p
        className={`min-h-11 border-t border-line px-4 py-2.5 leading-snug ${large ? 'text-xl' : 'text-sm'}`}
      >
        {remark}
      </p>
    </div>
  );
}

function remarkOn(intent: IntentState, { outcomes }: Judgement, ended: boolean): string {
  const present = OUTCOMES.map((name) => outcomes[name]).find((verdict) => verdict.present);
  if (present) return present.because;
  if (intent.told === 'unknown') {
    return `${intent.label}: the client gave up and can’t know whether it happened.`;
  }
  const [first] = intent.effects;
  if (first !== undefined) {
    return `${intent.label} happened at step ${first + 1}${ended ? ', once, as it should.' : '.'}`;
  }
  return ended ? `${intent.label} did not happen.` : `${intent.label} has not happened yet.`;
}
