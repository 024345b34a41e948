import type { Answer } from '@/lib/explorer/explore';
import { isWhole } from '@/lib/explorer/whole';
import { reachedOf } from '@/lib/scenario/verdict-words';

/** Green says that nothing was found where everything was looked at; a search cut short earns none. */
export function toneOf(answer: Answer): string {
  if (reachedOf(answer).length > 0) return 'text-harm';
  return isWhole(answer) ? 'text-effect' : 'text-fault';
}
