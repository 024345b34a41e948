import { loadingTags } from './page-scripts';

/** A link element with another rel (canonical, author, …) names an address without loading it. */
const LOADING_RELS =
  /\b(stylesheet|preload|modulepreload|prefetch|preconnect|dns-prefetch|icon|apple-touch-icon|mask-icon|manifest)\b/i;
const LOADING_ATTRIBUTES = ['src', 'href', 'srcset', 'imagesrcset', 'poster', 'data'];
const OTHER_HOST = /(?:^|[\s,])((?:https?:)?\/\/[^\s,]+)/i;

const IN_CSS = /(?:url\(\s*["']?|@import\s+["'])((?:https?:)?\/\/[^"')\s]+)/gi;
/** In code: style text, an address given to an element, or a module or worker. */
const IN_CODE =
  /(?:url\(\s*\\?["']?|@import\s+\\?["']|\.src\s*=\s*["'`]|\bsrc\s*:\s*["'`]|\b(?:import|importScripts|fetch|Worker|WebSocket|EventSource)\(\s*["'`])((?:https?:|wss?:)\/\/[^"'`)\\\s]+)/g;

/** Addresses on other hosts that a browser would load because of this file. */
export function otherHostsIn(text: string, file: string): string[] {
  if (file.endsWith('.css')) return matches(text, IN_CSS);
  if (file.endsWith('.js')) return matches(text, IN_CODE);
  const inTags = loadingTags(text)
    .filter(
      ({ name, attributes }) => name !== 'link' || LOADING_RELS.test(attributes.get('rel') ?? ''),
    )
    .flatMap(({ attributes }) => LOADING_ATTRIBUTES.map((name) => attributes.get(name) ?? ''))
    .flatMap((value) => OTHER_HOST.exec(value)?.[1] ?? []);
  return [...inTags, ...matches(text, IN_CSS)];
}

function matches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].flatMap((match) => match[1] ?? []);
}
