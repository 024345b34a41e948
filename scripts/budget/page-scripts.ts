import { posix } from 'node:path';

const TAG =
  /<(script|link|img|iframe|source|video|audio|embed|object)\b((?:"[^"]*"|'[^']*'|[^'">])*)>/gi;
const ATTRIBUTE = /([a-z][\w:-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/gi;

export interface Tag {
  name: string;
  attributes: ReadonlyMap<string, string>;
}

/** The tags of a page that can make a browser load something; names in lower case. */
export function loadingTags(html: string): Tag[] {
  // What stands inside a script or a comment is no tag.
  const markup = html
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/(<script\b(?:"[^"]*"|'[^']*'|[^'">])*>)[\s\S]*?<\/script>/gi, '$1');
  return [...markup.matchAll(TAG)].map(([, name = '', rest = '']) => ({
    name: name.toLowerCase(),
    attributes: new Map(
      [...rest.matchAll(ATTRIBUTE)].map(([, key = '', double, single, bare]) => [
        key.toLowerCase(),
        (double ?? single ?? bare ?? '').replaceAll('&amp;', '&'),
      ]),
    ),
  }));
}

/**
 * The script files that a page loads before anyone touches it: script elements, and scripts asked for
 * in advance. A nomodule script is for browsers that cannot run the others, so it does not count.
 */
export function scriptAddresses(html: string): string[] {
  const addresses = loadingTags(html).map(({ name, attributes }) => {
    if (name === 'script') return attributes.has('nomodule') ? undefined : attributes.get('src');
    const rel = attributes.get('rel');
    const early =
      rel === 'modulepreload' || (rel === 'preload' && attributes.get('as') === 'script');
    return name === 'link' && early ? attributes.get('href') : undefined;
  });
  return [...new Set(addresses)].filter((address) => address !== undefined);
}

/** The file of the export behind an address in a page; undefined where it is on another host. */
export function fileOf(address: string, page: string): string | undefined {
  if (/^([a-z][a-z\d+.-]*:|\/\/)/i.test(address)) return undefined;
  const path = decodeURI(address.replace(/[?#].*$/s, ''));
  return posix.join(path.startsWith('/') ? '' : posix.dirname(page), path).replace(/^\//, '');
}
