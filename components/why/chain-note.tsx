'use client';

import { Button } from '@/components/ui/button';
import type { Lit } from '@/components/why/lit';
import { listOf } from '@/lib/words/list-of';

/** Of what comes from outside, of whoever begins by itself, and of a crash. */
const NOTHING = 'Nothing in this run led to it.';

interface ChainNoteProps {
  readonly lit: Lit;
  readonly onGoTo: (position: number) => void;
  readonly onClear: () => void;
}

/** What is lit, and a way to put the light out. */
export function ChainNote({ lit, onGoTo, onClear }: ChainNoteProps) {
  const before = beforeIn(lit);
  return (
    <section
      aria-label={`What led to step ${lit.entry + 1}`}
      data-testid="chain"
      className="no-print flex items-start gap-x-2 border-t border-line bg-intent-soft px-4 py-1 text-sm sm:px-8"
    >
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2 leading-7">
        <h2 className="font-semibold text-intent">What led to step {lit.entry + 1}</h2>
        {before.length === 0 && <span>{NOTHING}</span>}
        <ol aria-label="Chain" className="flex flex-wrap">
          {[...before, ...(before.length > 0 ? [lit.entry] : [])].map((entry, place) => (
            <li key={entry}>
              {place > 0 && <span aria-hidden="true">→ </span>}
              <Step {...{ entry, onGoTo }} />
            </li>
          ))}
        </ol>
        {lit.faults.length > 0 && (
          <p>
            <span className="text-fault">gone wrong before:</span>
            {lit.faults.map((entry) => (
              <Step key={entry} {...{ entry, onGoTo }} />
            ))}
          </p>
        )}
      </div>
      <Button look="quiet" className="min-h-7 shrink-0 px-2 text-intent" onClick={onClear}>
        Clear
      </Button>
    </section>
  );
}

/** The same for screen readers, which are told when it changes. */
export function ChainWords({ lit }: Pick<ChainNoteProps, 'lit'>) {
  const before = beforeIn(lit);
  const chain = before.length === 0 ? NOTHING : `The chain: ${stepsInWords(before)}.`;
  const faults = lit.faults.length > 0 ? ` Gone wrong before: ${stepsInWords(lit.faults)}.` : '';
  return `Lit: what led to step ${lit.entry + 1}. ${chain}${faults}`;
}

function Step({ entry, onGoTo }: Pick<ChainNoteProps, 'onGoTo'> & { readonly entry: number }) {
  return (
    <button
      type="button"
      aria-label={`Step ${entry + 1}`}
      className="min-h-7 min-w-7 rounded font-mono text-intent underline underline-offset-2 tabular-nums"
      onClick={() => onGoTo(entry + 1)}
    >
      {entry + 1}
    </button>
  );
}

const beforeIn = ({ chain, entry }: Lit): readonly number[] =>
  [...chain].filter((each) => each !== entry);

const stepsInWords = (entries: readonly number[]): string => {
  const steps = entries.map((entry) => String(entry + 1));
  return `${steps.length === 1 ? 'step' : 'steps'} ${listOf(steps, 'and')}`;
};
