import { describe, expect, it } from 'vitest';
import {
  prefixFor,
  relativeAddress,
  relativeCandidates,
  relativeUrls,
} from '@/scripts/relocate/addresses';

describe('prefixFor', () => {
  it('leads from a page back to the root', () => {
    expect(prefixFor('index.html')).toBe('./');
    expect(prefixFor('lab/retries.html')).toBe('../');
    expect(prefixFor('_next/static/chunks/a.css')).toBe('../../../');
  });
});

describe('relativeAddress', () => {
  it('changes only what starts at the root', () => {
    expect(relativeAddress('/', '../')).toBe('../');
    expect(relativeAddress('/lab/x?a=b#s=1', './')).toBe('./lab/x?a=b#s=1');
    for (const kept of ['//host/x', 'https://host/x', '#top', '../x', 'x', '']) {
      expect(relativeAddress(kept, '../')).toBe(kept);
    }
  });
});

describe('relativeCandidates', () => {
  it('changes each candidate', () => {
    expect(relativeCandidates('/a.svg 1x, /b.svg 2x,https://host/c.svg 3x', './')).toBe(
      './a.svg 1x, ./b.svg 2x,https://host/c.svg 3x',
    );
  });
});

describe('relativeUrls', () => {
  it('changes url() in every way to quote it, and @import', () => {
    const css = `@import "/a.css";b{c:url(/d);e:url( '/f' );g:url(//host/h);i:url(../j);k:url(data:x)}`;
    expect(relativeUrls(css, '../')).toBe(
      `@import "../a.css";b{c:url(../d);e:url( '../f' );g:url(//host/h);i:url(../j);k:url(data:x)}`,
    );
    expect(relativeUrls('style="a:url(&quot;/b&quot;)"', './')).toBe(
      'style="a:url(&quot;./b&quot;)"',
    );
  });
});
