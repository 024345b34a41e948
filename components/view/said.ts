import { captionAt, type Story } from '@/components/view/story';
import { presentIn } from '@/lib/outcomes/outcome';
import { OUTCOME_WORDS } from '@/lib/outcomes/words';
import { judgementAt } from '@/lib/scenario/play';
import { capital } from '@/lib/words/letters';

/** A step for those who hear it: its caption, and whichever of the five outcomes came with it, unless the caption tells it. */
export function saidAt(story: Story, position: number): string {
  const caption = captionAt(story, position);
  if (position === 0) return caption;
  const { outcomes } = judgementAt(story.played, position);
  const before = judgementAt(story.played, position - 1).outcomes;
  return [
    caption,
    ...presentIn(outcomes)
      .filter((name) => !before[name].present && !caption.includes(outcomes[name].because))
      .map((name) => `${capital(OUTCOME_WORDS[name].name)}: ${outcomes[name].because}`),
  ].join(' ');
}
