'use client';

import { memo, useEffect, useRef } from 'react';

import { Icon } from '@/components/ui/icons';
import { type Cause, causeOf, type Lit } from '@/components/why/lit';
import { type Beat, takesTime, type Tone } from '@/lib/projections/beats';
import { formatMs } from '@/lib/projections/format-ms';

interface TranscriptProps {
  readonly beats: readonly Beat[];
  readonly position: number;
  readonly onJump: (position: number) => void;
  /** A step's actions are wanted: which entry, and where. Left out: nothing can be done to steps here. */
  readonly onPick?: (entry: number, at: DOMRect) => void;
  /** What led to a step, if that is asked. */
  readonly lit?: Lit | null;
}

/** The run in sentences: the diagram's equal, with the same steps and numbers. */
export function Transcript({ beats, position, onJump, onPick, lit = null }: TranscriptProps) {
  const list = useFollowed(beats, position);
  return (
    <ol ref={list} aria-label="Transcript" className="text-sm">
      {beats.map((beat) => (
        <Line
          key={beat.index}
          beat={beat}
          when={beat.index < position - 1 ? 'past' : beat.index < position ? 'now' : 'ahead'}
          onJump={onJump}
          onPick={onPick}
          cause={lit ? causeOf(lit, beat.index) : null}
          timed={takesTime(beats)}
        />
      ))}
      {beats.length === 0 && <li className="text-muted">Nothing happens.</li>}
    </ol>
  );
}

/** How much of what is below a line comes into sight with it: a step must not scroll each time. */
const AHEAD = 0.4;

/**
 * Keeps the present line in sight by scrolling the column itself, when somebody steps; another run, or opening the
 * transcript, moves nothing. A column that is part of the page, as on a narrow one, can't be scrolled and stays.
 */
function useFollowed(beats: readonly Beat[], position: number) {
  const list = useRef<HTMLOListElement>(null);
  const shown = useRef({ beats, position });
  useEffect(() => {
    const before = shown.current;
    shown.current = { beats, position };
    if (before.beats !== beats || before.position === position) return;
    const column = list.current?.closest('aside');
    const line = list.current?.children[Math.max(0, position - 1)];
    if (!column || !line) return;
    const [around, { top, bottom }] = [
      column.getBoundingClientRect(),
      line.getBoundingClientRect(),
    ];
    if (top >= around.top && bottom <= around.bottom) return;
    const room = around.height * AHEAD;
    column.scrollTop += top < around.top ? top - around.top - room : bottom - around.bottom + room;
  }, [beats, position]);
  return list;
}

const TONES: Readonly<Record<Tone, string>> = {
  calm: 'border-transparent',
  intent: 'border-intent text-intent',
  effect: 'border-effect text-effect',
  fault: 'border-fault text-fault',
  harm: 'border-harm text-harm font-semibold',
};

interface LineProps {
  readonly beat: Beat;
  readonly when: 'past' | 'now' | 'ahead';
  readonly onJump: TranscriptProps['onJump'];
  readonly onPick: TranscriptProps['onPick'] | undefined;
  readonly cause: Cause | null;
  /** Whether it says when. */
  readonly timed: boolean;
}

/** Drawn again only when its own state changes: a step touches two lines. */
const Line = memo(function Line({ beat, when, onJump, onPick, cause, timed }: LineProps) {
  return (
    <li
      data-cause={cause ?? undefined}
      className={`flex items-start border-l-2 ${TONES[beat.tone]} ${cause === 'chain' ? 'bg-intent-soft' : when === 'now' ? 'bg-soft' : ''}`}
    >
      <button
        type="button"
        aria-current={when === 'now' ? 'step' : undefined}
        data-when={when}
        className="flex min-w-0 flex-1 gap-2 px-2 py-1 text-left leading-snug hover:underline data-[when=ahead]:text-muted print:text-ink"
        onClick={() => onJump(beat.index + 1)}
      >
        <span className="w-5 shrink-0 text-right font-mono tabular-nums">{beat.index + 1}</span>
        <span className="min-w-0">
          {beat.sentence}{' '}
          {timed && (
            <span className="font-mono text-xs whitespace-nowrap tabular-nums">
              {formatMs(beat.atMs)}
            </span>
          )}
          {cause === 'chain' && (
            <span className="ml-1.5 text-xs font-semibold text-intent">led to it</span>
          )}
        </span>
      </button>
      {onPick && (
        <button
          type="button"
          aria-label={`Change step ${beat.index + 1}`}
          aria-haspopup="dialog"
          className="no-print grid size-7 shrink-0 place-items-center rounded text-muted hover:bg-soft hover:text-ink"
          onClick={({ currentTarget }) => onPick(beat.index, currentTarget.getBoundingClientRect())}
        >
          <Icon name="more" />
        </button>
      )}
    </li>
  );
});
