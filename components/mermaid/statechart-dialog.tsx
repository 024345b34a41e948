'use client';

import { type ReactNode, useId, useState } from 'react';

import { Button } from '@/components/ui/button';
import { closeDialog, Dialog } from '@/components/ui/dialog';

interface StatechartDialogProps {
  readonly title: string;
  /** Beside the title. */
  readonly head: ReactNode;
  readonly steps: ReactNode;
  readonly onClose: () => void;
  /** The drawing, which scrolls by itself. */
  readonly children: ReactNode;
}

/** A statechart as large as the window, above the page; closed, the focus is where it was. */
export function StatechartDialog(props: StatechartDialogProps) {
  const { title, head, steps, onClose, children } = props;
  const [isOpen, setOpen] = useState(false);
  const titleId = useId();
  return (
    <Dialog
      aria-labelledby={titleId}
      className="no-print m-auto max-h-[calc(100dvh-2rem)] w-[calc(100vw-2rem)] max-w-none overflow-hidden border-edge backdrop:bg-[#131419]/50"
      onClose={onClose}
      onOpen={(dialog) => {
        dialog.querySelector<HTMLElement>('[data-close]')?.focus();
        // The drawing measures itself, which it can do only where it is shown.
        setOpen(true);
      }}
    >
      <div className="flex max-h-[calc(100dvh-2rem-2px)] flex-col">
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2 px-4 py-3 sm:px-6">
          <h2
            id={titleId}
            className="font-serif text-[1.375rem] leading-tight max-sm:order-first max-sm:w-[calc(100%-6rem)]"
          >
            {title}
          </h2>
          {head}
          <div className="flex flex-wrap items-center gap-2 sm:ml-auto">{steps}</div>
          <Button data-close className="max-sm:-order-1 max-sm:ml-auto" onClick={closeDialog}>
            Close
          </Button>
        </div>
        {isOpen && children}
      </div>
    </Dialog>
  );
}
