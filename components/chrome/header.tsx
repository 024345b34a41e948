import type { ReactNode } from 'react';

import { ThemeSwitch } from '@/components/chrome/theme-switch';

interface HeaderProps {
  /** The way to the home page, relative, so that the site works from any folder. */
  readonly home: string;
  readonly current?: 'home' | 'scenario' | 'map' | 'concepts' | 'tools';
  readonly children?: ReactNode;
}

const LINK =
  'inline-block py-1.5 text-muted hover:text-ink aria-[current]:font-semibold aria-[current]:text-ink';

/** The bar at the top of every page but an embed. */
export function Header({ home, current, children }: HeaderProps) {
  return (
    <header className="no-print flex min-h-13 flex-wrap items-center gap-x-5 gap-y-1 border-b border-line px-4 py-1.5 sm:px-7">
      <a
        href={home}
        className="flex items-center gap-2.5 font-serif text-[1.0625rem] font-semibold"
      >
        <Mark />
        Idempotency Lab
      </a>
      <nav
        aria-label="Site"
        // On a phone the links have a line of their own, unless the page's own buttons have one already.
        className={`flex flex-wrap gap-x-4 text-sm ${children ? '' : 'max-sm:order-last max-sm:basis-full'}`}
      >
        <a
          href={`${home}#scenarios`}
          aria-current={current === 'scenario' ? 'true' : undefined}
          className={LINK}
        >
          Scenarios
        </a>
        <a
          href={`${home}map`}
          aria-current={current === 'map' ? 'page' : undefined}
          className={LINK}
        >
          Safety map
        </a>
        <a
          href={`${home}concepts`}
          aria-current={current === 'concepts' ? 'page' : undefined}
          className={LINK}
        >
          Concepts
        </a>
        <a
          href={`${home}tools`}
          aria-current={current === 'tools' ? 'page' : undefined}
          className={LINK}
        >
          Tools
        </a>
      </nav>
      <div className="ml-auto flex flex-wrap items-center gap-2">
        <ThemeSwitch />
        {children}
      </div>
    </header>
  );
}

/** Two of a kind, one of them crossed out by being only a dashed outline. */
function Mark() {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 22 22"
      width="22"
      height="22"
      fill="none"
      strokeWidth="1.8"
    >
      <rect x="2" y="6" width="11" height="14" rx="2.5" stroke="currentColor" />
      <rect
        x="9"
        y="2"
        width="11"
        height="14"
        rx="2.5"
        stroke="var(--harm)"
        strokeDasharray="3 2.4"
      />
    </svg>
  );
}
