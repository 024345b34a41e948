'use client';

import { useCallback } from 'react';

import { KnobLists } from '@/components/knobs/knob-lists';
import { DiagramColumn } from '@/components/lab/diagram-column';
import { ChangeStep } from '@/components/script/change-step';
import { Printout } from '@/components/lab/printout';
import type { Prerendered } from '@/components/mermaid/sequence-diagram';
import { isOver, type Story } from '@/components/view/story';
import type { ChangeView } from '@/components/view/use-story';
import { formatScript } from '@/lib/engine/directive';
import { firstDivergence } from '@/lib/projections/divergence';
import { CALM_DAY, describeDirective } from '@/lib/scenario/edit-script';
import type { Settings } from '@/lib/scenario/knobs';
import { isAmiss, isUneven } from '@/lib/outcomes/amiss';
import { kindsInWords } from '@/lib/outcomes/words';
import { judgementAt } from '@/lib/scenario/play';

interface CompareProps {
  readonly story: Story;
  readonly twin: Story;
  readonly position: number;
  readonly settings: Settings;
  readonly twinSettings: Settings;
  readonly prerendered: Prerendered | null;
  readonly pickStep: (entry: number, at: DOMRect) => void;
  readonly change: ChangeView;
}

/**
 * Two settings under one script, side by side, and where they part. Where the scenario's own script is played, and one
 * of the settings brings another, each side plays its own and says so.
 */
export function Compare(props: CompareProps) {
  const { story, twin, position, settings, twinSettings, prerendered, pickStep, change } = props;
  const { scenario } = story.played;
  const parting = firstDivergence(story.beats, twin.beats);
  const isOneScript = sameScript(story, twin);
  const turnRun = useCallback((turned: Settings) => change({ settings: turned }), [change]);
  const turnTwin = useCallback((turned: Settings) => change({ twin: turned }), [change]);
  const sides = [
    {
      ...{ name: 'This run', run: story, of: settings, others: twinSettings, onTurn: turnRun },
      picking: {
        onPick: pickStep,
        beside: (
          <ChangeStep
            position={Math.min(position, story.beats.length)}
            onPick={pickStep}
            className="mt-3 mr-3 sm:mr-6"
          />
        ),
      },
    },
    {
      ...{ name: 'Its twin', run: twin, of: twinSettings, others: settings, onTurn: turnTwin },
      picking: {},
    },
  ];
  return (
    <div className="grid min-h-0 flex-1 grid-cols-1 lg:grid-cols-2">
      {sides.map(({ name, run, of, others, onTurn, picking }) => (
        <section
          key={name}
          aria-label={name}
          className="flex min-h-0 min-w-0 flex-col border-line not-first:border-t lg:not-first:border-t-0 lg:not-first:border-l"
        >
          <div className="border-b border-line bg-paper px-4 pt-2 pb-3">
            <div className="mb-1 flex flex-wrap items-baseline justify-between gap-x-3">
              <h3 className="text-[0.9375rem] font-semibold">{name}</h3>
              <Stand run={run} position={position} />
              <Count run={run} position={position} />
            </div>
            <div className="no-print">
              <KnobLists knobs={scenario.knobs} settings={of} {...{ others, onTurn }} />
            </div>
            {!isOneScript && (
              <OwnScript run={run} onShare={(script) => change({ script, step: null })} />
            )}
          </div>
          <DiagramColumn
            story={run}
            position={Math.min(position, run.beats.length)}
            prerendered={prerendered}
            {...picking}
          />
          {parting !== null && position > parting && (
            <p className="border-t border-line px-4 py-1.5 text-sm text-intent">
              Parted at step {parting + 1}: {run.beats[parting]?.sentence ?? 'this run is over.'}
            </p>
          )}
          <Printout
            story={run}
            judgement={judgementAt(run.played, position)}
            {...{ position }}
            own
          />
        </section>
      ))}
    </div>
  );
}

const sameScript = (one: Story, other: Story): boolean =>
  formatScript(one.played.script) === formatScript(other.played.script);

interface OwnScriptProps {
  readonly run: Story;
  readonly onShare: (script: string) => void;
}

/** What goes wrong on one side and not on the other. */
function OwnScript({ run: { played }, onShare }: OwnScriptProps) {
  const words = played.script.map((directive) => describeDirective(directive, played));
  return (
    <p className="mt-2 text-sm leading-snug">
      These settings bring their own script: {words.length > 0 ? `${words.join('; ')}.` : CALM_DAY}{' '}
      <button
        type="button"
        className="text-intent underline underline-offset-2"
        onClick={() => onShare(formatScript(played.script))}
      >
        Play it on both sides
      </button>
    </p>
  );
}

interface AtProps {
  readonly run: Story;
  readonly position: number;
}

/** Where a run stands: its own steps may be over while the other one goes on. */
function Stand({ run: { beats, played }, position }: AtProps) {
  const { length } = beats;
  const end = played.run.ending === 'quiescent' ? 'ended at' : 'cut off at';
  return (
    <p className="mr-auto text-sm text-muted tabular-nums">
      {position < length ? `step ${position} of ${length}` : `${end} step ${length}`}
    </p>
  );
}

function Count({ run, position }: AtProps) {
  const judgement = judgementAt(run.played, position);
  const ended = isOver(run, position);
  return (
    <p className="flex flex-wrap gap-x-4 font-mono text-sm tabular-nums">
      {judgement.intents.map((intent) => (
        <span key={intent.id} className={isAmiss(intent, ended) ? 'text-harm' : ''}>
          {judgement.intents.length > 1 && `${intent.label}: `}expected {intent.expected}, actual{' '}
          {intent.actual}
          {isUneven(intent) && ` (${kindsInWords(intent)})`}
        </span>
      ))}
    </p>
  );
}
