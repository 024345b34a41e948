import { describe, expect, it } from 'vitest';

import { tellStory } from '@/components/view/story';
import { initialSettings } from '@/lib/scenario/knobs';
import { catalogue } from '@/simulations/catalogue';
import { someSettings } from '@/simulations/some-settings';

describe.each(catalogue)('the story of $slug', (scenario) => {
  // Pages and slides open at, or end with, the last step.
  it('ends with what came of it, and not with a bare line of the transcript', () => {
    for (const settings of someSettings(scenario)) {
      const { captions, beats } = tellStory(scenario, settings, null);
      expect(captions.at(-1), JSON.stringify(settings)).not.toBe(beats.at(-1)?.sentence);
    }
  });
});

it('keeps a scenario’s own caption of its last step, and says else what was counted', () => {
  const [lostResponse] = catalogue;
  if (!lostResponse) throw new Error('no scenario');
  const last = (script: string, turned = {}) =>
    tellStory(
      lostResponse,
      { ...initialSettings(lostResponse.knobs), ...turned },
      script,
    ).captions.at(-1);
  expect(last('lose.api-client.1')).toBe(
    'The client is content. The customer has paid more than once.',
  );
  expect(last('')).toBe('Purchase A happened at step 3, once, as it should.');
  // In the words of the story that is told.
  expect(last('', { story: 'tickets' })).toBe('Booking A happened at step 3, once, as it should.');
});
