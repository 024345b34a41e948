import { describe, expect, it } from 'vitest';
import { scriptAddresses } from '@/scripts/budget/page-scripts';
import { paintFirst } from '@/scripts/relocate/paint-first';

const SHEET = '<link rel="stylesheet" href="../_next/static/chunks/a.css" data-precedence="next"/>';
const CHUNK = '<script src="../_next/static/chunks/a.js" async=""></script>';
const PRELOAD =
  '<link rel="preload" as="script" fetchPriority="low" href="../_next/static/chunks/a.js"/>';

const page = (head: string, body: string) =>
  `<html><head>${head}</head><body>${body}</body></html>`;

describe('paintFirst', () => {
  it('keeps the browser from running a chunk, and from asking for it', () => {
    const html = paintFirst(page(PRELOAD + CHUNK, `<p>${CHUNK}</p>`));
    expect(html).not.toContain('<script src');
    expect(html).not.toContain('preload');
    expect(html.match(/<script type="text\/after-paint" src="[^"]+" async="">/g)).toHaveLength(2);
  });

  it('leaves old browsers’ scripts and inline ones as they are', () => {
    const others = '<script src="../_next/static/chunks/old.js" noModule=""></script>';
    expect(paintFirst(page(others + CHUNK, '<script>data</script>'))).toContain(others);
    expect(paintFirst(page(CHUNK, '<script>data</script>'))).toContain('<script>data</script>');
  });

  it('starts them from the end of the page', () => {
    expect(paintFirst(page(CHUNK, '<p>text</p>'))).toMatch(
      /<p>text<\/p><script>.*type:"paint".*<\/script><\/body>/s,
    );
  });

  it('asks for the style sheet before the fonts, and sets the colours when it is there', () => {
    const font = '<link rel="preload" href="../_next/static/media/a.woff2" as="font"/>';
    const colours = '<script>if(1<2)colours()</script>';
    expect(paintFirst(page(font + colours + SHEET + CHUNK, ''))).toContain(SHEET + font + colours);
    expect(paintFirst(page(SHEET + CHUNK, colours))).toContain(`<head>${SHEET}`);
  });

  it('leaves what a page loads to be counted', () => {
    const html = page(PRELOAD + CHUNK, '');
    expect(scriptAddresses(paintFirst(html))).toEqual(scriptAddresses(html));
  });

  it('refuses a page of another form', () => {
    expect(() => paintFirst(page('<script async src="/_next/static/a.js"></script>', ''))).toThrow(
      'Next 16.4',
    );
  });
});
