import { formatDirective } from '@/lib/engine/directive';
import type { Played } from '@/lib/scenario/play';

/** Of directives that never applied, where the script is not in sight; null: all did. */
export function neverInWords({ run: { unapplied } }: Played): string | null {
  if (unapplied.length === 0) return null;
  const never = unapplied.map(({ directive }) => formatDirective(directive));
  return `It never came to ${never.join(', ')} under these settings.`;
}
