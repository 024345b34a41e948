'use client';

import { Header } from '@/components/chrome/header';
import { Button } from '@/components/ui/button';
import type { ChangeView } from '@/components/view/use-story';
import type { View } from '@/lib/permalink/view';

interface LabHeaderProps {
  readonly view: View;
  readonly change: ChangeView;
  readonly onShare: () => void;
  readonly onPresent: () => void;
}

/** The bar of a scenario's page, with what can be done with all of it. */
export function LabHeader({ view, change, onShare, onPresent }: LabHeaderProps) {
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
      <Button look="strong" id="present" onClick={onPresent}>
        Present
      </Button>
    </Header>
  );
}

/** Relative, so that the site works from any folder. */
const HOME = '../';
