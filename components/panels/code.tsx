'use client';

import { memo, useMemo } from 'react';

import type { Story } from '@/components/view/story';
import { actorNameIn } from '@/lib/projections/actor-name';
import { codeAt, type CodeLine, plainCode } from '@/lib/projections/code';
import type { View } from '@/lib/permalink/view';
import { type CodeBeside, codeBeside } from '@/lib/scenario/code-beside';

interface CodePanelProps {
  readonly story: Story;
  readonly position: number;
  readonly language: View['language'];
  readonly onLanguage: (language: View['language']) => void;
}

/** The code of the pattern, with the lines marked at which its handlers stand. */
export function CodePanel({ story, position, language, onLanguage }: CodePanelProps) {
  const { played } = story;
  const code = useMemo(() => played.scenario.code(played.settings), [played]);
  const beside = useMemo(() => codeBeside(played.scenario, played.settings), [played]);
  const sample = code.samples.find((each) => each.language === language) ?? code.samples[0];
  const lines = sample
    ? codeAt(sample.text, { run: played.run, cast: played.cast, group: code.process }, position)
    : [];
  const named = lines.map(({ text, at }) => ({
    ...{ text, at: at.map((id) => actorNameIn(played.cast, id)) },
  }));
  return (
    <div>
      <div role="group" aria-label="Language" className="mb-2 flex gap-3 text-[0.8125rem]">
        {code.samples.map((each) => (
          <button
            key={each.language}
            type="button"
            aria-pressed={each.language === sample?.language}
            className="min-h-7 text-muted underline-offset-4 aria-pressed:text-ink aria-pressed:underline"
            onClick={() => onLanguage(each.language)}
          >
            {each.language}
          </button>
        ))}
      </div>
      <Listing
        name={`${sample?.language ?? ''} code; the marked lines are where the run is now`}
        lines={named}
      />
      <p className="mt-2 text-sm text-muted">{code.remark}</p>
      {beside && <Beside {...{ beside }} language={sample?.language} />}
    </div>
  );
}

interface BesideProps {
  readonly beside: CodeBeside;
  readonly language: View['language'] | undefined;
}

const BESIDE = {
  broken: 'For comparison: the broken form',
  defended: 'For comparison: the defence',
};

/** The other form of the pattern, with nothing marked: no step changes it. */
const Beside = memo(function Beside({ beside: { is, code }, language }: BesideProps) {
  const sample = code.samples.find((each) => each.language === language) ?? code.samples[0];
  if (!sample) return null;
  const lines = plainCode(sample.text).split('\n');
  return (
    <section className="mt-5" aria-label={BESIDE[is]}>
      <h3 className="mb-2 text-[0.8125rem] font-semibold">{BESIDE[is]}</h3>
      <Listing
        name={`${sample.language} code, ${is === 'broken' ? 'broken form' : 'defence'}`}
        lines={lines.map((text) => ({ text, at: [] }))}
      />
      <p className="mt-2 text-sm text-muted">{code.remark}</p>
    </section>
  );
});

interface ListingProps {
  readonly name: string;
  readonly lines: readonly CodeLine[];
}

/** Numbered lines, those marked at which somebody stands. */
function Listing({ name, lines }: ListingProps) {
  const several = new Set(lines.flatMap(({ at }) => at)).size > 1;
  return (
    <pre
      data-scrolls="always"
      tabIndex={0}
      role="group"
      aria-label={name}
      // Positioned: else words for screen readers at the end of a long line widen the page, and not this.
      className="relative overflow-x-auto rounded-md border border-line bg-panel py-2 font-mono text-xs leading-[1.65]"
    >
      {lines.map(({ text, at }, index) => (
        <Line
          // A sample's lines never move.
          key={index}
          number={index + 1}
          text={text}
          here={at.length === 0 ? null : several ? `← ${at.join(', ')}` : ''}
        />
      ))}
    </pre>
  );
}

interface LineProps {
  readonly number: number;
  readonly text: string;
  /** Who stands here, where more than one place is marked; empty where it is the only one, null where nobody does. */
  readonly here: string | null;
}

/** Drawn again only when somebody comes or goes. */
const Line = memo(function Line({ number, text, here }: LineProps) {
  return (
    <span
      data-here={here === null ? undefined : ''}
      className="block w-max min-w-full border-l-[3px] border-transparent pr-3 pl-1 data-here:border-fault data-here:bg-fault-soft"
    >
      <span
        aria-hidden="true"
        className="mr-1.5 inline-block w-4 text-right text-muted select-none"
      >
        {number}
      </span>
      {here !== null && <span className="sr-only select-none">Now here: </span>}
      {text || ' '}
      {here && <span className="ml-3 font-sans text-xs text-fault">{here}</span>}
    </span>
  );
});
