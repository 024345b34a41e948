import type { Metadata } from 'next';
import type { ReactNode } from 'react';

import { Header } from '@/components/chrome/header';
import { Landscape } from '@/components/ui/landscape';
import { toolBySlug, tools, type ToolSlug } from '@/simulations/tools/registry';

export function toolMetadata(slug: ToolSlug): Metadata {
  const { title, question, summary } = toolBySlug(slug);
  return { title: `${title}: ${question}`, description: summary };
}

interface ToolPageProps {
  readonly slug: ToolSlug;
  /** Below the summary: what a reader should know before turning anything. */
  readonly intro?: ReactNode;
  /** On paper it needs the long side. */
  readonly isWide?: boolean;
  readonly children: ReactNode;
}

/** What all tools’ pages have in common. */
export function ToolPage({ slug, intro, isWide = false, children }: ToolPageProps) {
  const { title, question } = toolBySlug(slug);
  const others = tools.filter((tool) => tool.slug !== slug);
  return (
    <>
      <Header home="../" current="tools" />
      {isWide && <Landscape />}
      <main className={`mx-auto max-w-[120rem] px-4 sm:px-7 ${isWide ? 'wide-page' : ''}`}>
        <div className="max-w-4xl pt-7 pb-5 print:pt-0">
          <p className="text-sm text-muted">{title}</p>
          <h1 className="mt-1 font-serif text-[1.75rem] leading-[1.15] text-balance sm:text-[2.25rem] print:text-xl">
            {question}
          </h1>
          {intro && (
            <div className="mt-3 max-w-prose space-y-2 text-[1.0625rem] leading-relaxed">
              {intro}
            </div>
          )}
        </div>
        {children}
      </main>
      <footer className="no-print mt-10 border-t border-line text-sm text-muted">
        <nav
          aria-label="Other tools"
          className="mx-auto flex max-w-[120rem] flex-wrap gap-x-5 gap-y-1 px-4 py-5 sm:px-7"
        >
          <span className="py-1">Other tools:</span>
          {others.map((tool) => (
            <a
              key={tool.slug}
              href={tool.slug}
              className="py-1 hover:text-ink hover:underline hover:underline-offset-2"
            >
              {tool.title}
            </a>
          ))}
        </nav>
      </footer>
    </>
  );
}
