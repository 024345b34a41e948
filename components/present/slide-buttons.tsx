'use client';

import type { ReactNode } from 'react';

import { Icon } from '@/components/ui/icons';

interface SlideButtonsProps {
  readonly position: number;
  readonly length: number;
  readonly forward: () => void;
  readonly back: () => void;
  readonly openHelp: () => void;
  readonly leave: () => void;
  readonly shown: boolean;
}

/** Seen while the pointer moves, while one of them has the focus, and always where there is no mouse. */
export function SlideButtons(props: SlideButtonsProps) {
  const { position, length, forward, back, openHelp, leave, shown } = props;
  return (
    <div
      role="group"
      aria-label="Presenting"
      className={`no-print flex flex-wrap items-center justify-end gap-1.5 focus-within:opacity-100 max-md:opacity-100 pointer-coarse:opacity-100 ${shown ? '' : 'opacity-0'}`}
    >
      <p
        className="mr-auto font-mono text-[clamp(0.9375rem,1.25vw,3rem)] text-muted tabular-nums"
        // As wide as it will ever be, so that the buttons stay where they are.
        style={{ minWidth: `${`${length} of ${length}`.length}ch` }}
        data-testid="progress"
      >
        {position} of {length}
      </p>
      <Press label="Step back" off={position === 0} onPress={back}>
        <Icon name="back" />
      </Press>
      <Press label="Step forward" off={position === length} onPress={forward}>
        <Icon name="forward" />
      </Press>
      <Press label="Keys" onPress={openHelp}>
        <span aria-hidden="true" className="font-serif text-lg">
          ?
        </span>
      </Press>
      <Press label="Leave" onPress={leave}>
        <Icon name="close" />
      </Press>
    </div>
  );
}

interface PressProps {
  readonly label: string;
  readonly off?: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

function Press({ label, off = false, onPress, children }: PressProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      aria-disabled={off}
      className="grid size-11 place-items-center rounded-md border border-line text-muted hover:border-edge hover:text-ink aria-disabled:opacity-40"
      // A press by mouse leaves the focus where it is, so that Space goes on meaning one step on.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => {
        if (!off) onPress();
      }}
    >
      {children}
    </button>
  );
}
