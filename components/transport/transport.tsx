'use client';

import { memo, useEffect } from 'react';

import { Icon } from '@/components/ui/icons';
import { Press } from '@/components/ui/press';
import { type Speed, SPEEDS } from '@/lib/permalink/view';
import { type Beat, takesTime, type Tone } from '@/lib/projections/beats';
import { formatMs } from '@/lib/projections/format-ms';

interface TransportProps {
  readonly beats: readonly Beat[];
  readonly length: number;
  readonly position: number;
  readonly playing: boolean;
  readonly speed: Speed;
  readonly onStep: (position: number) => void;
  readonly onPlay: (playing: boolean) => void;
  /** Left out: the speed can't be changed here. */
  readonly onSpeed?: (speed: Speed) => void;
  /** What the clock says before the first step; 0 unless these are the later steps of a run. */
  readonly startMs?: number;
  /** Where the reader stands, in words; left out: so many of all steps. */
  readonly place?: string;
}

/** Moves the reader through the run: one press, one step. */
export function Transport(props: TransportProps) {
  const { beats, length, position, playing, speed, onStep, onPlay, onSpeed, startMs = 0 } = props;
  const { place = `${position} of ${length}` } = props;
  const atMs = beats[Math.min(position, beats.length) - 1]?.atMs ?? startMs;
  return (
    <div
      role="group"
      aria-label="Steps"
      className="no-print flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-line bg-panel px-3 py-2 sm:px-6"
    >
      <div className="flex gap-1">
        <Press
          label="To the start"
          off={position === 0}
          onPress={() => onStep(0)}
          icon="start"
          keys="Home"
        />
        <Press
          label="Step back"
          off={position === 0}
          onPress={() => onStep(position - 1)}
          icon="back"
          keys="ArrowLeft"
        />
        <button
          type="button"
          id="play"
          aria-label={playing ? 'Pause' : 'Play'}
          // Not k: letters can be switched off.
          aria-keyshortcuts="Space"
          className="grid size-9 place-items-center rounded-md border border-ink bg-ink text-paper"
          onClick={() => onPlay(!playing)}
        >
          <Icon name={playing ? 'pause' : 'play'} />
        </button>
        <Press
          label="Step forward"
          off={position === length}
          onPress={() => onStep(position + 1)}
          icon="forward"
          keys="ArrowRight"
        />
        <Press
          label="To the end"
          off={position === length}
          onPress={() => onStep(length)}
          icon="end"
          keys="End"
        />
      </div>
      <Scrubber {...{ beats, length, position, place, onStep }} />
      <p className="font-mono text-sm text-muted tabular-nums sm:min-w-36" data-testid="progress">
        {place}
        {takesTime(beats) && <span className="max-[420px]:hidden"> · {formatMs(atMs)}</span>}
      </p>
      {onSpeed && (
        <label className="flex items-center gap-1 text-sm text-muted max-sm:hidden">
          <span className="sr-only">Speed</span>
          <select
            autoComplete="off"
            value={speed}
            onChange={({ target }) =>
              onSpeed(SPEEDS.find((each) => String(each) === target.value) ?? 1)
            }
            className="h-9 rounded-md border border-line bg-panel px-2 font-mono text-sm text-ink"
          >
            {SPEEDS.map((each) => (
              <option key={each} value={each}>
                {each}×
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  );
}

/** How each tone's tick is drawn: its colour and half its height in px. */
const TICKS: Readonly<Record<Tone, readonly [colour: string, reach: number]>> = {
  calm: ['stroke-edge', 5],
  intent: ['stroke-intent', 7],
  effect: ['stroke-effect', 8],
  fault: ['stroke-fault', 8],
  harm: ['stroke-harm', 10],
};

interface ScrubberProps {
  readonly beats: readonly Beat[];
  readonly length: number;
  readonly position: number;
  readonly place: string;
  readonly onStep: (position: number) => void;
}

/** A slider whose ticks carry the tones of the steps, so that the story's shape is seen before it is played. */
function Scrubber({ beats, length, position, place, onStep }: ScrubberProps) {
  return (
    <div className="relative order-last h-9 min-w-40 flex-1 basis-full sm:order-none sm:basis-0 [@media(height<20rem)]:hidden">
      <Ticks beats={beats} length={length} />
      <input
        type="range"
        autoComplete="off"
        aria-label="Position"
        // No sentence: what a step brings is said once, and not here.
        aria-valuetext={place}
        min={0}
        max={length}
        step={1}
        value={position}
        onChange={({ target }) => onStep(Number(target.value))}
        className="scrubber absolute inset-0 w-full"
      />
    </div>
  );
}

/** One drawing: sixty boxes placed by themselves would each be a layer that every step looks through. */
const Ticks = memo(function Ticks({
  beats,
  length,
}: {
  readonly beats: readonly Beat[];
  readonly length: number;
}) {
  return (
    <svg
      aria-hidden="true"
      className="pointer-events-none absolute top-1/2 left-2 h-px w-[calc(100%-1rem)] overflow-visible"
    >
      <line x2="100%" className="mark stroke-edge opacity-50" />
      {beats.map(({ index, tone }) => {
        const [colour, reach] = TICKS[tone];
        const x = `${((index + 1) / Math.max(1, length)) * 100}%`;
        return (
          <line
            key={index}
            {...{ x1: x, x2: x, y1: 1.5 - reach, y2: reach - 1.5 }}
            className={`mark stroke-3 [stroke-linecap:round] ${colour}`}
          />
        );
      })}
    </svg>
  );
});

const BEAT_MS = 900;

/** Steps on by itself while `playing`; stops at the end. What it is given to call must stay the same, or the clock starts anew. */
export function usePlaying(
  {
    playing,
    position,
    length,
    speed,
  }: Pick<TransportProps, 'playing' | 'position' | 'length' | 'speed'>,
  onStep: (position: number) => void,
  onEnd: () => void,
): void {
  useEffect(() => {
    if (!playing) return;
    if (position >= length) {
      onEnd();
      return;
    }
    const timer = setTimeout(() => onStep(position + 1), BEAT_MS / speed);
    return () => clearTimeout(timer);
  }, [playing, position, length, speed, onStep, onEnd]);
}
