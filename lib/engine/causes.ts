import type { Trace } from '@/lib/engine/trace';

/**
 * Why an entry happened: itself and all that led to it, in order. Walks back over what sent the message or set the
 * timer, and over the actor's own history. What held a message back is not among them: it happened to the message,
 * which would have come without it, and nobody sent it.
 */
export function causesOf(trace: Trace, index: number): readonly number[] {
  const found = new Set<number>();
  const open = [index];
  while (open.length > 0) {
    const entry = trace[open.pop() ?? -1];
    if (!entry || found.has(entry.index)) continue;
    found.add(entry.index);
    for (const origin of [entry.cause, entry.previous]) if (origin !== null) open.push(origin);
  }
  return [...found].sort((a, b) => a - b);
}

/** The direct chain only: the message, what sent it, what sent that. */
export function chainOf(trace: Trace, index: number): readonly number[] {
  const chain: number[] = [];
  for (
    let entry = trace[index];
    entry && chain.length <= trace.length;
    entry = entry.cause === null ? undefined : trace[entry.cause]
  ) {
    chain.unshift(entry.index);
  }
  return chain;
}
