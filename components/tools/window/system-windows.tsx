import { MINUTE_MS } from '@/lib/tools/units';
import { exactWords } from '@/lib/tools/words';
import type { SystemWindow } from '@/simulations/tools/systems/system';

interface SystemWindowsProps {
  readonly systems: readonly SystemWindow[];
  readonly windowMs: number;
  readonly neededMs: number;
}

/** Each system’s window as a bar. From a minute on, ten times as long is a fifth of the width more. */
export function SystemWindows({ systems, windowMs, neededMs }: SystemWindowsProps) {
  const longestMs = Math.max(windowMs, neededMs, ...systems.map((each) => each.windowMs));
  const share = (ms: number): number =>
    ms <= MINUTE_MS ? 0.5 : (100 * Math.log(ms / MINUTE_MS)) / Math.log(longestMs / MINUTE_MS);
  return (
    <>
      <p className="mb-3 max-w-prose text-sm text-muted">
        Drawn by powers of ten. The line is what you need, {exactWords(neededMs)}.{' '}
        <span className="text-effect">Green</span> is longer than that, grey is too short, and{' '}
        <span className="text-intent">your window</span> is among them. More in{' '}
        <a href="systems?columns=window,scope" className="text-intent underline underline-offset-2">
          Real systems
        </a>
        .
      </p>
      <ul className="space-y-1.5">
        {[...systems, { id: 'yours', name: 'Your window', windowMs, window: null }]
          .toSorted((a, b) => a.windowMs - b.windowMs)
          .map((each) => (
            <li
              key={each.id}
              className={`grid items-center gap-x-4 sm:grid-cols-[14rem_minmax(0,1fr)_17rem] ${each.id === 'yours' ? 'font-semibold text-intent' : ''}`}
            >
              <span className="text-sm">{each.name}</span>
              <span
                aria-hidden="true"
                className="relative order-last h-3 sm:order-none sm:h-auto sm:self-stretch"
              >
                <span
                  className={`absolute top-1/2 left-0 h-2 -translate-y-1/2 rounded-r-sm [print-color-adjust:exact] ${barOf(each.id, each.windowMs, neededMs)}`}
                  style={{ width: `${share(each.windowMs)}%` }}
                />
                {/* As far as the next row’s, so that all are one line. */}
                <span
                  className="absolute -inset-y-1 w-px bg-ink [print-color-adjust:exact] sm:-inset-y-[3px]"
                  style={{ left: `${Math.min(100, share(neededMs))}%` }}
                />
              </span>
              <span className="text-sm tabular-nums">
                {each.window ?? exactWords(each.windowMs)}
                <span className="sr-only">
                  {each.windowMs > neededMs ? ', long enough for you' : ', too short for you'}
                </span>
              </span>
            </li>
          ))}
      </ul>
    </>
  );
}

const barOf = (id: string, windowMs: number, neededMs: number): string =>
  id === 'yours' ? 'bg-intent' : windowMs > neededMs ? 'bg-effect' : 'bg-edge';
