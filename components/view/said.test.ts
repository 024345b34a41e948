import { describe, expect, it } from 'vitest';

import { saidAt } from '@/components/view/said';
import { tellStory } from '@/components/view/story';
import { initialSettings } from '@/lib/scenario/knobs';
import { scenarioBySlug } from '@/simulations/catalogue';

function storyOf(slug: string, changed: Readonly<Record<string, string>>, script: string | null) {
  const scenario = scenarioBySlug(slug);
  if (!scenario) throw new Error(`no ${slug}`);
  return tellStory(scenario, { ...initialSettings(scenario.knobs), ...changed }, script);
}

describe('what is said aloud of a step', () => {
  const stuck = storyOf(
    'where-it-failed',
    { cut: 'before', key: 'per-intent' },
    'lose.client-api.1~crash.api.2~crash.api.4',
  );

  it('is its caption, and an outcome that comes with it', () => {
    const end = stuck.beats.length;
    expect(saidAt(stuck, end)).toMatch(/^The client gives up.* Stuck: /);
    expect(saidAt(stuck, end - 1)).toBe(stuck.captions[end - 2]);
  });

  it('has an outcome once, at the step that it came with', () => {
    const story = storyOf('lost-response', {}, null);
    const told = story.beats.map((_, index) => saidAt(story, index + 1));
    expect(told.map((text) => text.includes('Duplicate: '))).toEqual(
      story.beats.map(({ tone }) => tone === 'harm'),
    );
  });

  it('does not have twice what the caption tells', () => {
    const story = { ...stuck, captions: stuck.captions.map(() => 'x') };
    const { because } = stuck.played.judgement.outcomes.stuck;
    const end = stuck.beats.length;
    expect(saidAt(story, end)).toBe(`x Stuck: ${because}`);
    expect(saidAt({ ...stuck, captions: story.captions.with(-1, because) }, end)).toBe(because);
  });

  it('is where to begin, before the first step', () => {
    expect(saidAt(stuck, 0)).toBe('Press play, or step forward, and watch.');
  });
});
