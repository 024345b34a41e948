import type { ReactNode } from 'react';

import { Drawing, type FindDrawing } from '@/components/concepts/drawing';
import { Marked } from '@/components/concepts/marked';
import { PlayLinks } from '@/components/concepts/play-links';
import { RunsTable } from '@/components/concepts/runs-table';
import type { Block, Source } from '@/simulations/concepts/reading';

interface Around {
  /** The way to the home page, relative. */
  readonly home: string;
  readonly find: FindDrawing;
}

type Of<Kind extends Block['kind']> = Extract<Block, { readonly kind: Kind }>;

/** A part of a reading. Made on the server, all of it. */
export function BlockView({ block, home, find }: Around & { readonly block: Block }) {
  switch (block.kind) {
    case 'text':
      return (
        <p className="max-w-prose print:max-w-none">
          <Marked text={block.text} />
        </p>
      );
    case 'list':
      return (
        <ul className="max-w-prose list-disc space-y-1.5 pl-5 marker:text-muted print:max-w-none print:space-y-0.5">
          {block.items.map((item) => (
            <li key={item}>
              <Marked text={item} />
            </li>
          ))}
        </ul>
      );
    case 'table':
      return <Table {...block} />;
    case 'terms':
      return <Terms {...block} />;
    case 'drawing':
      return <Drawing {...block} {...{ home, find }} />;
    case 'runs':
      return (
        <Scroller label={block.caption}>
          <RunsTable {...block} home={home} />
        </Scroller>
      );
    case 'plays':
      return <PlayLinks plays={block.plays} home={home} />;
    case 'code':
      return <Code {...block} />;
    case 'question':
      return <Question {...block} home={home} />;
    case 'claims':
      return <Claims {...block} />;
    case 'source':
      return <SourceLine {...block} />;
  }
}

const SourceLine = ({ text, address }: Source) => (
  <p className="font-sans text-sm text-muted">
    Source:{' '}
    <a className="text-intent underline underline-offset-2" href={address} rel="noreferrer">
      {text}
    </a>
  </p>
);

/** What is too wide for a phone scrolls by itself, by keyboard too. */
function Scroller({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div
      role="region"
      aria-label={label}
      tabIndex={0}
      data-scrolls="on paper"
      className="overflow-x-auto"
    >
      {children}
    </div>
  );
}

/** On a phone two columns fit, and more of them scroll rather than stand a word a line. */
const WIDTHS: Readonly<Record<number, string>> = {
  3: 'min-w-[32rem] print:min-w-0',
  4: 'min-w-[42rem] print:min-w-0',
};

function Table({ caption, head, rows }: Omit<Of<'table'>, 'kind'>) {
  const named = head.some((text) => text !== '');
  return (
    <Scroller label={caption}>
      <table className={`w-full font-sans text-sm print:text-xs ${WIDTHS[head.length] ?? ''}`}>
        <caption className="pb-2 text-left font-semibold">{caption}</caption>
        {named && (
          <thead>
            <tr>
              {head.map((text, index) =>
                text === '' ? (
                  <td key={index} className="border-b border-edge" />
                ) : (
                  <th
                    key={text}
                    scope="col"
                    className="border-b border-edge py-2 pr-5 print:py-1 text-left align-bottom font-normal text-muted"
                  >
                    {text}
                  </th>
                ),
              )}
            </tr>
          </thead>
        )}
        <tbody>
          {rows.map(([first = '', ...rest]) => (
            <tr key={first} className="break-inside-avoid">
              <th
                scope="row"
                className="border-b border-line py-2 pr-5 print:py-1 text-left align-top font-semibold"
              >
                <Marked text={first} />
              </th>
              {rest.map((text, index) => (
                <td
                  key={index}
                  className="border-b border-line py-2 pr-5 print:py-1 align-top last:pr-0"
                >
                  <Marked text={text} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  );
}

const Terms = ({ terms }: Omit<Of<'terms'>, 'kind'>) => (
  <dl className="max-w-3xl">
    {terms.map(({ term, meaning }) => (
      <div
        key={term}
        className="grid gap-x-6 border-t border-line py-2 sm:grid-cols-[11rem_minmax(0,1fr)] print:break-inside-avoid"
      >
        <dt className="font-sans text-sm leading-[1.7rem] font-semibold">{term}</dt>
        <dd>
          <Marked text={meaning} />
        </dd>
      </div>
    ))}
  </dl>
);

const Code = ({ language, text }: Omit<Of<'code'>, 'kind'>) => (
  <figure className="max-w-3xl font-sans">
    <figcaption className="mb-1.5 text-[0.8125rem] text-muted">{language}</figcaption>
    <pre
      tabIndex={0}
      data-scrolls=""
      aria-label={`Code, ${language}`}
      className="overflow-x-auto rounded-md border border-line bg-panel px-4 py-3 font-mono text-[0.8125rem] leading-[1.65] print:whitespace-pre-wrap"
    >
      {text}
    </pre>
  </figure>
);

function Question({
  asks,
  answer,
  plays = [],
  home,
}: Omit<Of<'question'>, 'kind'> & { readonly home: string }) {
  return (
    <div className="max-w-3xl border-l-[3px] border-intent pl-4 sm:pl-5 print:break-inside-avoid">
      <p className="max-w-prose">
        <Marked text={asks} />
      </p>
      <details className="question mt-1.5">
        <summary className="inline-flex min-h-9 items-center font-sans text-sm text-intent underline underline-offset-2">
          Answer
        </summary>
        <div className="mt-1 space-y-2.5 pb-1">
          {answer.map((paragraph) => (
            <p key={paragraph} className="max-w-prose">
              <Marked text={paragraph} />
            </p>
          ))}
          <PlayLinks plays={plays} home={home} />
        </div>
      </details>
    </div>
  );
}

function Claims({ claims, truth, source, position }: Omit<Of<'claims'>, 'kind'>) {
  return (
    <dl className="grid max-w-3xl gap-x-6 gap-y-3 sm:grid-cols-[7rem_minmax(0,1fr)]">
      <dt className="font-sans text-sm leading-[1.7rem] text-muted">Some say</dt>
      <dd>
        <ul className="space-y-1.5">
          {claims.map((claim) => (
            <li key={claim} className="border-l-[3px] border-line pl-3 text-muted">
              <Marked text={claim} />
            </li>
          ))}
        </ul>
      </dd>
      <dt className="font-sans text-sm leading-[1.7rem] text-muted">What holds</dt>
      <dd>
        <Marked text={truth} />
        <SourceLine {...source} />
      </dd>
      <dt className="font-sans text-sm leading-[1.7rem] font-semibold">Our position</dt>
      <dd className="border-l-[3px] border-effect pl-3">
        <Marked text={position} />
      </dd>
    </dl>
  );
}
