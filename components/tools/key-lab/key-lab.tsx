'use client';

import { type ReactNode, useState } from 'react';

import { FieldsFrame } from '@/components/tools/fields-frame';
import { Part } from '@/components/tools/frame';
import { Clashes } from '@/components/tools/key-lab/clashes';
import {
  browserBytes,
  exampleBytes,
  makeKeys,
  timeCharacters,
} from '@/components/tools/key-lab/make-keys';
import { TimestampTale } from '@/components/tools/key-lab/timestamp-tale';
import { AnyControl } from '@/components/tools/typed-control';
import { useTool } from '@/components/tools/use-tool';
import { Button } from '@/components/ui/button';
import type { KeyOptions } from '@/lib/tools/keys/collisions';
import { keyFields, SECONDS_PER, STORY_START_MS } from '@/simulations/tools/key-lab';

interface KeyLabProps {
  /** How it is worked out, and where it is seen: made with the page, so that its script need not know all sources. */
  readonly formula: ReactNode;
  readonly seen: ReactNode;
}

export function KeyLab({ formula, seen }: KeyLabProps) {
  const tool = useTool(keyFields);
  const { kind, characters, alphabet, unit, rate, per, window, gap, retry } = tool.values;
  const options: KeyOptions = { kind, characters, alphabet, unit };
  return (
    <FieldsFrame
      tool={tool}
      names={[
        'kind',
        ...(kind === 'short' ? (['characters', 'alphabet'] as const) : []),
        ...(kind === 'timestamp' ? (['unit'] as const) : []),
        ...(['rate', 'per', 'window'] as const),
      ]}
    >
      {/* Other settings, other keys: those that were made are not of this kind any more. */}
      <MadeKeys key={JSON.stringify(options)} options={options} />
      <Clashes
        {...{ options, formula, ratePerSecond: rate / SECONDS_PER[per], windowMs: window }}
      />
      <Part id="timestamps" title="Why a timestamp fails twice">
        <TimestampTale
          times={{ startMs: STORY_START_MS, gapUs: gap, retryMs: retry }}
          unit={unit}
        />
        <div className="needs-script mt-4 grid max-w-3xl gap-x-8 gap-y-4 sm:grid-cols-3 print:hidden">
          <AnyControl tool={tool} name="gap" />
          <AnyControl tool={tool} name="retry" />
          {kind !== 'timestamp' && <AnyControl tool={tool} name="unit" />}
        </div>
      </Part>
      <Part id="seen" title="See it happen">
        {seen}
      </Part>
    </FieldsFrame>
  );
}

function MadeKeys({ options }: { readonly options: KeyOptions }) {
  const [made, setMade] = useState<readonly string[] | null>(null);
  const keys = made ?? makeKeys(options, STORY_START_MS, exampleBytes());
  const time = timeCharacters(options.kind);
  return (
    <Part id="make" title="Make some">
      <ol
        aria-label={made ? 'Keys' : 'An example of such keys'}
        className="overflow-x-auto rounded-lg border border-line bg-panel px-4 py-3 font-mono text-[0.8125rem] leading-relaxed sm:text-[0.9375rem]"
      >
        {keys.map((key, index) => (
          <li key={`${index} ${key}`} className="break-all">
            <span className="text-intent">{key.slice(0, time)}</span>
            {key.slice(time)}
          </li>
        ))}
      </ol>
      <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2 text-[0.8125rem] text-muted">
        <span className="needs-script no-print">
          <Button
            look="strong"
            onClick={() => setMade(makeKeys(options, Date.now(), browserBytes))}
          >
            Make five keys
          </Button>
        </span>
        <span>
          {made
            ? 'Made in this browser just now, all at the same moment.'
            : 'An example. Yours are made in this browser and sent nowhere.'}
          {time > 0 && (
            <>
              {' '}
              The <span className="text-intent">coloured part</span> is the time.
            </>
          )}
        </span>
      </div>
    </Part>
  );
}
