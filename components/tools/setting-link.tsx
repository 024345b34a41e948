'use client';

import type { MouseEvent, ReactNode } from 'react';

import { writeQuery } from '@/components/view/view-store';

interface SettingLinkProps {
  /** Of this page, without `?`. */
  readonly query: string;
  readonly current?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A link to this page with other settings. Pressed, it changes the page where it stands; copied, it is an address. */
export function SettingLink({ query, current = false, className, children }: SettingLinkProps) {
  const go = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    writeQuery(query, 'push');
  };
  return (
    <a
      href={`?${query}`}
      aria-current={current || undefined}
      className={`py-1 text-intent underline underline-offset-2 ${className ?? ''}`}
      onClick={go}
    >
      {children}
    </a>
  );
}
