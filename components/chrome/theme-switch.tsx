'use client';

import { useSyncExternalStore } from 'react';

import { readTheme, setTheme, type Theme } from '@/components/chrome/theme';
import { Icon } from '@/components/ui/icons';

const NEXT: Readonly<Record<Theme, Theme>> = { auto: 'light', light: 'dark', dark: 'auto' };
const WORDS: Readonly<Record<Theme, string>> = {
  auto: 'as the system has it',
  light: 'light',
  dark: 'dark',
};

/** Light, dark, or as the system has it: a taste of the reader's, so it is not part of a link. */
export function ThemeSwitch() {
  const theme = useSyncExternalStore<Theme>(subscribe, readTheme, () => 'auto');
  return (
    <button
      type="button"
      aria-label={`Colours: ${WORDS[theme]}. Change to ${WORDS[NEXT[theme]]}.`}
      title={`Colours: ${WORDS[theme]}`}
      className="grid size-9 place-items-center rounded-md text-muted hover:bg-soft hover:text-ink"
      onClick={() => {
        setTheme(NEXT[theme]);
        for (const listener of listeners) listener();
      }}
    >
      <Icon name="sun" />
    </button>
  );
}

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
