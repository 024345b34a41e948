'use client';

import type { Verdict } from '@/components/search/task';
import { toneOf } from '@/components/verdict/tone';
import { attackInWords, differencesOf } from '@/lib/scenario/attack-words';

interface AttackAnswerProps {
  readonly full: Verdict;
  /** What the quick search says, once it does. */
  readonly quick: Verdict | null;
  /** Within which it was searched, in words. */
  readonly bounds: string;
}

/** What an attack came to, and whether the quick search says the same. */
export function AttackAnswer({ full, quick, bounds }: AttackAnswerProps) {
  return (
    <div className="mt-2">
      <Differences {...{ full, quick }} />
      <p className={`leading-snug ${toneOf(full)}`}>{attackInWords(full, quick, bounds)}</p>
    </div>
  );
}

/** Should never be seen. If it is, nobody may overlook it. */
function Differences({ full, quick }: Omit<AttackAnswerProps, 'bounds'>) {
  const differences = quick ? differencesOf(full, quick) : [];
  if (differences.length === 0) return null;
  return (
    <div role="alert" className="mb-2 rounded-md border-2 border-harm bg-harm-soft p-3 text-harm">
      <p className="font-semibold">The two searches disagree. Trust neither, and report it.</p>
      <ul>
        {differences.map((difference) => (
          <li key={difference}>{difference}</li>
        ))}
      </ul>
    </div>
  );
}
