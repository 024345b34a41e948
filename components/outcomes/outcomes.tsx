'use client';

import { memo, useId } from 'react';

import type { Judgement } from '@/lib/outcomes/judge';
import { OUTCOMES } from '@/lib/outcomes/outcome';
import { OUTCOME_WORDS } from '@/lib/outcomes/words';

interface OutcomesProps {
  readonly judgement: Judgement;
  /** Whether the run has been stepped to its end. */
  readonly ended: boolean;
  readonly onEvidence: (entry: number) => void;
}

/** The five outcomes side by side at one step; the evidence of one that is present is one press away. Paper tells the end. */
export const Outcomes = memo(function Outcomes({ judgement, ended, onEvidence }: OutcomesProps) {
  const id = useId();
  return (
    <ul
      aria-label={ended ? 'Outcomes of this run' : 'Outcomes so far'}
      className="flex overflow-hidden rounded-lg border border-line bg-panel max-sm:w-full print:hidden"
    >
      {OUTCOMES.map((name) => {
        const { present, evidence, because } = judgement.outcomes[name];
        const { name: words, means } = OUTCOME_WORDS[name];
        const times = name === 'duplicate' ? `${evidence.length}×` : 'yes';
        return (
          <li key={name} className="flex-1 border-l border-line first:border-l-0">
            {present ? (
              <button
                type="button"
                data-outcome={name}
                data-present=""
                title={because}
                className="flex h-full w-full flex-col bg-harm-soft px-2 py-1.5 text-left text-harm -outline-offset-2 sm:px-3.5 sm:py-2"
                onClick={() => onEvidence(evidence.at(-1) ?? 0)}
              >
                <Cell value={times} words={words} />
                <span className="sr-only">. {because} Go to the evidence.</span>
              </button>
            ) : (
              <>
                <button
                  type="button"
                  data-outcome={name}
                  title={means}
                  popoverTarget={id + name}
                  className="flex h-full w-full flex-col px-2 py-1.5 text-left -outline-offset-2 sm:px-3.5 sm:py-2"
                >
                  <Cell value={ended ? 'none' : '–'} words={words} tone="text-effect" />
                  {!ended && <span className="sr-only">: none so far</span>}
                </button>
                <p
                  popover="auto"
                  id={id + name}
                  className="m-auto max-w-xs rounded-lg border border-edge bg-panel p-3 text-sm text-ink"
                >
                  {means}
                </p>
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
});

function Cell({ value, words, tone = '' }: { value: string; words: string; tone?: string }) {
  return (
    <>
      <span
        className={`block min-w-[4ch] font-mono text-[0.9375rem] leading-tight font-semibold ${tone}`}
      >
        {value}
      </span>
      <span
        className={`block text-[0.6875rem] leading-tight sm:text-[0.8125rem] sm:whitespace-nowrap ${tone ? 'text-muted' : ''}`}
      >
        {words}
      </span>
    </>
  );
}
