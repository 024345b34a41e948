import { Plot } from '@/components/sampler/plot';
import type { SampleReport } from '@/lib/scenario/sample-report';
import { costsOf, costWords } from '@/lib/scenario/sample-words';
import { counted } from '@/lib/words/counted';

interface CostsProps {
  /** Null while there is none yet. */
  readonly report: SampleReport | null;
}

/** What the days cost: calls, round trips behind them, and how long an answer took. */
export function Costs({ report }: CostsProps) {
  return (
    <section aria-labelledby="days-costs" className="space-y-5">
      <h3 id="days-costs" className="font-semibold">
        What it costs
      </h3>
      <p data-testid="cost" className="min-h-16 font-serif text-base leading-snug">
        {report && costWords(report)}
      </p>
      {costsOf(report?.sample ?? null).map(({ title, of, counts, unit }) => (
        <Plot
          key={of}
          {...{ title, counts, unit }}
          histogram={report?.sample[of] ?? null}
          scale={unit === ' ms' ? (report?.tickMs ?? 1) : 1}
        />
      ))}
      <p className="min-h-5 text-muted">
        {report && report.sample.unanswered > 0 && unansweredWords(report.sample.unanswered)}
      </p>
    </section>
  );
}

const unansweredWords = (count: number): string =>
  count === 1
    ? 'One intent got no final answer.'
    : `${counted(count)} intents got no final answer.`;
