/** "../" for each folder between the root and the file: what leads from a page back to the root. */
export function prefixFor(file: string): string {
  const depth = file.split('/').length - 1;
  return depth === 0 ? './' : '../'.repeat(depth);
}

/** "/x" seen from a page with this prefix; any other address stays as it is. */
export function relativeAddress(address: string, prefix: string): string {
  return /^\/(?!\/)/.test(address) ? prefix + address.slice(1) : address;
}

/** The same for each candidate of a srcset. */
export function relativeCandidates(srcset: string, prefix: string): string {
  return srcset.replace(/(^|,\s+|,(?=\/))\/(?!\/)/g, (_, before: string) => before + prefix);
}

/** The same for each url() in a style sheet. */
export function relativeUrls(css: string, prefix: string): string {
  return css.replace(
    /(url\(\s*(?:["']|&quot;|&#x27;)?|@import\s+["'])\/(?!\/)/g,
    (_, before: string) => before + prefix,
  );
}
