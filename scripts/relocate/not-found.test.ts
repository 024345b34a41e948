import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';

import { addBaseFinder } from '@/scripts/relocate/not-found';

const SHEET = '<link rel="stylesheet" href="./_next/static/chunks/a.css" data-precedence="next"/>';
const CHUNK = '<script src="./_next/static/chunks/a.js" async=""></script>';
const PAGE = `<html><head><meta charSet="utf-8"/>${SHEET}${CHUNK}</head><body></body></html>`;

it('finds the folder of the site in one request where a page of the site would lie', () => {
  expect(opened('/lab/nope', '/')).toEqual({ base: '/', asked: ['/'] });
  expect(opened('/some/sub/embed/nope', '/some/sub/')).toEqual({
    ...{ base: '/some/sub/', asked: ['/some/sub/'] },
  });
  expect(opened('/embed/map/nope', '/').asked).toEqual(['/']);
  expect(opened('/tools/site/lab/no/such/page', '/tools/site/').base).toBe('/tools/site/');
});

it('finds it by going up where the address says nothing, or something else', () => {
  expect(opened('/site/a/b/c', '/site/').base).toBe('/site/');
  expect(opened('/nope', '/').base).toBe('/');
  expect(opened('/lab/site/nope', '/lab/site/').base).toBe('/lab/site/');
});

it('goes by the address where nothing can be asked', () => {
  expect(opened('/site/embed/nope', null).base).toBe('/site/');
  expect(opened('/site/nope', null).base).toBeUndefined();
});

it('asks for the style sheet when the base is known, and not before', () => {
  const html = addBaseFinder(PAGE);
  const withoutNoscript = html.replace(/<noscript>.*?<\/noscript>/, '');
  expect(withoutNoscript.replaceAll(/<script>.*?<\/script>/gs, '')).not.toContain('stylesheet');
  expect(opened('/lab/nope', '/')).toBeDefined();
});

it('refuses a page of another form', () => {
  expect(() => addBaseFinder(PAGE.replace(SHEET, ''))).toThrow('another form');
  expect(() => addBaseFinder(PAGE.replace(CHUNK, ''))).toThrow('another form');
});

/** What the script does at an address, where the site lies in `folder`; null: it can ask for nothing. */
function opened(pathname: string, folder: string | null) {
  const code = /<script>(.*?)<\/script>/s.exec(addBaseFinder(PAGE))?.[1] ?? '';
  const asked: string[] = [];
  const base: { href?: string } = {};
  class XMLHttpRequest {
    status = 0;
    open(_: string, address: string) {
      if (folder === null) throw new Error('blocked');
      const [, place = ''] = /^(.*)_next\/static\/chunks\/a\.js$/.exec(address) ?? [];
      asked.push(place);
      this.status = place === folder ? 200 : 404;
    }
    send() {}
  }
  const written: string[] = [];
  const document = {
    createElement: () => base,
    head: { appendChild: (element: unknown) => element },
    write: (text: string) => {
      expect(base.href === undefined).toBe(folder === null && !pathname.includes('embed'));
      written.push(text);
    },
  };
  runInNewContext(code, { location: { pathname }, document, XMLHttpRequest });
  expect(written).toEqual([SHEET]);
  return { base: base.href, asked };
}
