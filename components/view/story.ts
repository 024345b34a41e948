import { closingOf } from '@/lib/outcomes/closing';
import { type Beat, strongest, toBeats } from '@/lib/projections/beats';
import { captionsOf } from '@/lib/projections/caption';
import { type SequenceDiagram, toSequenceDiagram } from '@/lib/projections/sequence-diagram';
import type { Settings } from '@/lib/scenario/knobs';
import { type Played, playScenario, readScript } from '@/lib/scenario/play';
import type { Scenario } from '@/lib/scenario/scenario';

/** A run and the readings of it that a page shows. */
export interface Story {
  readonly played: Played;
  readonly beats: readonly Beat[];
  readonly captions: readonly string[];
  readonly diagram: SequenceDiagram;
}

/** Whether the run has come to its end at this position. One that was cut off has none. */
export const isOver = ({ beats, played }: Story, position: number): boolean =>
  position >= beats.length && played.run.ending === 'quiescent';

/** What stands above a run before its first step. */
export const START = 'Press play, or step forward, and watch.';

/** The words for where the reader stands; beyond the end, as beside a longer run, the last ones. */
export const captionAt = ({ captions }: Story, position: number): string =>
  position === 0
    ? START
    : (captions[Math.min(position, captions.length) - 1] ?? 'Nothing happens.');

/** The steps of a run, or of two side by side: then the longer one has the time and the words, and the louder the tone. */
export function stepsOf(story: Story, twin: Story | null): readonly Beat[] {
  if (!twin) return story.beats;
  const [longer, other] = twin.beats.length > story.beats.length ? [twin, story] : [story, twin];
  return longer.beats.map((beat, index) => ({
    ...beat,
    tone: strongest([beat.tone, other.beats[index]?.tone ?? 'calm']),
  }));
}

/** `script` as in a view: null for the scenario's own. */
export function tellStory(scenario: Scenario, settings: Settings, script: string | null): Story {
  const played = playScenario(scenario, settings, readScript(scenario, settings, script).script);
  const { cast, run, judgement, scenario: told } = played;
  const beats = toBeats(run.trace, { cast, meant: told.meant, wording: told.wording });
  return {
    played,
    beats,
    captions: captionsOf(
      ...([beats, run.trace, told.captions, settings] as const),
      closingOf(judgement, run.ending === 'quiescent'),
    ),
    diagram: toSequenceDiagram(beats, cast, {
      title: told.title,
      description: `${told.question} ${beats.length} steps; the transcript tells them in words.`,
    }),
  };
}
