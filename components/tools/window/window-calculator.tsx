'use client';

import { FieldsFrame } from '@/components/tools/fields-frame';
import { BigFigure, BigFigures, Part, Said } from '@/components/tools/frame';
import { ScenarioLinks } from '@/components/tools/links';
import { SettingLink } from '@/components/tools/setting-link';
import { useTool } from '@/components/tools/use-tool';
import { LateCases } from '@/components/tools/window/late-cases';
import { SystemWindows } from '@/components/tools/window/system-windows';
import { toToolQuery } from '@/lib/tools/link';
import { answerWindow, type WindowAnswer } from '@/lib/tools/window/window';
import { byteWords, exactWords, figures } from '@/lib/tools/words';
import type { ScenarioLink } from '@/simulations/tools/scenario-reference';
import type { SystemWindow } from '@/simulations/tools/systems/system';
import { neverCovered, windowFields, windowInputOf } from '@/simulations/tools/window';

const NAMES = [
  ...(['window', 'retries', 'comeback', 'redelivery', 'redrive'] as const),
  ...(['skew', 'countsFrom', 'longestRun', 'rate', 'bytes'] as const),
];

interface WindowCalculatorProps {
  readonly links: readonly ScenarioLink[];
  /** Given, so that the page does not load all that is known of them. */
  readonly systems: readonly SystemWindow[];
}

export function WindowCalculator({ links, systems }: WindowCalculatorProps) {
  const tool = useTool(windowFields);
  const { values } = tool;
  const input = windowInputOf(values);
  const answer = answerWindow(input);
  const suggestion = toToolQuery(windowFields, { ...values, window: answer.suggestedMs });
  const verdict = VERDICTS[answer.verdict].title(exactWords(values.window));
  return (
    <FieldsFrame
      tool={tool}
      names={NAMES.filter((name) => name !== 'longestRun' || values.countsFrom === 'claim')}
    >
      <Said>{`${verdict}.`}</Said>
      <Part id="answer" title={verdict}>
        <BigFigures>
          <BigFigure label="your window" tone={VERDICTS[answer.verdict].tone}>
            {exactWords(values.window)}
          </BigFigure>
          <BigFigure label="must be longer than, if one delay may follow on another">
            {exactWords(answer.allInARowMs)}
          </BigFigure>
          <BigFigure label="must be longer than, if only one delay happens at a time">
            {exactWords(answer.longestAloneMs)}
          </BigFigure>
          <BigFigure label="kept at a time">
            {`${figures(answer.records)} records, ${byteWords(answer.bytes)}`}
          </BigFigure>
        </BigFigures>
        <p className="mt-3 max-w-prose">
          {VERDICTS[answer.verdict].says}{' '}
          {answer.suggestedMs === values.window ? (
            'It is the shortest customary window that does.'
          ) : (
            <>
              The shortest customary window that covers all of it is{' '}
              <SettingLink query={suggestion}>{exactWords(answer.suggestedMs)}</SettingLink>.
            </>
          )}
        </p>
        <Cost answer={answer} rate={values.rate} bytes={values.bytes} windowMs={values.window} />
      </Part>
      <Part id="late" title="Would it still be recognised?">
        <LateCases input={input} />
      </Part>
      <Part id="never" title="What no window covers">
        <ul className="max-w-prose list-disc space-y-1.5 pl-5">
          {neverCovered.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </Part>
      <Part id="others" title="What real systems keep">
        <SystemWindows systems={systems} windowMs={values.window} neededMs={answer.allInARowMs} />
      </Part>
      <Part id="seen" title="See it happen">
        <ScenarioLinks links={links} />
      </Part>
    </FieldsFrame>
  );
}

const VERDICTS: Readonly<
  Record<
    WindowAnswer['verdict'],
    {
      readonly tone: 'harm' | 'fault' | 'effect';
      readonly title: (window: string) => string;
      readonly says: string;
    }
  >
> = {
  'too-short': {
    tone: 'harm',
    title: (window) => `${window} is too short`,
    says: 'A repeat can come after its record is gone, and is then done again.',
  },
  'alone-only': {
    tone: 'fault',
    title: (window) => `${window} is enough only for one delay at a time`,
    says: 'A retry that is sent late and then redelivered late comes after its record is gone.',
  },
  covers: {
    tone: 'effect',
    title: (window) => `${window} covers what you named`,
    says: 'Even if every delay follows on another, the record is still there.',
  },
};

interface CostProps {
  readonly answer: WindowAnswer;
  readonly rate: number;
  readonly bytes: number;
  readonly windowMs: number;
}

function Cost({ answer, rate, bytes, windowMs }: CostProps) {
  return (
    <p className="mt-3 max-w-prose text-sm text-muted">
      {figures(rate)} records a second × {exactWords(windowMs)} × {byteWords(bytes)} ={' '}
      {byteWords(answer.bytes)}. As many records a second must be cleaned up again as are written.
    </p>
  );
}
