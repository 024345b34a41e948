'use client';

import type { ReactNode } from 'react';

import { Copied } from '@/components/share/copied';
import { useShare } from '@/components/share/use-share';
import { SettingLink } from '@/components/tools/setting-link';
import type { ToolState } from '@/components/tools/use-tool';
import { Button } from '@/components/ui/button';
import { Complaints } from '@/components/ui/complaints';
import { flush } from '@/components/view/view-store';
import type { Fields } from '@/lib/tools/fields';

interface FrameProps<F extends Fields> {
  readonly tool: ToolState<F>;
  readonly controls: ReactNode;
  /** Beside what comes of them, above it (for wide tables), or as wide as it (for long questions). */
  readonly layout?: keyof typeof LAYOUTS;
  readonly children: ReactNode;
}

const LAYOUTS = {
  beside: {
    grid: 'gap-x-10 gap-y-8 lg:grid-cols-[19rem_minmax(0,1fr)]',
    section: 'print:hidden',
    controls: 'space-y-5',
  },
  above: { grid: 'gap-y-6', section: '', controls: 'flex flex-wrap gap-x-10 gap-y-4' },
  halves: {
    grid: 'gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]',
    section: '',
    controls: 'space-y-7',
  },
} as const;

/** What is set beside what comes of it; on a phone, above it. */
export function Frame<F extends Fields>(props: FrameProps<F>) {
  const { tool, controls, layout = 'beside', children } = props;
  const { grid, section, controls: spacing } = LAYOUTS[layout];
  return (
    <>
      <div className="-mx-4 sm:-mx-7">
        <Complaints complaints={tool.complaint === null ? [] : [tool.complaint]} />
      </div>
      <div className={`grid py-6 print:grid-cols-1 ${grid}`}>
        <section aria-label="Settings" className={`needs-script min-w-0 ${section}`}>
          <div className={spacing}>{controls}</div>
          <LinkBar isChanged={tool.isChanged} />
        </section>
        <div className="min-w-0 space-y-10">{children}</div>
      </div>
    </>
  );
}

/** The address holds all that was set: copy it, or begin again. */
function LinkBar({ isChanged }: { readonly isChanged: boolean }) {
  const { feedback, copy } = useShare();
  const copyLink = () => {
    // What was typed last may not have come to rest in the address yet.
    flush();
    copy(window.location.href, 'Link');
  };
  return (
    <div className="no-print mt-6 flex flex-wrap items-center gap-x-3 gap-y-2 border-t border-line pt-4">
      <Button id="copy-link" onClick={copyLink}>
        Copy link
      </Button>
      {isChanged && (
        <SettingLink query="" heir="#copy-link">
          Start over
        </SettingLink>
      )}
      <Copied feedback={feedback} />
    </div>
  );
}

/** What came of a change, for who does not see it: all that is below would be too long to be read out each time. */
export function Said({ children }: { readonly children: string }) {
  return (
    <p role="status" className="no-print sr-only">
      {children}
    </p>
  );
}

interface PartProps {
  readonly id: string;
  readonly title: string;
  readonly children: ReactNode;
}

/** One of the answers on a page. */
export function Part({ id, title, children }: PartProps) {
  return (
    <section aria-labelledby={id} className="print:break-inside-avoid">
      <h2 id={id} className="mb-3 font-serif text-[1.375rem] leading-tight">
        {title}
      </h2>
      {children}
    </section>
  );
}

interface FigureProps {
  readonly label: string;
  readonly tone?: 'ink' | 'effect' | 'fault' | 'harm';
  readonly children: string;
}

const TONES = { ink: 'text-ink', effect: 'text-effect', fault: 'text-fault', harm: 'text-harm' };

/** A number that answers a question, with the question above it. */
export function BigFigure({ label, tone = 'ink', children }: FigureProps) {
  return (
    <div className="bg-panel px-4 py-3">
      <dt className="text-[0.8125rem] leading-snug text-muted">{label}</dt>
      <dd className={`mt-1 font-mono text-xl leading-snug tabular-nums ${TONES[tone]}`}>
        <Powers text={children} />
      </dd>
    </div>
  );
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Powers of ten, raised by the page: the figures’ own typeface has no raised digits. */
function Powers({ text }: { readonly text: string }) {
  return text.split(/([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)/).map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      <sup key={index} className="text-[0.65em]">
        {Array.from(part, (sign) => (sign === '⁻' ? '−' : SUPERSCRIPTS.indexOf(sign))).join('')}
      </sup>
    ),
  );
}

/** Three or four of them, a hairline apart. Every row is full, since the ground of an empty place is that of the hairlines. */
export function BigFigures({ children }: { readonly children: ReactNode }) {
  return (
    <dl className="grid gap-px overflow-hidden rounded-lg border border-line bg-line sm:grid-cols-3 sm:has-[>:nth-child(4)]:grid-cols-2 xl:has-[>:nth-child(4)]:grid-cols-4">
      {children}
    </dl>
  );
}
