'use client';

import { useEffect, useRef } from 'react';

import type { Feedback } from '@/components/share/use-share';

/** What came of the last action, said aloud; and the text itself, selected, where copying is refused. */
export function Copied({ feedback: { words, text, count } }: { readonly feedback: Feedback }) {
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (text === null) return;
    area.current?.focus();
    area.current?.select();
  }, [text, count]);
  return (
    <>
      {/* It stays when there is nothing to say: only a change of what is there is said aloud. */}
      <p role="status" className="text-sm empty:sr-only">
        {words !== '' && (
          <span key={count} className={text === null ? 'text-effect' : ''}>
            {words}
          </span>
        )}
      </p>
      {text !== null && (
        <textarea
          ref={area}
          readOnly
          aria-label="Text to copy by hand"
          value={text}
          rows={4}
          className="mt-1 block w-full basis-full rounded-md border border-edge bg-paper p-2 font-mono text-[0.8125rem] break-all"
        />
      )}
    </>
  );
}
