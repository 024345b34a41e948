import { formatDirective } from '@/lib/engine/directive';
import { requiredOf } from '@/lib/outcomes/meant';
import type { Beat } from '@/lib/projections/beats';
import type { RunReport } from '@/lib/projections/markdown';
import { describeDirective } from '@/lib/scenario/edit-script';
import { labelOf } from '@/lib/scenario/knobs';
import type { Played } from '@/lib/scenario/play';
import { listOf } from '@/lib/words/list-of';

interface Told {
  readonly beats: readonly Beat[];
  /** Mermaid source. */
  readonly diagram: string;
  readonly link: string;
}

/** All that a document tells of a played scenario. */
export function reportOf(played: Played, { beats, diagram, link }: Told): RunReport {
  const { scenario, settings, script, run, judgement } = played;
  return {
    ...{ question: scenario.question, title: scenario.title, beats, diagram, judgement, link },
    ending: run.ending,
    noun: listOf(requiredOf(scenario.meant).map(({ noun }) => noun)),
    settings: Object.entries(scenario.knobs).map(([name, knob]) => ({
      label: knob.label,
      value: labelOf(knob, settings[name]),
    })),
    script: script.map((directive, line) => ({
      words: describeDirective(directive, played),
      directive: formatDirective(directive),
      applied: line < run.appliedAfter.length,
    })),
  };
}
