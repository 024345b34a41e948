'use client';

import { useEffect, useId, useRef } from 'react';

import { KnobControls } from '@/components/knobs/knobs';
import { WEATHER } from '@/components/sampler/opened-as';
import type { DaysState } from '@/components/sampler/use-days';
import { Button } from '@/components/ui/button';
import type { ChangeView } from '@/components/view/use-story';
import { SAMPLER_LIMITS } from '@/lib/explorer/sampler/limits';
import { type Weather, WEATHERS } from '@/lib/explorer/sampler/weather';
import type { SampleReport } from '@/lib/scenario/sample-report';
import { counted } from '@/lib/words/counted';

interface DaysControlsProps {
  readonly weather: Weather;
  readonly seed: number;
  readonly days: DaysState;
  readonly change: ChangeView;
  readonly onRun: () => void;
  readonly onCancel: () => void;
}

/** Which days, and how far they are. */
export function DaysControls(props: DaysControlsProps) {
  const { weather, seed, days, change, onRun, onCancel } = props;
  const id = useId();
  const box = useRef<HTMLInputElement>(null);
  // Set, and not drawn anew: whoever has the focus in it keeps it.
  useEffect(() => {
    if (box.current) box.current.value = String(seed);
  }, [seed]);
  const running = days.state === 'running';
  const count = days.report?.sample.days ?? SAMPLER_LIMITS.daysUsual;
  const setSeed = (typed: HTMLInputElement) => {
    const chosen = /^\d{1,9}$/.test(typed.value) ? Number(typed.value) : seed;
    // What is no day is taken back: the box must not name another than is shown.
    typed.value = String(chosen);
    if (chosen !== seed) change({ seed: chosen });
  };
  return (
    <section aria-labelledby={`${id}-title`} className="space-y-4">
      <h3 id={`${id}-title`} className="font-serif text-lg leading-snug">
        Ten thousand days
      </h3>
      <KnobControls
        knobs={WEATHER}
        settings={{ weather }}
        onTurn={({ weather: turned }) => {
          change({ weather: WEATHERS.find((name) => name === turned) ?? 'ordinary' });
        }}
      />
      <div className="flex items-end gap-2">
        <label className="min-w-0 flex-1">
          <span className="mb-1 block">First day</span>
          <input
            ref={box}
            type="number"
            inputMode="numeric"
            min={0}
            max={SAMPLER_LIMITS.seedMax}
            defaultValue={seed}
            className="h-9 w-full min-w-0 rounded-md border border-line bg-panel px-2 font-mono tabular-nums"
            onBlur={({ target }) => setSeed(target)}
            onKeyDown={({ key, currentTarget }) => {
              if (key === 'Enter') setSeed(currentTarget);
            }}
          />
        </label>
        {running ? (
          <Button className="w-36" onClick={onCancel}>
            Cancel
          </Button>
        ) : days.state === 'done' ? (
          <Button
            className="w-36"
            disabled={seed + 2 * count > SAMPLER_LIMITS.seedMax}
            onClick={() => change({ seed: seed + count })}
          >
            Next {counted(count)}
          </Button>
        ) : (
          <Button className="w-36" look="strong" onClick={onRun}>
            Run
          </Button>
        )}
      </div>
      <div className="space-y-1.5">
        <progress
          aria-label="Days lived through"
          max={1}
          value={days.part}
          className={`days-progress block h-1 w-full ${running ? '' : 'invisible'}`}
        />
        <p role="status" className="min-h-10 text-[0.8125rem] leading-snug text-muted">
          {wordsOf(days)}
        </p>
      </div>
    </section>
  );
}

function wordsOf({ state, report, ms, reason }: DaysState): string {
  switch (state) {
    case 'running':
      return 'Living through the days …';
    case 'cancelled':
      return report ? 'Cancelled. What is shown is of the days before.' : 'Cancelled.';
    case 'failed':
      return `It could not be done: ${reason}.`;
    case 'done':
      return report ? `${doneWords(report)} in ${secondsWords(ms)}.` : '';
  }
}

const doneWords = ({ sample, undefended }: SampleReport): string =>
  `${counted(sample.days)} days, ${sample.harmed === 0 ? 'none' : counted(sample.harmed)} of them with harm,${undefended ? ` and ${counted(sample.days)} undefended ones to compare,` : ''}`;

const secondsWords = (ms: number): string =>
  ms < 995 ? `${Math.max(1, Math.round(ms))} ms` : `${(ms / 1000).toFixed(1)} s`;
