'use client';

import { useEffect, useId, useLayoutEffect, useMemo, useRef, useSyncExternalStore } from 'react';

import { matches } from '@/components/concepts/matches';
import { SEARCHED_ID } from '@/components/concepts/searched';
import { Button } from '@/components/ui/button';
import {
  currentQuery,
  flush,
  serverQuery,
  subscribe,
  writeQuery,
} from '@/components/view/view-store';
import { Complaints } from '@/components/ui/complaints';
import { SEARCH_CHARACTERS_MAX, searchFromQuery, searchToQuery } from '@/lib/permalink/search';

/**
 * A box that leaves of the index only what it finds. The index is in the page as it was sent, and
 * nothing else changes it, so its rows are read and hidden where they stand rather than sent a second
 * time as data.
 */
export function ConceptSearch({ total }: { readonly total: number }) {
  const query = useSyncExternalStore(subscribe, currentQuery, serverQuery);
  const { view, complaints } = useMemo(() => searchFromQuery(query), [query]);
  const found = useRef<HTMLParagraphElement>(null);
  const nothing = useRef<HTMLParagraphElement>(null);
  const box = useRef<HTMLInputElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    const { shown, all, blank } = showFound(view.search);
    if (nothing.current) nothing.current.hidden = !blank;
    if (found.current) {
      found.current.textContent = shown === all ? `${all} concepts` : `${shown} of ${all} concepts`;
    }
  }, [view.search]);
  useEffect(() => {
    window.addEventListener('pagehide', flush);
    return () => window.removeEventListener('pagehide', flush);
  }, []);
  const clear = () => {
    writeQuery(searchToQuery({ search: '' }), 'replace');
    // The button goes away, and with it would the focus.
    box.current?.focus();
  };
  return (
    <div className="needs-script no-print">
      <Complaints complaints={complaints} />
      <search className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <label htmlFor={id} className="font-semibold">
          Find
        </label>
        <input
          ref={box}
          id={id}
          type="search"
          value={view.search}
          maxLength={SEARCH_CHARACTERS_MAX}
          autoComplete="off"
          spellCheck={false}
          placeholder="crash, webhook, question, 33 …"
          className="min-h-11 min-w-0 flex-1 basis-56 rounded-md border border-edge bg-panel px-3 placeholder:text-muted sm:max-w-md"
          onChange={({ target }) => writeQuery(searchToQuery({ search: target.value }), 'replace')}
        />
        <p ref={found} role="status" className="text-sm text-muted tabular-nums">
          {/* In the page from the start, so that nothing moves; afterwards the text is set above. */}
          {`${total} concepts`}
        </p>
      </search>
      {/* Shown and hidden above, as the rows are. */}
      <p ref={nothing} hidden className="pt-9">
        Nothing found. Try one word, or fewer.{' '}
        <Button className="ml-2" onClick={clear}>
          Clear the search
        </Button>
      </p>
    </div>
  );
}

interface Found {
  /** How many concepts are left, and of how many. */
  readonly shown: number;
  readonly all: number;
  /** Nothing is left, of the concepts nor of the pages to read. */
  readonly blank: boolean;
}

/** Hides what has not all the words, but never the row that the address points to. */
function showFound(search: string): Found {
  const pointedTo = document.getElementById(window.location.hash.slice(1));
  const searched = document.getElementById(SEARCHED_ID);
  const groups = [...(searched?.querySelectorAll<HTMLElement>('[data-group]') ?? [])];
  for (const group of groups) {
    const rows = [...group.querySelectorAll<HTMLElement>('[data-row]')];
    for (const row of rows) row.hidden = row !== pointedTo && !matches(textOf(row), search);
    group.hidden = rows.every(({ hidden }) => hidden);
  }
  showContents(searched);
  const concepts = [...(searched?.querySelectorAll<HTMLElement>('[data-concept]') ?? [])];
  return {
    shown: concepts.filter(({ hidden }) => !hidden).length,
    all: concepts.length,
    blank: groups.every(({ hidden }) => hidden),
  };
}

/** Lists of the groups those that are left, each with how many rows; where none is, there is no list. */
function showContents(searched: Element | null): void {
  for (const list of searched?.querySelectorAll<HTMLElement>('[data-contents]') ?? []) {
    const items = [...list.querySelectorAll('li')];
    for (const item of items) {
      const id = item.querySelector('a')?.hash.slice(1) ?? '';
      const rows = document.getElementById(id)?.querySelectorAll('[data-row]:not([hidden])');
      const hits = rows?.length ?? 0;
      item.hidden = hits === 0;
      const count = item.querySelector('[data-hits]');
      if (count) count.textContent = String(hits);
    }
    list.hidden = items.every(({ hidden }) => hidden);
  }
}

/** All its texts with room between them: a number must not run into the word beside it. */
function textOf(element: Element): string {
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const parts: string[] = [];
  while (texts.nextNode()) parts.push(texts.currentNode.textContent ?? '');
  return parts.join(' ');
}
