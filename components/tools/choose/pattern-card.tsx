import type { ReactNode } from 'react';

import { ScenarioLinks, Sources } from '@/components/tools/links';
import type { Pattern } from '@/simulations/tools/choose/pattern';
import type { ScenarioLink } from '@/simulations/tools/scenario-reference';

interface PatternCardProps {
  readonly pattern: Pattern;
  readonly links: readonly ScenarioLink[];
}

/** Where the questions lead. */
export function PatternCard({ pattern, links }: PatternCardProps) {
  const { name, how, costs, limits, sources } = pattern;
  return (
    <section
      aria-labelledby="pattern"
      className="rounded-lg border border-line bg-panel px-5 py-5 sm:px-7 print:break-inside-avoid"
    >
      <p className="text-sm text-muted">The pattern for this</p>
      <h2 id="pattern" className="mt-1 font-serif text-[1.625rem] leading-tight text-balance">
        {name}
      </h2>
      <p className="mt-3 max-w-prose text-[1.0625rem] leading-relaxed">{how}</p>
      <dl className="mt-5 space-y-4">
        <Entry title="What it costs">{costs}</Entry>
        <Entry title="What it doesn’t do">{limits}</Entry>
        <Entry title="See it hold, and see it fail">
          <ScenarioLinks links={links} />
        </Entry>
        <Entry title="Sources">
          <span className="text-sm">
            <Sources ids={sources} />
          </span>
        </Entry>
      </dl>
    </section>
  );
}

function Entry({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className="border-t border-line pt-3">
      <dt className="text-sm text-muted">{title}</dt>
      <dd className="mt-1 max-w-prose">{children}</dd>
    </div>
  );
}
