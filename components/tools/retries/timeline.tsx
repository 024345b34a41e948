import type { PlannedAttempt, RetryPlan } from '@/lib/tools/retries/plan';
import { atMostWords, spanWords } from '@/lib/tools/words';

const ROW = 26;
const DOT = 4;

/** Each attempt’s earliest and latest start as a bar, the drawn one as a dot; the same beside it in words. */
export function Timeline({ plan }: { readonly plan: RetryPlan }) {
  const { attempts, givesUpMs } = plan;
  const whole = givesUpMs || 1;
  const percent = (ms: number): number => (100 * ms) / whole;
  return (
    <div className="overflow-x-auto">
      <table aria-label="When each attempt starts" className="w-full border-collapse text-sm">
        <thead>
          <tr className="text-left text-[0.8125rem] text-muted">
            <th scope="col" className="pr-4 pb-1 font-normal">
              Attempt
            </th>
            <th scope="col" className="pr-4 pb-1 font-normal">
              Wait before it
            </th>
            <th scope="col" className="pr-4 pb-1 font-normal">
              Starts after
            </th>
            <th scope="col" aria-hidden="true" className="w-1/2 pb-1 font-normal max-sm:hidden">
              <span className="flex justify-between">
                <span>0</span>
                <span>gives up: {atMostWords(givesUpMs)}</span>
              </span>
            </th>
          </tr>
        </thead>
        <tbody>
          {attempts.map((each) => (
            <tr key={each.attempt} className="border-t border-line">
              <th scope="row" className="py-1 pr-4 text-left font-normal tabular-nums">
                {each.attempt}
              </th>
              <td className="py-1 pr-4 tabular-nums">{waitWords(each)}</td>
              <td className="py-1 pr-4 tabular-nums">
                {spanWords(each.earliestMs, each.latestMs)}
              </td>
              <td aria-hidden="true" className="max-sm:hidden">
                <svg width="100%" height={ROW} className="block overflow-visible">
                  <line x1="0" x2="100%" y1={ROW / 2} y2={ROW / 2} className="stroke-line" />
                  <rect
                    x={`${percent(each.earliestMs)}%`}
                    width={`${percent(each.latestMs - each.earliestMs)}%`}
                    y={ROW / 2 - 4}
                    height="8"
                    rx="2"
                    className="fill-fault-soft stroke-fault"
                  />
                  <circle
                    cx={`${percent(each.drawnMs)}%`}
                    cy={ROW / 2}
                    r={DOT}
                    className="fill-ink"
                  />
                </svg>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const waitWords = ({ wait }: PlannedAttempt): string =>
  wait ? spanWords(wait.leastMs, wait.mostMs) : '–';
