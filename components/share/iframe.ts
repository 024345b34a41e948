/** One snippet for HTML and MDX: plain attributes, nothing but what both take. */
export function iframeOf(title: string, src: string, height: number): string {
  const attributes = { src, title: `${title}: Idempotency Lab`, width: '100%', height };
  const written = Object.entries({ ...attributes, loading: 'lazy' }).map(
    ([name, value]) => `${name}="${escapeAttribute(String(value))}"`,
  );
  return `<iframe ${written.join(' ')}></iframe>`;
}

const escapeAttribute = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
