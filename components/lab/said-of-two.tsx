'use client';

import { saidAt } from '@/components/view/said';
import type { Story } from '@/components/view/story';
import { firstDivergence } from '@/lib/projections/divergence';

interface TwoProps {
  readonly story: Story;
  readonly twin: Story;
}

/** One step of both runs in one sentence or two. Of a run that is over, nothing more is said. */
export function SaidOfTwo({ story, twin, position }: TwoProps & { readonly position: number }) {
  const sides = [
    ['This run', story],
    ['Its twin', twin],
  ] as const;
  const length = Math.max(story.beats.length, twin.beats.length);
  const end = ({ beats, played }: Story) =>
    position < beats.length || position === length
      ? ''
      : ` ${played.run.ending === 'quiescent' ? 'The run ends here.' : 'The run is cut off here.'}`;
  const told = sides.flatMap(([name, run]) =>
    position <= run.beats.length ? [[name, `${saidAt(run, position)}${end(run)}`] as const] : [],
  );
  const [one, other] = told;
  return [
    ...(position > 0 && position - 1 === firstDivergence(story.beats, twin.beats)
      ? ['Here they part.']
      : []),
    ...(one && other && one[1] === other[1]
      ? [`Both: ${one[1]}`]
      : told.map(([name, text]) => `${name}: ${text}`)),
  ].join(' ');
}

/** Where the two runs part, and the way there. */
export function Parting({
  story,
  twin,
  goTo,
}: TwoProps & { readonly goTo: (position: number) => void }) {
  const parting = firstDivergence(story.beats, twin.beats);
  return (
    <p className="border-b border-line px-4 py-2 text-sm sm:px-6">
      {parting === null ? (
        'The two runs are the same, step for step. Change a setting on either side.'
      ) : (
        <>
          The two runs part at{' '}
          <button
            type="button"
            className="text-intent underline underline-offset-2"
            onClick={() => goTo(parting + 1)}
          >
            step {parting + 1}
          </button>
          .
        </>
      )}
    </p>
  );
}
