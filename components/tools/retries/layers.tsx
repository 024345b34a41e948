import type { ReactNode } from 'react';

import { amplification } from '@/lib/tools/retries/plan';
import { figures } from '@/lib/tools/words';

interface LayersProps {
  readonly attempts: number;
  readonly layers: number;
  readonly sources: ReactNode;
}

/** How one call becomes many, layer by layer, and what it would be if only the first one retried. */
export function Layers({ attempts, layers, sources }: LayersProps) {
  const all = amplification(attempts, layers);
  return (
    <>
      <ol className="max-w-3xl space-y-1">
        {Array.from({ length: layers }, (_, index) => {
          const calls = amplification(attempts, index + 1);
          return (
            <li
              key={index}
              className="grid grid-cols-[5.5rem_4.5rem_minmax(0,1fr)] items-center gap-x-3 text-sm sm:grid-cols-[7rem_6rem_minmax(0,1fr)]"
            >
              <span className="text-muted">layer {index + 1}</span>
              <span className="text-right font-mono tabular-nums">
                {figures(calls)}
                <span className="sr-only"> calls</span>
              </span>
              <span aria-hidden="true" className="block h-3">
                <span
                  className={`block h-full rounded-r-sm [print-color-adjust:exact] ${calls > attempts ? 'bg-harm' : 'bg-ink'}`}
                  style={{ width: `max(2px, ${(100 * calls) / all}%)` }}
                />
              </span>
            </li>
          );
        })}
      </ol>
      <p className="mt-3 max-w-prose">
        {attempts === 1 ? (
          'Only one attempt at each layer: nobody retries, and one call stays one.'
        ) : (
          <>
            {attempts} attempts at each of {layers} {layers === 1 ? 'layer' : 'layers'}: {attempts}
            <sup>{layers}</sup> = {figures(all)} calls to what lies behind the last one, all for
            one. {all > attempts && `If only one layer retries, it is ${attempts}.`}
          </>
        )}{' '}
        <span className="text-[0.8125rem] text-muted">({sources})</span>
      </p>
    </>
  );
}
