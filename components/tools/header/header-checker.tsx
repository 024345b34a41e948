'use client';

import type { ReactNode } from 'react';

import { Frame, Part } from '@/components/tools/frame';
import { Code } from '@/components/tools/header/code';
import { Marked } from '@/components/tools/header/marked';
import { HINTS, draftWords, practiceWords } from '@/components/tools/header/words';
import { SettingLink } from '@/components/tools/setting-link';
import { AnyControl } from '@/components/tools/typed-control';
import { useTool } from '@/components/tools/use-tool';
import { readKey, type ReadKey } from '@/lib/tools/header/read-key';
import { toToolQuery } from '@/lib/tools/link';
import { listOf } from '@/lib/words/list-of';
import { headerExamples, headerFields } from '@/simulations/tools/header';

interface HeaderCheckerProps {
  /** Made with the page, so that its script need not know all sources. */
  readonly sources: ReactNode;
  readonly why: ReactNode;
}

export function HeaderChecker({ sources, why }: HeaderCheckerProps) {
  const tool = useTool(headerFields);
  const read = readKey(tool.values.value);
  const { draft, practice, suggestion, joined, hints } = read;
  return (
    <Frame
      tool={tool}
      controls={
        <>
          <AnyControl tool={tool} name="value" />
          <p className="text-[0.8125rem] leading-snug text-muted">
            It is read in this browser. The link to this page holds it, so try it with a key that
            nobody uses.
          </p>
          <Examples current={tool.values.value} />
        </>
      }
    >
      <Part id="draft" title={draft.ok ? 'Right by the draft' : 'Wrong by the draft'}>
        <Marked text={joined} at={draft.ok ? null : draft.at} />
        <p className="mt-3 max-w-prose" role="status">
          {draft.ok ? (
            <>
              The key is {draft.key === '' ? EMPTY : <Code>{draft.key}</Code>}
              {parameterWords(draft.parameters)}.
            </>
          ) : (
            draftWords(draft, joined)
          )}
        </p>
        {!draft.ok && suggestion !== null && (
          <p className="mt-2 max-w-prose">
            Written as the draft has it:{' '}
            <SettingLink query={toToolQuery(headerFields, { value: suggestion })}>
              <Code>{suggestion}</Code>
            </SettingLink>
          </p>
        )}
        <p className="mt-2 text-[0.8125rem] text-muted">
          A string of Structured Fields: {sources}.
        </p>
      </Part>
      <Part id="practice" title="In practice">
        <p className="max-w-prose">{practiceWords(practice)}</p>
        <Difference read={read} />
      </Part>
      {hints.length > 0 && (
        <Part id="hints" title="Worth knowing">
          <ul className="max-w-prose list-disc space-y-1.5 pl-5">
            {hints.map((hint) => (
              <li key={hint}>{HINTS[hint]}</li>
            ))}
          </ul>
        </Part>
      )}
      {why}
    </Frame>
  );
}

const EMPTY = 'an empty string';

function parameterWords(names: readonly string[]): string {
  if (names.length === 0) return '';
  const [noun, verb] = names.length === 1 ? ['parameter', 'says'] : ['parameters', 'say'];
  return `, with the ${noun} ${listOf(names)}, which ${verb} nothing about the key`;
}

/** What each of the two makes of it, side by side. */
function Difference({ read: { draft, practice } }: { readonly read: ReadKey }) {
  return (
    <dl className="mt-4 grid max-w-3xl gap-px overflow-hidden rounded-lg border border-line bg-line sm:grid-cols-2">
      <div className="min-w-0 bg-panel px-4 py-3">
        <dt className="text-[0.8125rem] text-muted">A server that goes by the draft stores</dt>
        {draft.ok ? (
          <dd className={`mt-1 text-sm ${draft.key === '' ? '' : 'font-mono break-all'}`}>
            {draft.key || EMPTY}
          </dd>
        ) : (
          <dd className="mt-1 text-sm">
            nothing: it answers 400 or, where a key is optional, runs without one
          </dd>
        )}
      </div>
      <div className="min-w-0 bg-panel px-4 py-3">
        <dt className="text-[0.8125rem] text-muted">A server that takes it as it stands stores</dt>
        <dd className="mt-1 font-mono text-sm break-all">{practice.key || 'nothing: no key'}</dd>
      </div>
    </dl>
  );
}

function Examples({ current }: { readonly current: string }) {
  return (
    <div>
      <h2 className="mb-1 text-[0.9375rem]">Try</h2>
      <ul className="grid gap-x-4 text-sm max-lg:sm:grid-cols-2">
        {headerExamples.map(({ name, value }) => (
          <li key={name} className="py-1">
            <SettingLink
              query={toToolQuery(headerFields, { value })}
              current={value === current}
              className="aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:no-underline"
            >
              {name}
            </SettingLink>
          </li>
        ))}
      </ul>
    </div>
  );
}
