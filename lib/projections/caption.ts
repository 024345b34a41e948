import { formatDirective } from '@/lib/engine/directive';
import { type Trace } from '@/lib/engine/trace';
import { type Beat } from '@/lib/projections/beats';

/** A sentence for a step that it recognises by its words, its directive (`crash.api.3`) or its kind (`kind:crashed`). */
export interface Caption {
  readonly at: string;
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
  return beats.map(({ sentence, index }) => {
    const kind = `kind:${trace[index]?.kind ?? ''}`;
    const words = sentence.toLowerCase();
    const directive = trace[index] ? formatDirective(trace[index].directive) : '';
    const caption = fitting.find(
      ({ at }) => at === kind || at === directive || words.includes(at.toLowerCase()),
    );
    return caption?.text ?? sentence;
  });
}
