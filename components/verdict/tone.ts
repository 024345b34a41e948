import type { Answer } from '@/lib/explorer/explore';
import { isWhole } from '@/lib/explorer/whole';
import { reachedOf } from '@/lib/scenario/verdict-words';

/**
 * Green says that nothing was found where everything was looked at. A search cut short earns none, nor does one that says
 * nothing of the run beside it (`isOfAnother`): there it would be read as being about that.
 */
export function toneOf(answer: Answer, isOfAnother = false): string {
  if (reachedOf(answer).length > 0) return 'text-harm';
  if (!isWhole(answer)) return 'text-fault';
  return isOfAnother ? '' : 'text-effect';
}
