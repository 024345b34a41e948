import type { ReactNode } from 'react';

/** Formulas and where they are from, a press away. On paper they are open. */
export function WorkedOut({ children }: { readonly children: ReactNode }) {
  return (
    <details className="question mt-4 max-w-prose text-sm">
      <summary className="py-1 text-intent">How this is worked out</summary>
      <div className="mt-2 space-y-2 text-muted">{children}</div>
    </details>
  );
}
