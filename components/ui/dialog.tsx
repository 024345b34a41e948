'use client';

import {
  type ComponentProps,
  type MouseEvent,
  type SyntheticEvent,
  useEffectEvent,
  useLayoutEffect,
  useRef,
} from 'react';

interface DialogProps extends Omit<ComponentProps<'dialog'>, 'ref' | 'onClick'> {
  /** It was closed, in whatever way: then it is to be taken away. */
  readonly onClose: () => void;
  /** Once, when it is shown and can be measured: where the focus goes first. Left out: to its first button. */
  readonly onOpen?: (dialog: HTMLDialogElement) => void;
}

/** Above the page as long as it is there. Escape and a press beside it close it, and the focus is back where it was. */
export function Dialog({ onOpen, className = '', ...rest }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const began = useRef(false);
  const opened = useEffectEvent((shown: HTMLDialogElement) => onOpen?.(shown));
  useLayoutEffect(() => {
    if (dialog.current?.open !== false) return;
    dialog.current.showModal();
    opened(dialog.current);
  }, []);
  return (
    <dialog
      ref={dialog}
      className={`rounded-lg border bg-panel text-ink ${className}`}
      // A text may be selected from inside to the outside: only what begins beside it, too, closes it.
      onPointerDown={(event) => (began.current = isBeside(event))}
      onClick={(event) => {
        if (began.current && isBeside(event)) event.currentTarget.close();
      }}
      {...rest}
    />
  );
}

/** Whether the backdrop was pressed, which counts as the dialog’s own. */
function isBeside({ target, currentTarget, clientX, clientY }: MouseEvent): boolean {
  const { left, right, top, bottom } = currentTarget.getBoundingClientRect();
  const isWithin = clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;
  return target === currentTarget && !isWithin;
}

/** For a button in a dialog. */
export const closeDialog = ({ currentTarget }: SyntheticEvent): void =>
  currentTarget.closest('dialog')?.close();
