'use client';

import { useCallback, useState } from 'react';

/** What came of the last action. */
export interface Feedback {
  readonly words: string;
  /** To be copied by hand, where the browser would not. */
  readonly text: string | null;
  /** Grows with each action, so that the same words are said again. */
  readonly count: number;
}

/** Copies, saves, and says what came of it. */
export function useShare() {
  const [feedback, setFeedback] = useState<Feedback>({ words: '', text: null, count: 0 });
  const say = useCallback(
    (words: string, text: string | null = null) =>
      setFeedback(({ count }) => ({ words, text, count: count + 1 })),
    [],
  );

  const copy = useCallback(
    (text: string, name: string) => {
      const byHand = () =>
        say(
          'This browser does not let the page copy. The text is selected: copy it by hand.',
          text,
        );
      // Without a secure context there is no clipboard at all.
      if (!window.isSecureContext) byHand();
      else navigator.clipboard.writeText(text).then(() => say(`${name} copied`), byHand);
    },
    [say],
  );

  const save = useCallback(
    (name: string, make: () => Promise<{ blob: Blob; file: string; remark?: string }>) => {
      make().then(
        ({ blob, file, remark = '' }) => {
          download(blob, file);
          say(`${name} downloaded${remark}`);
        },
        (problem: unknown) =>
          say(
            `${name} could not be made: ${problem instanceof Error ? problem.message : 'unknown reason'}`,
          ),
      );
    },
    [say],
  );
  return { feedback, copy, save };
}

const KEPT_MS = 60_000;

function download(blob: Blob, file: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = file;
  link.click();
  // The browser may take a while to fetch it, and asks no question when it has.
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT_MS);
}
