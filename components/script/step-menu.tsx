'use client';

import type { MouseEvent } from 'react';

import { closeDialog, Dialog } from '@/components/ui/dialog';
import type { Story } from '@/components/view/story';
import { actionsAt } from '@/lib/scenario/edit-script';

export interface Pick {
  readonly entry: number;
  readonly at: DOMRect;
}

interface StepMenuProps {
  readonly story: Story;
  readonly pick: Pick;
  readonly onClose: () => void;
  readonly onGoTo: (position: number) => void;
  readonly onEdit: (script: string, step: number) => void;
  /** Left out: what led to a step can't be lit here. */
  readonly onWhy?: (entry: number) => void;
}

/** What can be done to a step, where it was pressed. A dialog, so that it works by touch and by keyboard. */
export function StepMenu({ story, pick, onClose, onGoTo, onEdit, onWhy }: StepMenuProps) {
  const beat = story.beats[pick.entry];
  const actions = actionsAt(story.played, pick.entry);
  const choose = (act: () => void) => (event: MouseEvent) => {
    closeDialog(event);
    act();
  };
  const item =
    'block min-h-9 w-full rounded px-3 py-1.5 text-left text-sm hover:bg-soft focus-visible:bg-soft';
  return (
    <Dialog
      aria-label={`Step ${pick.entry + 1}`}
      className="fixed m-0 w-80 max-w-[calc(100vw-16px)] border-edge p-2 shadow-lg backdrop:bg-transparent"
      onClose={onClose}
      onOpen={(menu) => putBeside(pick.at, menu)}
    >
      <p className="px-3 pt-1 pb-2 text-sm leading-snug text-muted">
        <span className="font-mono">{pick.entry + 1}</span> · {beat?.sentence}
      </p>
      {actions.map(({ label, script, step }) => (
        <button
          key={label}
          type="button"
          className={`${item} text-fault`}
          onClick={choose(() => onEdit(script, step))}
        >
          {label}
        </button>
      ))}
      {actions.length === 0 && (
        <p className="px-3 pb-2 text-sm">
          {story.played.run.trace[pick.entry]?.envelope
            ? 'Nothing can go wrong here: in this scenario this link is reliable.'
            : 'Nothing can go wrong at this step: it is no message.'}
        </p>
      )}
      <button type="button" className={item} onClick={choose(() => onGoTo(pick.entry + 1))}>
        Go to this step
      </button>
      {onWhy && (
        <button type="button" className={item} onClick={choose(() => onWhy(pick.entry))}>
          Why did this happen?
        </button>
      )}
    </Dialog>
  );
}

/** Below what was pressed, or above where there is no room, and within the window. */
function putBeside(pressed: DOMRect, menu: HTMLElement): void {
  const { width, height } = menu.getBoundingClientRect();
  const left = Math.min(
    pressed.left + pressed.width / 2 - width / 2,
    window.innerWidth - width - 8,
  );
  const below = pressed.bottom + 6;
  const top = below + height > window.innerHeight - 8 ? pressed.top - height - 6 : below;
  menu.style.left = `${Math.max(8, left)}px`;
  menu.style.top = `${Math.max(8, top)}px`;
}
