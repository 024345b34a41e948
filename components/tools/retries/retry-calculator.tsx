'use client';

import type { ReactNode } from 'react';

import { FieldsFrame } from '@/components/tools/fields-frame';
import { BigFigure, BigFigures, Part, Said } from '@/components/tools/frame';
import { Layers } from '@/components/tools/retries/layers';
import { Timeline } from '@/components/tools/retries/timeline';
import { SettingLink } from '@/components/tools/setting-link';
import { useTool } from '@/components/tools/use-tool';
import { toToolQuery } from '@/lib/tools/link';
import { planRetries, type RetryPlan } from '@/lib/tools/retries/plan';
import { atMostWords, figures } from '@/lib/tools/words';
import { retryExamples, retryFields } from '@/simulations/tools/retries';
import { windowQueryFor } from '@/simulations/tools/window';

const NAMES = [...(['attempts', 'timeout', 'base', 'factor', 'cap', 'jitter', 'layers'] as const)];

/** Made with the page, so that its script need not know all sources. */
interface RetryCalculatorProps {
  readonly layersSources: ReactNode;
  /** By a policy’s name. */
  readonly exampleSources: Readonly<Record<string, ReactNode>>;
  readonly formulas: ReactNode;
  readonly seen: ReactNode;
}

export function RetryCalculator(props: RetryCalculatorProps) {
  const tool = useTool(retryFields);
  const { attempts, timeout, base, factor, cap, jitter, layers, seed } = tool.values;
  const plan = planRetries(
    {
      ...{ attempts, timeoutMs: timeout, baseMs: base, factor, capMs: cap, jitter },
      ...{ layers },
    },
    seed,
  );
  const next = seed >= retryFields.seed.max ? retryFields.seed.min : seed + 1;
  return (
    <FieldsFrame
      tool={tool}
      names={NAMES.filter((name) => name !== 'factor' || jitter !== 'decorrelated')}
    >
      <Said>{`Gives up after ${atMostWords(plan.givesUpMs)} at the latest. Calls to the last service for one: ${figures(plan.calls)}.`}</Said>
      <Part id="when" title="When attempts happen">
        <BigFigures>
          <BigFigure label="gives up after, at the latest">{atMostWords(plan.givesUpMs)}</BigFigure>
          <BigFigure label="calls to the last service for one" tone={toneOf(plan.calls)}>
            {figures(plan.calls)}
          </BigFigure>
          <BigFigure label="the last of them comes after, at the latest">
            {attempts === 1 ? 'no retry' : atMostWords(plan.lastCallMs)}
          </BigFigure>
        </BigFigures>
        <div className="mt-5">
          <Timeline plan={plan} />
        </div>
        {jitter !== 'none' && attempts > 1 && (
          <p className="mt-3 text-sm text-muted max-sm:hidden">
            The dots are one example, drawn with the number {seed}.{' '}
            <SettingLink
              query={toToolQuery(retryFields, { ...tool.values, seed: next })}
              className="no-print needs-script"
            >
              Draw another
            </SettingLink>
          </p>
        )}
      </Part>
      <Part id="layers" title="How calls multiply">
        <Layers {...{ attempts, layers, sources: props.layersSources }} />
      </Part>
      <Part id="window" title="How long the key must be remembered">
        <NeededWindow plan={plan} />
      </Part>
      <Part id="examples" title="Policies to start from">
        <ul className="max-w-prose space-y-2">
          {retryExamples.map(({ name, query, remark }) => (
            <li key={name}>
              <SettingLink query={query}>{name}</SettingLink>. {remark}{' '}
              <span className="text-[0.8125rem] text-muted">({props.exampleSources[name]})</span>
            </li>
          ))}
        </ul>
        {props.formulas}
      </Part>
      <Part id="seen" title="See it happen">
        {props.seen}
      </Part>
    </FieldsFrame>
  );
}

const toneOf = (calls: number) => (calls > 9 ? 'harm' : calls > 3 ? 'fault' : 'ink');

function NeededWindow({ plan: { attempts, lastCallMs } }: { readonly plan: RetryPlan }) {
  return (
    <p className="max-w-prose">
      {attempts.length === 1
        ? 'There is no retry, so no call comes again by itself. A record of it must still be kept if a person or a queue can send it again:'
        : `The last call may come ${atMostWords(lastCallMs)} after the first. A record of the first must still be there then, and for longer if a person or a queue can send it again:`}{' '}
      <a
        href={`window?${windowQueryFor(lastCallMs)}`}
        className="py-1 text-intent underline underline-offset-2"
      >
        work out the window
      </a>
      .
    </p>
  );
}
