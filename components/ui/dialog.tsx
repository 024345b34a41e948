'use client';

import {
  type ComponentProps,
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
      onClick={({ target, currentTarget }) => {
        if (target === currentTarget) currentTarget.close();
      }}
      {...rest}
    />
  );
}

/** For a button in a dialog. */
export const closeDialog = ({ currentTarget }: SyntheticEvent): void =>
  currentTarget.closest('dialog')?.close();
