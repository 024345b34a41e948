'use client';

import { createPortal } from 'react-dom';

import type { Task } from '@/components/sampler/task';
import { wilson } from '@/lib/explorer/sampler/interval';
import { RATES } from '@/lib/explorer/sampler/weather';
import { OUTCOMES } from '@/lib/outcomes/outcome';
import { OUTCOME_WORDS } from '@/lib/outcomes/words';
import type { SampleReport } from '@/lib/scenario/sample-report';
import {
  costsOf,
  costWords,
  intervalWords,
  percentWords,
  spreadWords,
  weatherWords,
} from '@/lib/scenario/sample-words';
import { counted } from '@/lib/words/counted';

interface PrintedDaysProps {
  readonly report: SampleReport;
  readonly task: Task;
}

/** The days on paper: the same numbers, after the steps of the run. */
export function PrintedDays({ report, task }: PrintedDaysProps) {
  const { sample, tickMs } = report;
  return createPortal(
    <section aria-hidden="true" className="hidden break-inside-avoid px-7 py-4 print:block">
      <h2 className="text-lg font-semibold">
        {counted(sample.days)} {task.weather} days, from day {counted(sample.firstSeed)} on
      </h2>
      <p>{weatherWords(RATES[task.weather])} These rates are made up.</p>
      <table className="my-3 w-full text-left tabular-nums">
        <tbody>
          {OUTCOMES.map((name) => {
            const { days } = sample.outcomes[name];
            const interval = wilson(days, sample.days);
            return (
              <tr key={name}>
                <th scope="row">{OUTCOME_WORDS[name].name}</th>
                <td>{counted(days)} days</td>
                <td>{percentWords(interval.rate)}</td>
                <td>95 %: {intervalWords(interval)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p>{costWords(report)}</p>
      {costsOf(sample).map(({ title, of, unit }) => (
        <p key={of}>
          {title}: {spreadWords(sample[of], unit, unit === ' ms' ? tickMs : 1)}
        </p>
      ))}
    </section>,
    document.body,
  );
}
