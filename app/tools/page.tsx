import type { Metadata } from 'next';

import { Header } from '@/components/chrome/header';
import { tools } from '@/simulations/tools/registry';

export const metadata: Metadata = {
  title: 'Tools: keys, windows, retries, and what real systems do',
  description:
    'Choose a pattern, make keys and see how often they clash, check a header, work out windows and retries, and compare real systems.',
};

export default function ToolsPage() {
  return (
    <>
      <Header home="./" current="tools" />
      <main className="mx-auto max-w-[120rem] px-4 pb-12 sm:px-7">
        <div className="max-w-4xl pt-7 pb-6 print:pt-0">
          <h1 className="font-serif text-[1.75rem] leading-[1.15] text-balance sm:text-[2.25rem] print:text-xl">
            Tools for your own system
          </h1>
          <p className="mt-3 max-w-prose text-[1.0625rem] leading-relaxed">
            Small calculators and tables. Everything is worked out in your browser, and the address
            holds all that you set, so any answer can be sent as a link.
          </p>
        </div>
        <ul className="grid gap-x-12 xl:grid-cols-2">
          {tools.map(({ slug, title, question, summary }) => (
            <li key={slug} className="border-t border-line print:break-inside-avoid">
              <a href={`tools/${slug}`} className="group block py-4">
                <span className="block font-serif text-lg leading-snug group-hover:text-intent group-hover:underline group-hover:decoration-1 group-hover:underline-offset-3 sm:text-[1.1875rem]">
                  {question}
                </span>
                <span className="mt-1 block text-sm text-muted">
                  <span className="text-ink">{title}</span>
                  {' · '}
                  {summary}
                </span>
              </a>
            </li>
          ))}
        </ul>
      </main>
    </>
  );
}
