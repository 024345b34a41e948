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
  /** The step that is kept in sight where not all of the drawing fits. */
  readonly inSight: number;
}

/** A run as plain data: the home page shows it without the machines that made it. */
export interface FigureRun {
  /** The lab with these very settings, from the home page. */
  readonly href: string;
  readonly svg: string | null;
  readonly steps: readonly FigureStep[];
}

/**
 * How long a step stays that brings a new sentence, or none. Within five seconds of arriving a visitor has seen the
 * duplicate happen: the way to it is as fast as its sentences can just be read, and its first sentence has been on the
 * page from the start. After that, and where there is no duplicate, a sentence has the time that reading it takes.
 */
const HURRIED = { toldMs: () => 1_550, passingMs: 110 };
const CALM = { toldMs: (text: string) => Math.max(1_800, 40 * text.length), passingMs: 320 };

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

  const counts = [0, ...beats.map((_, index) => index + 1)].map((position) => {
    const { intents } = judgementAt(played, position);
    return {
      expected: intents.reduce((sum, { expected }) => sum + expected, 0),
      actual: intents.reduce((sum, { actual }) => sum + actual, 0),
    };
  });
  const surplusAt = counts.findIndex(({ expected, actual }) => actual > expected);
  let caption = captions[0] ?? scenario.question;
  const steps = counts.map((count, position): FigureStep => {
    const sentence = beats[position - 1]?.sentence ?? 'The start.';
    const own = captions[position - 1];
    const isNew = own !== undefined && own !== sentence && own !== caption;
    if (isNew) caption = own;
    const pace = position < surplusAt ? HURRIED : CALM;
    return {
      ...{ caption, sentence, ...count },
      holdMs: isNew ? pace.toldMs(caption) : pace.passingMs,
      // How it ends is what came of it: the reply that is last says nothing of the surplus.
      inSight: position === beats.length && surplusAt >= 0 ? surplusAt : position,
    };
  });
  return {
    href: `lab/${scenario.slug}${query ? `?${query}` : ''}`,
    svg: drawing && isCurrent ? asAtTheStart(drawing.svg) : null,
    steps,
  };
}

/** All steps still ahead and nothing scrolled, so that nothing jumps before the figure starts to play. */
const asAtTheStart = (svg: string): string =>
  unscrolled(svg)
    .replaceAll(/ data-(?:ahead|now)=""/g, '')
    .replaceAll(' data-entry=', ' data-ahead="" data-entry=');
