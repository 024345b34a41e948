'use client';

import type { MouseEvent, ReactNode } from 'react';

import { hasModifier } from '@/components/ui/has-modifier';
import { passFocus } from '@/components/ui/pass-focus';
import type { ChangeView } from '@/components/view/use-story';
import { initialView, toQuery } from '@/lib/permalink/permalink';
import type { Settings } from '@/lib/scenario/knobs';
import { ownScriptText } from '@/lib/scenario/play';
import type { Scenario } from '@/lib/scenario/scenario';

interface ViewLinkProps {
  readonly scenario: Scenario;
  readonly settings: Settings;
  /** As written in a link; null: the scenario's own. */
  readonly script: string | null;
  /** Where it is opened. Left out: at the end. */
  readonly step?: number | null;
  readonly change: ChangeView;
  readonly current?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
}

/**
 * A link to another run of the same scenario. Pressed, it changes the page where it stands, and what is
 * open beside the run stays open; copied, or opened elsewhere, it is an address like any other.
 */
export function ViewLink(props: ViewLinkProps) {
  const { scenario, settings, script, change, current = false, className, children } = props;
  const { step = null } = props;
  const go = (event: MouseEvent) => {
    if (hasModifier(event)) return;
    event.preventDefault();
    // What it answers may be no question in the other run, and then goes.
    passFocus();
    change({
      settings,
      script: script === ownScriptText(scenario, settings) ? null : script,
      step,
    });
  };
  return (
    <a
      href={`?${toQuery(scenario, { ...initialView(scenario), settings, script, step })}`}
      aria-current={current || undefined}
      // Padded, so that a finger finds it within its sentence.
      className={`py-1 text-intent underline underline-offset-2 ${className ?? ''}`}
      onClick={go}
    >
      {children}
    </a>
  );
}
