import { describe, expect, it } from 'vitest';
import { fileOf, loadingTags, scriptAddresses } from '@/scripts/budget/page-scripts';

describe('scriptAddresses', () => {
  it('counts a script once, and one asked for in advance', () => {
    const html =
      '<link rel="preload" as="script" href="./b.js"/><link rel="modulepreload" href="./c.js">' +
      '<script src="./a.js" async=""></script><script src="./a.js"></script><script src="./b.js"></script>';
    expect(scriptAddresses(html)).toEqual(['./b.js', './c.js', './a.js']);
  });

  it('leaves out what no current browser loads, and what is no script', () => {
    const html =
      '<script src="./old.js" noModule=""></script><script>inline("src=x")</script>' +
      '<link rel="preload" as="image" href="./a.svg"/><link rel="stylesheet" href="./a.css"/>' +
      '<!-- <script src="./comment.js"></script> -->';
    expect(scriptAddresses(html)).toEqual([]);
  });

  it('is not misled by markup inside a script', () => {
    expect(scriptAddresses(`<script>const s = '<script src="./x.js">';</script>`)).toEqual([]);
  });
});

describe('loadingTags', () => {
  it('reads every way to write an attribute', () => {
    const [tag] = loadingTags(`<img SRC='a?b=1&amp;c=2' alt=x hidden data-x="a > b">`);
    expect([...(tag?.attributes ?? [])]).toEqual([
      ['src', 'a?b=1&c=2'],
      ['alt', 'x'],
      ['hidden', ''],
      ['data-x', 'a > b'],
    ]);
  });
});

describe('fileOf', () => {
  it('finds the file from the page that names it', () => {
    expect(fileOf('../_next/a.js?v=1', 'lab/x.html')).toBe('_next/a.js');
    expect(fileOf('./_next/a%20b.js', 'index.html')).toBe('_next/a b.js');
    expect(fileOf('/_next/a.js', 'lab/x.html')).toBe('_next/a.js');
  });

  it('finds none on another host', () => {
    expect(fileOf('https://host/a.js', 'index.html')).toBeUndefined();
    expect(fileOf('//host/a.js', 'index.html')).toBeUndefined();
  });
});
