import { describe, expect, it } from 'vitest';
import { keepPresses } from '@/scripts/relocate/keep-presses';

describe('keepPresses', () => {
  it('listens before there is anything to press, and makes no style sheet wait', () => {
    const page = '<html><head><meta charSet="utf-8"/><link rel="stylesheet"/></head></html>';
    expect(keepPresses(page)).toMatch(
      /<head><meta charSet="utf-8"\/><script>\(function\(\)\{.*\}\)\(\)<\/script><link/s,
    );
  });

  it('refuses a page of another form', () => {
    expect(() => keepPresses('<html><body></body></html>')).toThrow('Next 16.4');
  });
});
