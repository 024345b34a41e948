'use client';

import { useId, useState } from 'react';

import { iframeOf } from '@/components/share/iframe';
import { embedLinkOf } from '@/components/share/share-links';
import { frameHeight } from '@/components/share/share-texts';
import { stepWithin } from '@/components/share/step-within';
import { Button } from '@/components/ui/button';
import { partOf } from '@/components/view/part';
import type { ScenarioState } from '@/components/view/use-story';
import type { EmbedView } from '@/lib/permalink/view';
import { fingerprint } from '@/lib/projections/fingerprint';

interface EmbedOptionsProps {
  readonly shared: ScenarioState;
  readonly onCopy: (text: string) => void;
}

const THEMES = { auto: 'as the system', light: 'light', dark: 'dark' } as const;

/** What the frame in another page shows, and the line of HTML that puts it there. */
export function EmbedOptions({ shared, onCopy }: EmbedOptionsProps) {
  const { scenario, story, twin } = shared;
  const last = story.beats.length;
  const [embed, setEmbed] = useState<EmbedView>({
    from: null,
    to: null,
    lock: false,
    theme: 'auto',
  });
  const [open, setOpen] = useState(false);
  const [height] = useState(() => frameHeight(drawnSize(story.diagram.source)));
  const id = useId();
  const turn = (change: Partial<EmbedView>) => setEmbed({ ...embed, ...change });
  const src = embedLinkOf(shared, embed, window.location.href);
  const snippet = iframeOf(scenario.title, src, height);
  const { complaint } = partOf(embed, last);
  return (
    <section aria-labelledby={`${id}-title`} className="space-y-3 px-4 py-3 sm:px-6">
      <h3 id={`${id}-title`} className="sr-only">
        In your own page
      </h3>
      <div className="flex flex-col gap-x-4 gap-y-1 sm:flex-row sm:items-center">
        <Button aria-describedby={`${id}-help`} className="sm:w-40" onClick={() => onCopy(snippet)}>
          Copy &lt;iframe&gt;
        </Button>
        <p id={`${id}-help`} className="min-w-0 flex-1 text-sm leading-snug text-muted">
          One line for HTML and MDX: the diagram and its steps in your own page
          {twin ? ', without the other run' : ''}.
        </p>
      </div>
      <div className="flex flex-wrap items-end gap-x-5 gap-y-3 text-sm">
        <fieldset>
          <legend className="mb-1 text-muted">Colours</legend>
          <div className="flex gap-0.5 rounded-lg border border-line bg-soft p-0.5">
            {(['auto', 'light', 'dark'] as const).map((theme) => (
              <label
                key={theme}
                className="rounded-md text-center text-muted hover:text-ink has-checked:bg-panel has-checked:font-semibold has-checked:text-ink has-checked:shadow-[0_0_0_1px_var(--edge)] has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-intent"
              >
                <input
                  type="radio"
                  name={`${id}-theme`}
                  checked={embed.theme === theme}
                  onChange={() => turn({ theme })}
                  className="sr-only"
                />
                <span className="block px-2.5 py-1.5 leading-snug">{THEMES[theme]}</span>
              </label>
            ))}
          </div>
        </fieldset>
        <fieldset className="flex gap-2">
          <StepField label="From step" usual={1} last={last} onSet={(from) => turn({ from })} />
          <StepField label="To step" usual={last} last={last} onSet={(to) => turn({ to })} />
        </fieldset>
        <label className="flex min-h-9 items-center gap-2">
          <input
            type="checkbox"
            checked={embed.lock}
            onChange={({ target }) => turn({ lock: target.checked })}
            className="size-4 accent-ink"
          />
          Locked: nothing but stepping
        </label>
      </div>
      {complaint !== null && (
        <p role="status" className="text-sm text-fault">
          {complaint}
        </p>
      )}
      <code className="block rounded-md bg-soft p-2 font-mono text-xs break-all select-all">
        {snippet}
      </code>
      <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary className="w-fit text-sm text-intent underline underline-offset-2">
          Preview
        </summary>
        {open && (
          <iframe
            // A new frame for a new address: one whose address changes would add to the history.
            key={src}
            src={src}
            title="Preview of the frame"
            width="100%"
            height={Math.min(height, 480)}
            className="mt-2 rounded-md border border-line"
          />
        )}
      </details>
    </section>
  );
}

interface StepFieldProps {
  readonly label: string;
  /** Which it is if none is given. */
  readonly usual: number;
  readonly last: number;
  readonly onSet: (step: number | null) => void;
}

/** A step by its number. One that the run does not have becomes the nearest that it has, and that is said. */
function StepField({ label, usual, last, onSet }: StepFieldProps) {
  const [remark, setRemark] = useState<string | null>(null);
  const id = useId();
  return (
    <div className="max-w-44">
      <label htmlFor={id} className="mb-1 block text-muted">
        {label}
      </label>
      <input
        id={id}
        type="number"
        inputMode="numeric"
        min={1}
        max={last}
        placeholder={String(usual)}
        aria-describedby={`${id}-remark`}
        className="h-9 w-20 rounded-md border border-line bg-panel px-2 font-mono tabular-nums"
        onChange={({ target }) => {
          const typed = stepWithin(target.value, last, usual);
          setRemark(typed.remark);
          onSet(typed.step);
        }}
      />
      <p id={`${id}-remark`} role="status" className="text-fault">
        {remark}
      </p>
    </div>
  );
}

function drawnSize(source: string) {
  const svg = document.querySelector<SVGSVGElement>(`[data-drawn="${fingerprint(source)}"] svg`);
  return svg ? svg.viewBox.baseVal : null;
}
