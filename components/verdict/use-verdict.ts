import { searchTask } from '@/components/search/task';
import { useJob } from '@/components/search/use-job';
import type { Story } from '@/components/view/story';
import { boundsOf } from '@/lib/scenario/question';
import { boundsInWords, outsideInWords } from '@/lib/scenario/bounds-words';

/**
 * What all schedules can do under a story's settings, and within which bounds. `outside` says that the story's own run
 * goes beyond those, or is null.
 */
export function useVerdict({ played: { scenario, settings, cast, run } }: Story) {
  const most = boundsOf(scenario, settings);
  return {
    job: useJob(searchTask(scenario.slug, settings)),
    bounds: boundsInWords(most, cast),
    outside: outsideInWords(run.trace, most),
  };
}
