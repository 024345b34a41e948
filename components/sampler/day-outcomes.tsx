'use client';

import type { MouseEvent } from 'react';

import { hasModifier } from '@/components/ui/has-modifier';
import type { ChangeView } from '@/components/view/use-story';
import { type Interval, wilson } from '@/lib/explorer/sampler/interval';
import type { Counted, Sample } from '@/lib/explorer/sampler/sample';
import type { View } from '@/lib/permalink/view';
import { OUTCOMES } from '@/lib/outcomes/outcome';
import { OUTCOME_WORDS } from '@/lib/outcomes/words';
import { intervalWords, percentWords, roundScale } from '@/lib/scenario/sample-words';
import { counted } from '@/lib/words/counted';

export interface DayLink {
  /** What of the page's view it changes. */
  readonly opens: Partial<View>;
  readonly href: string;
  /** Whether it is what the page shows now. */
  readonly current: boolean;
}

interface DayOutcomesProps {
  /** Null while there is none yet. */
  readonly sample: Sample | null;
  /** By seed: the days that can be opened. */
  readonly links: ReadonlyMap<number, DayLink>;
  readonly onOpen: ChangeView;
}

/** How often each outcome came, and some of the days on which it did. */
export function DayOutcomes({ sample, links, onOpen }: DayOutcomesProps) {
  const rows = OUTCOMES.map((name) => {
    const found = sample?.outcomes[name] ?? NONE;
    return { name, found, interval: wilson(found.days, sample?.days ?? 0) };
  });
  const scale = roundScale(Math.max(...(sample ? rows.map(({ interval }) => interval.high) : [0])));
  const anyBar = rows.some(({ found }) => found.days > 0);
  const { harmless = NONE, harmed = 0, cutOff = 0 } = sample ?? {};
  return (
    <section aria-label="What came of these days" className="space-y-4">
      <div className="overflow-hidden rounded-lg border border-line bg-panel">
        <dl className="grid grid-cols-2">
          <Total label="days without harm" count={sample && harmless.days} tone="text-effect" />
          <Total
            label="days with harm"
            count={sample && harmed}
            tone={harmed > 0 ? 'bg-harm-soft text-harm' : ''}
            testId="harmed"
          />
        </dl>
        <div className="flex min-h-11 flex-wrap gap-x-2.5 border-t border-line px-4 py-2.5">
          <span className="text-muted">without harm:</span>
          <Days found={harmless} {...{ links, onOpen }} />
        </div>
      </div>
      {cutOff > 0 && (
        <p className="text-fault">
          {counted(cutOff)} days did not come to rest and were cut off at a limit.
        </p>
      )}
      <ul aria-label="Outcomes of these days" className="divide-y divide-line border-y border-line">
        {rows.map(({ name, found, interval }) => (
          <li key={name} data-days-outcome={name} className="py-2.5">
            <p className="flex items-baseline justify-between gap-3">
              <span className={found.days > 0 ? 'font-semibold text-harm' : ''}>
                {OUTCOME_WORDS[name].name}
              </span>
              <span className="font-mono tabular-nums">
                {found.days > 0 && (
                  <span className="mr-3 text-[0.8125rem] text-muted">
                    {counted(found.days)} days
                  </span>
                )}
                {found.days > 0 ? (
                  percentWords(interval.rate)
                ) : (
                  <span className={sample ? 'text-effect' : ''}>{sample ? 'none' : '–'}</span>
                )}
              </span>
            </p>
            <Bar {...{ interval, scale }} isThere={found.days > 0} />
            <div className="flex min-h-6 flex-wrap items-baseline justify-between gap-x-3">
              <Days {...{ found, links, onOpen }} />
              <span className="ml-auto text-[0.8125rem] text-muted">
                {sample && `95 %: ${intervalWords(interval)}`}
              </span>
            </div>
          </li>
        ))}
      </ul>
      {anyBar && (
        // Of the bars alone: who does not see them has the rates in words.
        <p aria-hidden="true" className="text-[0.8125rem] text-muted">
          The full width is {Math.round(scale * 100)} %.
        </p>
      )}
    </section>
  );
}

const NONE: Counted = { days: 0, seeds: [] };

interface TotalProps {
  readonly label: string;
  readonly count: number | null;
  readonly tone: string;
  readonly testId?: string;
}

function Total({ label, count, tone, testId }: TotalProps) {
  const isHarm = tone.startsWith('bg-');
  return (
    <div
      className={`flex flex-col justify-between border-l border-line px-4 py-3 first:border-l-0 ${tone}`}
    >
      <dt className={isHarm ? '' : 'text-muted'}>{label}</dt>
      <dd data-testid={testId} className="mt-1 font-mono text-[1.625rem] leading-none tabular-nums">
        {count === null ? '–' : counted(count)}
      </dd>
    </div>
  );
}

interface BarProps {
  readonly interval: Interval;
  readonly scale: number;
  /** Of what never came there is nothing to draw. */
  readonly isThere: boolean;
}

/** The rate as a bar, and over its end the interval as a line. Said in words beside it. */
function Bar({ interval: { rate, low, high }, scale, isThere }: BarProps) {
  const place = (value: number) => `${Math.min(100, (value / scale) * 100)}%`;
  return (
    <span aria-hidden="true" className="relative my-1 block h-2 rounded-sm bg-soft">
      {isThere && (
        <>
          <span
            className="absolute inset-y-0 left-0 rounded-sm bg-harm"
            style={{ width: place(rate), minWidth: rate > 0 ? 2 : 0 }}
          />
          <span
            className="absolute top-1/2 h-px bg-ink"
            style={{ left: place(low), width: place(high - low) }}
          />
        </>
      )}
    </span>
  );
}

interface DaysProps extends Pick<DayOutcomesProps, 'links' | 'onOpen'> {
  readonly found: Counted;
}

/** Links to some days. Until its script is written, a day is just named. */
function Days({ found, links, onOpen }: DaysProps) {
  if (found.seeds.length === 0) return null;
  return (
    <span className="flex flex-wrap gap-x-2.5">
      <span className="text-muted">day</span>
      {found.seeds.map((seed) => {
        const link = links.get(seed);
        const name = counted(seed);
        if (!link) {
          return (
            <span key={seed} className="font-mono text-muted tabular-nums">
              {name}
            </span>
          );
        }
        const open = (event: MouseEvent) => {
          if (hasModifier(event)) return;
          event.preventDefault();
          onOpen(link.opens);
        };
        return (
          <a
            key={seed}
            href={link.href}
            aria-label={`Open day ${name}`}
            aria-current={link.current || undefined}
            className="inline-block min-w-6 py-1 text-center font-mono text-intent tabular-nums underline underline-offset-2 aria-current:font-semibold aria-current:no-underline"
            onClick={open}
          >
            {name}
          </a>
        );
      })}
    </span>
  );
}
