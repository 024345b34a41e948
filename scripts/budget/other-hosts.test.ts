import { describe, expect, it } from 'vitest';
import { otherHostsIn } from '@/scripts/budget/other-hosts';

describe('otherHostsIn', () => {
  it('finds what a page loads from elsewhere', () => {
    const html =
      '<script src="https://a.example/x.js"></script><link rel="stylesheet" href="//b.example/x.css">' +
      '<img srcset="./x 1x, https://c.example/y 2x"><iframe src="http://d.example/"></iframe>' +
      '<style>@import "https://e.example/x.css";</style><p style="background:url(https://f.example/x)">';
    expect(otherHostsIn(html, 'index.html')).toEqual([
      'https://a.example/x.js',
      '//b.example/x.css',
      'https://c.example/y',
      'http://d.example/',
      'https://e.example/x.css',
      'https://f.example/x',
    ]);
  });

  it('lets a page link to other hosts and name them', () => {
    const html =
      '<a href="https://a.example/">a</a><link rel="canonical" href="https://b.example/">' +
      '<svg xmlns="http://www.w3.org/2000/svg"></svg><meta property="og:image" content="https://c.example/x">' +
      '<img src="./a//b.svg">';
    expect(otherHostsIn(html, 'index.html')).toEqual([]);
  });

  it('finds what a style sheet loads', () => {
    const css = '@import url("https://a.example/x");b{c:url( //d.example/y )}e{f:url(../g)}';
    expect(otherHostsIn(css, 'a.css')).toEqual(['https://a.example/x', '//d.example/y']);
  });

  it('finds what code loads, and lets it hold links', () => {
    const load =
      'a.src="https://a.example/x";fetch("https://b.example/y");h={src:`https://c.example/z`}';
    expect(otherHostsIn(load, 'a.js')).toEqual([
      'https://a.example/x',
      'https://b.example/y',
      'https://c.example/z',
    ]);
    expect(
      otherHostsIn('h={href:"https://a.example/"};n="http://www.w3.org/2000/svg"', 'a.js'),
    ).toEqual([]);
  });
});
