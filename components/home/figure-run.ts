import type { Prerendered } from '@/components/mermaid/sequence-diagram';
import { unscrolled } from '@/components/mermaid/unscrolled';
import { tellStory } from '@/components/view/story';
import { initialView, toQuery } from '@/lib/permalink/permalink';
import { fingerprint } from '@/lib/projections/fingerprint';
import { initialSettings, type Settings } from '@/lib/scenario/knobs';
import { judgementAt } from '@/lib/scenario/play';
import type { Scenario } from '@/lib/scenario/scenario';

/** Where the reader of the figure stands: before the first step, or after one of them. */
export interface FigureStep {
  /** The last thing worth saying, in plain words. */
  readonly caption: string;
  /** This very step, for those who can't see the drawing. */
  readonly sentence: string;
  readonly expected: number;
  readonly actual: number;
  /** How long it stays while the figure plays. */
  readonly holdMs: number;
}

/** A run as plain data: the home page shows it without the machines that made it. */
export interface FigureRun {
  /** The lab with these very settings, from the home page. */
  readonly href: string;
  readonly svg: string | null;
  readonly steps: readonly FigureStep[];
}

const START_MS = 250;
const TOLD_MS = 780;
const PASSING_MS = 240;

/** Plays a scenario at build time. Must stay on the server: it brings the engine along. */
export function figureRun(
  scenario: Scenario,
  changed: Settings,
  drawing: Prerendered | null,
): FigureRun {
  const settings = { ...initialSettings(scenario.knobs), ...changed };
  const { played, beats, captions, diagram } = tellStory(scenario, settings, null);
  const query = toQuery(scenario, { ...initialView(scenario), settings });
  const isCurrent = drawing?.fingerprint === fingerprint(diagram.source);

  let caption = captions[0] ?? scenario.question;
  const start = { ...{ caption, sentence: 'The start.' }, ...countsAt(0), holdMs: START_MS };
  const steps = beats.map(({ sentence }, index): FigureStep => {
    const own = captions[index];
    const isTold = own !== undefined && own !== sentence;
    if (isTold) caption = own;
    const holdMs = isTold ? TOLD_MS : PASSING_MS;
    return { caption, sentence, ...countsAt(index + 1), holdMs };
  });
  return {
    href: `lab/${scenario.slug}${query ? `?${query}` : ''}`,
    svg: drawing && isCurrent ? asAtTheStart(drawing.svg) : null,
    steps: [start, ...steps],
  };

  function countsAt(position: number) {
    const { intents } = judgementAt(played, position);
    return {
      expected: intents.reduce((sum, { expected }) => sum + expected, 0),
      actual: intents.reduce((sum, { actual }) => sum + actual, 0),
    };
  }
}

/** All steps still ahead and nothing scrolled, so that nothing jumps before the figure starts to play. */
const asAtTheStart = (svg: string): string =>
  unscrolled(svg)
    .replaceAll(/ data-(?:ahead|now)=""/g, '')
    .replaceAll(' data-entry=', ' data-ahead="" data-entry=');
