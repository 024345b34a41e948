'use client';

import { useMemo, useState } from 'react';

import { Costs } from '@/components/sampler/costs';
import { type DayLink, DayOutcomes } from '@/components/sampler/day-outcomes';
import { DaysControls } from '@/components/sampler/days-controls';
import { OPENED_AS } from '@/components/sampler/opened-as';
import { PrintedDays } from '@/components/sampler/printed-days';
import type { Task } from '@/components/sampler/task';
import { useDays } from '@/components/sampler/use-days';
import { KnobControls } from '@/components/knobs/knobs';
import type { Story } from '@/components/view/story';
import type { ChangeView } from '@/components/view/use-story';
import { SAMPLER_LIMITS } from '@/lib/explorer/sampler/limits';
import { toQuery } from '@/lib/permalink/permalink';
import type { View } from '@/lib/permalink/view';
import { ownScriptText } from '@/lib/scenario/play';
import { withoutStory } from '@/lib/scenario/retell';
import { UNTOUCHED } from '@/lib/scenario/sample-words';
import type { Scenario } from '@/lib/scenario/scenario';

interface DaysPanelProps {
  readonly story: Story;
  readonly view: View;
  readonly change: ChangeView;
}

/** Ten thousand random days of the settings on screen: how often it goes wrong, and what it costs. */
export function DaysPanel({ story, view, change }: DaysPanelProps) {
  const { scenario, settings } = story.played;
  const { weather, seed } = view;
  const task: Task = {
    slug: scenario.slug,
    settings: withoutStory(settings),
    weather,
    firstSeed: seed,
    days: SAMPLER_LIMITS.daysUsual,
  };
  const { days, run, cancel } = useDays(task);
  const [opened, setOpened] = useState<'short' | 'whole'>('short');
  const { report } = days;

  const links = useMemo(() => {
    const shown = toQuery(scenario, { ...view, step: null, why: null });
    return new Map(
      [...days.days.values()].map(({ seed: day, short, whole }): [number, DayLink] => {
        const script = opened === 'whole' ? (whole ?? short) : short;
        const opens = viewOf(days.task, view, script, scenario);
        const query = toQuery(scenario, { ...view, ...opens });
        return [day, { opens, href: `?${query}`, current: query === shown }];
      }),
    );
  }, [days.days, days.task, opened, scenario, view]);

  return (
    // What is hidden from sight is placed against this box: against the page it would make the page longer.
    <div data-testid="days" data-state={days.state} className="relative space-y-6 text-sm">
      <DaysControls {...{ weather, seed, days, change }} onRun={run} onCancel={cancel} />
      <div aria-busy={days.state === 'running'} className="space-y-6">
        {report?.isUntouched && <p className="text-fault">{UNTOUCHED}</p>}
        <DayOutcomes sample={report?.sample ?? null} links={links} onOpen={change} />
        <KnobControls
          knobs={OPENED_AS}
          settings={{ opened }}
          onTurn={({ opened: as }) => setOpened(as === 'whole' ? 'whole' : 'short')}
        />
        <Costs report={report} />
      </div>
      {report && days.task && <PrintedDays report={report} task={days.task} />}
    </div>
  );
}

/** A day as it was lived through: the knobs may have been turned since, and others be under way or called off. */
function viewOf(
  task: Task | null,
  view: View,
  script: string,
  scenario: Scenario,
): DayLink['opens'] {
  const settings = { ...view.settings, ...task?.settings };
  return {
    ...{ settings, weather: task?.weather ?? view.weather, seed: task?.firstSeed ?? view.seed },
    script: script === ownScriptText(scenario, settings) ? null : script,
    ...{ step: null, why: null },
  };
}
