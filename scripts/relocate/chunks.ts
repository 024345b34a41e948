/**
 * Turbopack writes the folder of its chunks into the code. Each rule below replaces one such place
 * in Next 16.4's output; relocate.ts fails when a place that must be there is not.
 */

export type ChunkRole = 'runtime' | 'workerFactory' | 'workerEntry';

const PAGE_ADDRESS = '"object"==typeof document?document.baseURI:location.href';

/** Where the runtime takes the folder from when nobody (a worker's entry) told it. */
const RUNTIME_BASE =
  /("string"==typeof TURBOPACK_CHUNK_BASE_PATH\?TURBOPACK_CHUNK_BASE_PATH:)"\/_next\/"/g;
/**
 * The folder as the page's own script element writes it, relative to the page. The runtime compares
 * addresses as they are written, so the code, the HTML and the data must all write the same one.
 */
const RUNTIME_BASE_HERE =
  'document.currentScript.getAttribute("src").replace(/static\\/chunks\\/[^/]*$/,"")';

/** A module whose value is the address of a file: `e.q("/_next/static/media/…")`; `b` is the folder. */
const FILE_MODULE = /\b([\w$]+)\.q\("\/_next\/([^"\\]+)"\)/g;

/**
 * The function behind `new Worker(new URL(…))`: it resolves the folder against the host's root, and
 * the worker would resolve it against its own file; an absolute address means the same to both.
 */
const WORKER_BASE = /("SharedWorker"===[\w$]+\.name,[\w$]+=)([\w$]+\.b)(,)/g;

/**
 * In a frame without an origin (`sandbox="allow-scripts"`) a worker must not come from a server, but
 * may come from the page itself and then import its code.
 */
const WORKER_START =
  /([\w$]+)\?([\w$]+)\.searchParams\.set\("params",([\w$]+)\):\2\.hash="#params="\+encodeURIComponent\(\3\),new ([\w$]+)\(\2,/g;

/**
 * The worker's entry resolves addresses against its origin and refuses other hosts. The addresses are
 * absolute by now; and a worker without an origin has none to compare.
 */
const ENTRY_CHECK =
  /new URL\(([\w$]+),location\.origin\);return ([\w$]+)\.origin!==location\.origin&&/g;

export interface RelocatedChunk {
  code: string;
  roles: ChunkRole[];
}

export function relocateChunk(source: string): RelocatedChunk {
  const roles: ChunkRole[] = [];
  const modules = source.replace(FILE_MODULE, '$1.q($1.b+"$2")');
  let code = modules.replace(RUNTIME_BASE, (_, before: string) => before + RUNTIME_BASE_HERE);
  if (code !== modules) roles.push('runtime');
  if (code.includes('"#params="+encodeURIComponent(')) {
    roles.push('workerFactory');
    code = mustReplace(code, WORKER_BASE, `$1new URL($2,${PAGE_ADDRESS}).href$3`);
    code = mustReplace(
      code,
      WORKER_START,
      '$1?$2.searchParams.set("params",$3):$2.hash="#params="+encodeURIComponent($3),' +
        'new $4("null"===self.origin&&!$1?URL.createObjectURL(new Blob(["importScripts("+' +
        'JSON.stringify($2.href.split("#")[0])+")"],{type:"text/javascript"}))+$2.hash:$2,',
    );
  }
  if (code.includes('"Worker entrypoint must be loaded in a worker context"')) {
    roles.push('workerEntry');
    code = mustReplace(
      code,
      ENTRY_CHECK,
      'new URL($1);return"null"!==self.origin&&$2.origin!==location.origin&&',
    );
  }
  return { code, roles };
}

function mustReplace(code: string, pattern: RegExp, replacement: string): string {
  const replaced = code.replace(pattern, replacement);
  if (replaced === code)
    throw new Error(
      'the code that starts a worker has another form; has Next changed, or was it relocated before?',
    );
  return replaced;
}

/** A prefix or a file of the export, or a link or picture of a component; text may be anything. */
const ROOT_ADDRESS =
  /["'`]\/_next\/(?:static\/[^"'`]{0,60}|(?=["'`]))|\b(?:href|src|srcSet|poster):["'`]\/(?!\/)[^"'`]{0,60}/;

/** An address that would lead out of the folder in which the site lies. */
export function rootAddressIn(code: string): string | undefined {
  return ROOT_ADDRESS.exec(code)?.[0];
}
