'use client';

import { type RefObject, useEffect, useRef } from 'react';

import { Header } from '@/components/chrome/header';
import { Button } from '@/components/ui/button';
import type { ChangeView } from '@/components/view/use-story';
import type { View } from '@/lib/permalink/view';

interface LabHeaderProps {
  readonly view: View;
  readonly change: ChangeView;
  readonly onShare: () => void;
  readonly presentButton: RefObject<HTMLButtonElement | null>;
}

/** The bar of a scenario's page, with what can be done with all of it. */
export function LabHeader({ view, change, onShare, presentButton }: LabHeaderProps) {
  return (
    <Header home={HOME} current="scenario">
      <Button
        aria-pressed={view.twin !== null}
        className="aria-pressed:border-ink aria-pressed:bg-soft"
        onClick={() => change({ twin: view.twin ? null : { ...view.settings } })}
      >
        Compare
      </Button>
      <Button aria-haspopup="dialog" onClick={onShare}>
        Share
      </Button>
      <Button look="strong" ref={presentButton} onClick={() => change({ present: true, step: 0 })}>
        Present
      </Button>
    </Header>
  );
}

/** For the button that leads to a slide: whoever leaves the slide, by whatever way, is back at the button. */
export function useFocusAfter(presenting: boolean) {
  const button = useRef<HTMLButtonElement>(null);
  const before = useRef(false);
  useEffect(() => {
    if (before.current && !presenting) button.current?.focus();
    before.current = presenting;
  }, [presenting]);
  return button;
}

/** Relative, so that the site works from any folder. */
const HOME = '../';
