'use client';

import { Copied } from '@/components/share/copied';
import { iframeOf } from '@/components/share/iframe';
import { useShare } from '@/components/share/use-share';
import { Button } from '@/components/ui/button';
import type { StageName } from '@/lib/scenario/scenario';

interface ShareMapProps {
  readonly stage: StageName;
  readonly name: string;
  /** How tall a frame should be until it says so itself. */
  readonly height: number;
}

/** Carries one stage's map elsewhere: as a link, or as a frame in another page. */
export function ShareMap({ stage, name, height }: ShareMapProps) {
  const { feedback, copy } = useShare();
  const address = (path: string) => new URL(path, window.location.href).href;
  const frame = () => iframeOf(`Safety map, ${name}`, address(`embed/map/${stage}`), height);
  return (
    <div className="no-print flex flex-wrap items-center gap-2 [@media(scripting:none)]:hidden">
      <Button
        aria-label={`Copy a link to the map: ${name}`}
        onClick={() => copy(address(`map#${stage}`), 'Link')}
      >
        Copy link
      </Button>
      <Button
        aria-label={`Copy <iframe> of the map: ${name}`}
        onClick={() => copy(frame(), '<iframe>')}
      >
        Copy &lt;iframe&gt;
      </Button>
      <Copied feedback={feedback} />
    </div>
  );
}
