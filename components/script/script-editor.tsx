'use client';

import { memo } from 'react';

import { Icon } from '@/components/ui/icons';
import { passFocus } from '@/components/ui/pass-focus';
import type { Story } from '@/components/view/story';
import { formatDirective, formatScript, isFault } from '@/lib/engine/directive';
import { CALM_DAY, describeDirective, without } from '@/lib/scenario/edit-script';
import { ownScriptText } from '@/lib/scenario/play';

interface ScriptEditorProps {
  readonly story: Story;
  readonly onEdit: (script: string | null) => void;
  /** Two runs stand side by side: one script for both, and no transcript. */
  readonly compares: boolean;
}

const LAST_LINE = '[aria-label="Script"] > :last-child button';

/** What goes wrong, line by line; each line can be taken out. */
export const ScriptEditor = memo(function ScriptEditor(props: ScriptEditorProps) {
  const { story, onEdit, compares } = props;
  const { played } = story;
  const { script, scenario, settings, run } = played;
  const isOwn = formatScript(script) === ownScriptText(scenario, settings);
  return (
    <div className="space-y-2 across:flex across:items-start across:gap-x-6 across:space-y-0">
      <ol
        className="space-y-2 across:flex across:flex-wrap across:gap-2 across:space-y-0 across:empty:hidden"
        aria-label="Script"
      >
        {script.map((directive, line) => (
          <li
            // A line's place is its identity: two lines may say the same.
            key={line}
            className={`flex items-start gap-2 rounded-lg border border-l-[3px] border-line bg-panel py-2 pr-1 pl-3 ${isFault(directive) ? 'border-l-fault' : 'border-l-edge'}`}
          >
            <div className="min-w-0 flex-1 text-sm leading-snug">
              {describeDirective(directive, played)}
              <code className="block font-mono text-xs break-words text-muted">
                {formatDirective(directive)}
              </code>
              {line >= run.appliedAfter.length && (
                <span className="text-[0.8125rem] text-fault">
                  It never came to this under these settings.
                </span>
              )}
            </div>
            <button
              type="button"
              aria-label={`Remove: ${describeDirective(directive, played)}`}
              className="no-print grid size-8 shrink-0 place-items-center rounded text-muted hover:bg-soft hover:text-ink"
              onClick={() => {
                // A line's place is its button's: only the last one's goes.
                passFocus(LAST_LINE);
                onEdit(without(played, line));
              }}
            >
              <Icon name="close" />
            </button>
          </li>
        ))}
      </ol>
      {script.length === 0 && <p className="text-sm across:shrink-0 across:py-1.5">{CALM_DAY}</p>}
      <p className="no-print max-w-prose text-[0.8125rem] leading-snug text-muted across:py-2">
        {compares
          ? 'Press a message of this run, or “Change step”,'
          : 'Press a message in the diagram, or ⋯ beside its line in the transcript,'}{' '}
        to see what can happen to it: it may be lost, delayed or doubled, or a process may crash
        {compares && ', in both'}.
        {isOwn && scenario.scriptFor && ' Until you do, what goes wrong follows the settings.'}
      </p>
      {!isOwn && (
        <button
          type="button"
          className="no-print min-h-7 text-sm text-intent underline underline-offset-2 across:shrink-0"
          onClick={() => {
            passFocus();
            onEdit(null);
          }}
        >
          Back to the scenario’s own script
        </button>
      )}
    </div>
  );
});
