import { formatDirective } from '@/lib/engine/directive';
import type { Trace } from '@/lib/engine/trace';
import type { Beat } from '@/lib/projections/beats';

/** A sentence for a step that it recognises by its words, its directive (`crash.api.3`) or its kind (`kind:crashed`). */
export interface Caption {
  readonly at: string;
  /** Only if an earlier step's words held this: a caption must be true of every script. */
  readonly after?: string;
  /** Only under these settings. */
  readonly settings?: Readonly<Record<string, string | number>>;
  readonly text: string;
}

/** The sentence above the diagram for each step: the scenario's own where it has one, else the transcript's. */
export function captionsOf(
  beats: readonly Beat[],
  trace: Trace,
  captions: readonly Caption[],
  settings: Readonly<Record<string, string | number>>,
): readonly string[] {
  const fitting = captions.filter(({ settings: only = {} }) =>
    Object.entries(only).every(([name, value]) => settings[name] === value),
  );
  const said = beats.map(({ sentence }) => sentence.toLowerCase());
  return beats.map(({ sentence, index }) => {
    const kind = `kind:${trace[index]?.kind ?? ''}`;
    const words = said[index] ?? '';
    const directive = trace[index] ? formatDirective(trace[index].directive) : '';
    const caption = fitting.find(
      ({ at, after = '' }) =>
        (at === kind || at === directive || words.includes(at.toLowerCase())) &&
        (after === '' || said.slice(0, index).some((earlier) => earlier.includes(after))),
    );
    return caption?.text ?? sentence;
  });
}
