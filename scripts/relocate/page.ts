import { isUtf8 } from 'node:buffer';
import { relativeAddress, relativeCandidates, relativeUrls } from './addresses';
import { relocateFlight } from './flight';

const ELEMENTS =
  /(<script\b(?:"[^"]*"|'[^']*'|[^'">])*>)([\s\S]*?)(<\/script>)|(<style\b[^>]*>)([\s\S]*?)(<\/style>)|<!--[\s\S]*?-->|<[a-z](?:"[^"]*"|'[^']*'|[^'">])*>/gi;
const ADDRESS_ATTRIBUTES = /(\s(?:href|src|poster|action|formaction|xlink:href)=["'])([^"']*)/gi;
const CANDIDATE_ATTRIBUTES = /(\s(?:srcset|imagesrcset)=["'])([^"']*)/gi;

const DATA_PUSH = /^self\.__next_f\.push\((\[[13],".*"\])\)$/s;
const TEXT_DATA = 1;
const BINARY_DATA = 3;

/** Makes every root-absolute address in a page relative, in its HTML and in the data for React. */
export function relocatePage(html: string, prefix: string): string {
  // A page that lies in public/ is none of Next's, and its author chose its addresses.
  if (!html.includes('/_next/')) return html;
  const chunks: Buffer[] = [];
  const marked = html.replace(
    ELEMENTS,
    (all: string, ...[script, code, scriptEnd, style, css, styleEnd]: (string | undefined)[]) => {
      if (script !== undefined && code !== undefined) {
        const open = relocateTag(script, prefix);
        const data = readPush(code);
        if (!data) return `${open}${code}${scriptEnd ?? ''}`;
        chunks.push(data);
        // The stream is cut anywhere, so it goes as a whole where its first piece was.
        return chunks.length === 1 ? DATA_PLACE : '';
      }
      if (style !== undefined && css !== undefined) {
        return `${style}${relativeUrls(css, prefix)}${styleEnd ?? ''}`;
      }
      return all.startsWith('<!--') ? all : relocateTag(all, prefix);
    },
  );
  if (chunks.length === 0) throw new Error('it holds no page data for React');
  const data = writePush(relocateFlight(Buffer.concat(chunks), prefix));
  const result = marked.replace(DATA_PLACE, () => `<script>${data}</script>`);
  const missed = /["'(]\\?\/_next\/static\/[^"'\\)]*/.exec(result);
  if (missed) throw new Error(`an address in it was not understood: ${missed[0].slice(1)}`);
  return result;
}

/** Stands for the data until the whole stream is known; no HTML that React writes can hold it. */
const DATA_PLACE = '<\0data>';

function relocateTag(tag: string, prefix: string): string {
  return relativeUrls(tag, prefix)
    .replace(ADDRESS_ATTRIBUTES, (_, name: string, value: string) => {
      return name + relativeAddress(value, prefix);
    })
    .replace(CANDIDATE_ATTRIBUTES, (_, name: string, value: string) => {
      return name + relativeCandidates(value, prefix);
    });
}

function readPush(code: string): Buffer | undefined {
  const match = DATA_PUSH.exec(code);
  if (!match?.[1]) return undefined;
  const [kind, data] = JSON.parse(match[1]) as [number, string];
  return Buffer.from(data, kind === BINARY_DATA ? 'base64' : 'utf8');
}

function writePush(data: Buffer): string {
  const push = isUtf8(data)
    ? [TEXT_DATA, data.toString('utf8')]
    : [BINARY_DATA, data.toString('base64')];
  return `self.__next_f.push(${escapeForScript(JSON.stringify(push))})`;
}

/** As Next does it: nothing in the data may end the script element. */
function escapeForScript(json: string): string {
  return json.replace(
    /[&<>\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
