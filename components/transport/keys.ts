'use client';

import { useLayoutEffect, useRef } from 'react';

import { singleKeysAllowed } from '@/components/transport/single-keys';

/** A key, by `KeyboardEvent.key`, and what it does. */
export type KeyTable = Readonly<
  Record<string, { readonly does: string; readonly run: () => void }>
>;

/** A letter or a sign: what somebody who speaks to their computer may press without meaning to. */
export const isSingleKey = (name: string): boolean => name.length === 1;

/**
 * Keys for the whole page. They stay out of the way while somebody types, chooses or holds a modifier,
 * and a button with the focus keeps Space and Enter to itself. They work as soon as what they belong to is seen.
 */
export function useKeys(table: KeyTable): void {
  const latest = useRef(table);
  useLayoutEffect(() => {
    latest.current = table;
  });
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      const name =
        event.key === ' ' ? 'Space' : event.key.length === 1 ? event.key.toLowerCase() : event.key;
      const found = latest.current[event.shiftKey && name === 'Space' ? 'Shift+Space' : name];
      if (!found || isOccupied(event.target, name)) return;
      if (isSingleKey(name) && (event.repeat || !singleKeysAllowed())) return;
      event.preventDefault();
      found.run();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}

function isOccupied(target: EventTarget | null, name: string): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest('dialog[open], [popover]:popover-open')) return true;
  if (
    target.closest(
      'input, select, textarea, [contenteditable], [role="tablist"], [role="radiogroup"], [role="slider"]',
    )
  ) {
    return name !== 'PageUp' && name !== 'PageDown';
  }
  return (name === 'Space' || name === 'Enter') && target.closest('button, a, summary') !== null;
}
