import { expect, test } from 'vitest';

import { iframeOf } from '@/components/share/iframe';
import { embedLinkOf, linkOf, type Shared, slideLinkOf } from '@/components/share/share-links';
import { frameHeight, markdownOf } from '@/components/share/share-texts';
import { tellStory } from '@/components/view/story';
import { initialView } from '@/lib/permalink/permalink';
import type { View } from '@/lib/permalink/view';
import { lostResponse as scenario } from '@/simulations/scenarios/lost-response/scenario';

const PAGE = 'https://lab.example/some/folder/lab/lost-response?panel=state#part';
const INITIAL = initialView(scenario).settings;
const OPEN = { from: null, to: null, lock: false, theme: 'auto' } as const;

function shared(change: Partial<View> = {}, position?: number): Shared {
  const view = { ...initialView(scenario), ...change };
  const story = tellStory(scenario, view.settings, view.script);
  const length = story.beats.length;
  return { scenario, view, story, length, position: position ?? length };
}

test('a link holds what is seen, and nothing that is as it was at first', () => {
  expect(linkOf(shared(), PAGE)).toBe('https://lab.example/some/folder/lab/lost-response');
  expect(linkOf(shared({ settings: { ...INITIAL, retries: 1 } }, 3), PAGE)).toBe(
    'https://lab.example/some/folder/lab/lost-response?retries=1&step=3',
  );
});

test('a link made while presenting opens the page as usual, at the same step', () => {
  expect(linkOf(shared({ present: true, step: null }, 0), PAGE)).toMatch(/lost-response\?step=0$/);
});

test('a link for a room is the same run as a slide, from its start', () => {
  const settings = { ...INITIAL, retries: 1 };
  expect(slideLinkOf(shared({ settings, step: 3, why: 3 }, 3), PAGE)).toBe(
    'https://lab.example/some/folder/lab/lost-response?retries=1&step=0&present',
  );
});

test('an embed adds its own parameters to the same query', () => {
  expect(embedLinkOf(shared({}, 4), OPEN, PAGE)).toBe(
    'https://lab.example/some/folder/embed/lost-response?step=4',
  );
  const part = { from: 3, to: 8, lock: true, theme: 'dark' } as const;
  expect(embedLinkOf(shared({}, 4), part, PAGE)).toBe(
    'https://lab.example/some/folder/embed/lost-response?step=4&from=3&to=8&lock&theme=dark',
  );
});

test('the snippet is one line of attributes that HTML and MDX both take', () => {
  expect(iframeOf('A "title" & more', 'https://lab.example/embed/x?a=1&b=2', 520)).toBe(
    '<iframe src="https://lab.example/embed/x?a=1&amp;b=2" title="A &quot;title&quot; &amp; more: Idempotency Lab" width="100%" height="520" loading="lazy"></iframe>',
  );
});

test('a frame is as tall as its drawing, within reason', () => {
  expect(frameHeight({ width: 600, height: 400 })).toBe(580);
  expect(frameHeight({ width: 1440, height: 800 })).toBe(580);
  expect(frameHeight({ width: 600, height: 4_000 })).toBe(760);
  expect(frameHeight(null)).toBe(520);
});

test('Markdown of a run names its settings by their labels and tells its steps', () => {
  const markdown = markdownOf(shared(), linkOf(shared(), PAGE));
  expect(markdown).toContain('- Idempotency key: none\n- Retries: 2\n');
  expect(markdown).toContain('Lose the 1st message from api to client: `lose.api-client.1`');
  expect(markdown).toContain('- Purchase A, charges: expected 1, actual 2; reported done');
  expect(markdown).toContain('Open this run: <https://lab.example/some/folder/lab/lost-response>');
});

test('Markdown of a calm run has no fault and no outcome', () => {
  const markdown = markdownOf(shared({ script: '' }), PAGE);
  expect(markdown).toContain('## What goes wrong\n\nNothing: a calm day.');
  expect(markdown).toContain('- duplicate: none');
});
