import { expect, it } from 'vitest';

import { renderCommand } from './render.ts';

// What it writes is looked at in the browser tests: it takes its pictures of the built site.
it.each([
  [['lock'], '--out names the folder'],
  [['no-such', '--out', 'pictures'], 'no scenario "no-such"'],
  [['lock', '--out', 'package.json'], '"package.json" is a file'],
  [['lock', '--out', 'pictures', '--step', '1000'], '--step is a number from 0 to'],
  [['lock', '--out', 'pictures', '--step', '-1'], '--step is a number from 0 to'],
  [['lock', '--out', 'pictures', '--theme', 'blue'], '--theme is light or dark'],
  [['lock', '--out', 'pictures', '--site', 'javascript:x'], '--site is the address of a site'],
  [['lock', '--out', 'pictures', '--script', 'x'], 'is not a directive of lock'],
])('refuses %j before it writes anything', async (words, message) => {
  await expect(renderCommand(words)).rejects.toThrow(message);
});
