'use client';

import type { MouseEvent, ReactNode } from 'react';

import { hasModifier } from '@/components/ui/has-modifier';
import { passFocus } from '@/components/ui/pass-focus';
import { writeQuery } from '@/components/view/view-store';

interface SettingLinkProps {
  /** Of this page, without `?`. */
  readonly query: string;
  readonly current?: boolean;
  readonly className?: string;
  /** Of a link that goes away when it is pressed: whoever has the focus then, as a selector. */
  readonly heir?: string;
  readonly children: ReactNode;
}

/** A link to this page with other settings. Pressed, it changes the page where it stands; copied, it is an address. */
export function SettingLink(props: SettingLinkProps) {
  const { query, current = false, className, heir, children } = props;
  const go = (event: MouseEvent) => {
    if (hasModifier(event)) return;
    event.preventDefault();
    if (heir !== undefined) passFocus(heir);
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
