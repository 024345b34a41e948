'use client';

import type { Story } from '@/components/view/story';
import type { ChangeView } from '@/components/view/use-story';
import { ViewLink } from '@/components/view/view-link';
import type { Counterfactual, Counterfactuals } from '@/lib/scenario/counterfactuals';

interface WhyAnswerProps {
  readonly story: Story;
  readonly change: ChangeView;
  readonly answer: Counterfactuals;
}

/** What would have come of it otherwise, line by line. Loaded when there is an answer. */
export function WhyAnswer({ story, change, answer }: WhyAnswerProps) {
  return (
    <>
      <ul className="space-y-2 text-sm leading-snug">
        {answer.found.map((found) => (
          <li key={`${found.kind} ${found.change} ${found.result}`}>
            <Line {...{ story, change, found }} />
          </li>
        ))}
      </ul>
      {answer.cutOff && (
        <p className="text-[0.8125rem] text-fault">
          There are more changes than these {answer.runs}: a limit was hit.
        </p>
      )}
    </>
  );
}

/** Of one or two letters: wide enough for a finger, and no further from its neighbours than words are. */
const SHORT: Readonly<Record<number, string>> = {
  1: '-mx-1.5 inline-block min-w-6 text-center',
  2: '-mx-1 inline-block min-w-6 text-center',
};

/** `With Retries at 1, 3 or 4: still two charges.` Each position is a link of its own. */
function Line({
  story,
  change,
  found,
}: Omit<WhyAnswerProps, 'answer'> & { readonly found: Counterfactual }) {
  const { scenario } = story.played;
  const { kind, alternatives, result, harmless, prevents } = found;
  const links = alternatives.map(({ label, settings, script }, place) => (
    <span key={label}>
      {place === 0 ? '' : place === alternatives.length - 1 ? ' or ' : ', '}
      <ViewLink {...{ scenario, settings, script, change }} className={SHORT[label.length] ?? ''}>
        {label}
      </ViewLink>
    </span>
  ));
  return (
    <>
      {kind === 'knob' && `${found.change}: `}
      {links}
      <span className={`block ${prevents ? 'text-effect' : harmless ? '' : 'text-harm'}`}>
        {result}
      </span>
    </>
  );
}
