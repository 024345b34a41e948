import { Script } from 'node:vm';

import { expect, it } from 'vitest';

import { keepOffline, offlineWorker } from '@/scripts/relocate/offline';

it('names pages as they are asked for, and files as they lie', () => {
  const worker = offlineWorker(
    ['404.html', 'index.html', 'lab/lock.html', '_next/static/a.js', 'icon.svg'],
    'v1',
  );
  expect(worker).toMatch(
    /^const VERSION="v1",FILES=\["404","","lab\/lock","_next\/static\/a.js","icon.svg"\];/,
  );
  expect(() => new Script(worker)).not.toThrow();
});

it('starts the worker of its own site at the end of a page', () => {
  expect(keepOffline('<body><p>text</p></body>', '../')).toMatch(
    /<p>text<\/p><script>.*register\("\.\.\/offline\.js"\).*<\/script><\/body>/s,
  );
});
