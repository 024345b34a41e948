'use client';

import { useState } from 'react';

import { isSingleKey, type KeyTable } from '@/components/transport/keys';
import { allowSingleKeys, singleKeysAllowed } from '@/components/transport/single-keys';
import { Button } from '@/components/ui/button';
import { closeDialog, Dialog } from '@/components/ui/dialog';

interface HelpDialogProps {
  readonly keys: KeyTable;
  readonly onClose: () => void;
}

/** What the keys do, read off the table that they work by. */
export function HelpDialog({ keys, onClose }: HelpDialogProps) {
  const [single, setSingle] = useState(singleKeysAllowed);
  return (
    <Dialog
      aria-labelledby="keys-title"
      className="m-auto max-h-[calc(100dvh-2rem)] w-[min(34rem,calc(100vw-2rem))] overflow-auto border-line p-5 backdrop:bg-black/50 sm:p-7"
      onClose={onClose}
      // On Close, and not on the switch: Space, which elsewhere is one step on, must not turn keys off.
      onOpen={(dialog) => dialog.querySelector('button')?.focus()}
    >
      <h2 id="keys-title" className="font-serif text-2xl">
        Keys
      </h2>
      <dl className="mt-4 border-t border-line">
        {[...byDeed(keys)].map(([does, names]) => (
          <div
            key={does}
            className="grid gap-x-4 border-b border-line py-2 sm:grid-cols-[11rem_minmax(0,1fr)]"
          >
            <dt>{does}</dt>
            <dd className="flex flex-wrap items-center gap-1.5 text-muted">
              {names.map((name) => (
                <kbd
                  key={name}
                  className={`rounded border border-line bg-soft px-1.5 py-0.5 font-mono text-sm text-ink ${isSingleKey(name) && !single ? 'line-through' : ''}`}
                >
                  {labelOf(name)}
                </kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <label className="mt-4 flex min-h-11 items-center gap-3">
        <input
          type="checkbox"
          role="switch"
          checked={single}
          onChange={({ target }) => {
            setSingle(target.checked);
            allowSingleKeys(target.checked);
          }}
          className="size-5 accent-intent"
        />
        Single letters and signs work as keys
      </label>
      <p className="mt-1 text-sm text-muted">
        A click or a tap on the slide is one step on; a swipe goes either way.
      </p>
      <Button className="mt-5 min-h-11 px-5" onClick={closeDialog}>
        Close
      </Button>
    </Dialog>
  );
}

function byDeed(keys: KeyTable): ReadonlyMap<string, readonly string[]> {
  const deeds = new Map<string, string[]>();
  for (const [name, { does }] of Object.entries(keys)) {
    deeds.set(does, [...(deeds.get(does) ?? []), name]);
  }
  return deeds;
}

const LABELS: Readonly<Record<string, string>> = {
  ...{ ArrowRight: '→', ArrowLeft: '←', ArrowUp: '↑', ArrowDown: '↓' },
  ...{ PageDown: 'Page Down', PageUp: 'Page Up', Escape: 'Esc', 'Shift+Space': 'Shift + Space' },
};

const labelOf = (name: string): string => LABELS[name] ?? name;
