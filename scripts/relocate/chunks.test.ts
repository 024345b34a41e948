import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { relocateChunk, rootAddressIn } from '@/scripts/relocate/chunks';

// The pieces of code below are as Next 16.4.5 writes them.
const RUNTIME =
  'let k="string"==typeof TURBOPACK_CHUNK_BASE_PATH?TURBOPACK_CHUNK_BASE_PATH:"/_next/",P=new Map;';
const FACTORY =
  'let a="SharedWorker"===t.name,r=s.b,c=[];let u=new URL(s.h(e,r),location.origin),h=JSON.stringify(c);' +
  'return a?u.searchParams.set("params",h):u.hash="#params="+encodeURIComponent(h),new t(u,i)';
const ENTRY =
  'r("Worker entrypoint must be loaded in a worker context");' +
  'function s(o){var e=new URL(o,location.origin);return e.origin!==location.origin&&r("Refusing"),e.toString()}';

describe('relocateChunk', () => {
  it('makes the runtime take its folder from its own script element', () => {
    const { code, roles } = relocateChunk(RUNTIME);
    expect(roles).toEqual(['runtime']);
    const document = {
      currentScript: { getAttribute: () => '../_next/static/chunks/turbopack-a.js' },
    };
    expect(runInNewContext(`${code}k`, { document })).toBe('../_next/');
  });

  it('makes the address of a file relative to the same folder', () => {
    expect(relocateChunk('1,e=>{e.q("/_next/static/media/a.svg")}').code).toBe(
      '1,e=>{e.q(e.b+"static/media/a.svg")}',
    );
  });

  it('gives a worker absolute addresses', () => {
    const { code, roles } = relocateChunk(FACTORY);
    expect(roles).toEqual(['workerFactory']);
    expect(start(code, 'http://host')).toMatch(/^http:\/\/host\/in\/_next\/w\.js#params=/);
  });

  it('starts a worker from the page itself where the page has no origin', () => {
    const started = start(relocateChunk(FACTORY).code, 'null');
    expect(started).toMatch(/^blob:importScripts\("http:\/\/host\/in\/_next\/w\.js"\)#params=/);
  });

  it('lets a worker without an origin load its code', () => {
    const { code, roles } = relocateChunk(ENTRY);
    expect(roles).toEqual(['workerEntry']);
    expect(code).toContain('new URL(o);return"null"!==self.origin&&e.origin!==location.origin&&');
  });

  it('fails when the code that starts workers has changed', () => {
    expect(() => relocateChunk(FACTORY.replace('r=s.b', 'r=s.base()'))).toThrow('another form');
    expect(() => relocateChunk(ENTRY.replace('location.origin', 'self.origin'))).toThrow(
      'another form',
    );
  });

  it('leaves other code alone', () => {
    const source = 'const a="/_next/ is a folder";';
    expect(relocateChunk(source)).toEqual({ code: source, roles: [] });
  });
});

/** Runs the code that starts a worker, and answers the address that it starts it from. */
function start(code: string, origin: string): string {
  const scope = {
    s: { b: '../_next/', h: (path: string, base: string) => base + path },
    e: 'w.js',
    i: undefined,
    t: function Worker(this: { address: string }, address: string | URL) {
      this.address = String(address);
    },
    self: { origin },
    document: { baseURI: 'http://host/in/lab/x' },
    location: { origin: 'http://host' },
    Blob: function Blob(this: { text: string }, [text]: [string]) {
      this.text = text;
    },
    URL: Object.assign(
      function (address: string, base?: string) {
        return new globalThis.URL(address, base);
      },
      { createObjectURL: (blob: { text: string }) => `blob:${blob.text}` },
    ),
  };
  const worker = runInNewContext(`(() => {${code}})()`, scope) as { address: string };
  return worker.address;
}

describe('rootAddressIn', () => {
  it('finds what would lead out of the folder of the site', () => {
    expect(rootAddressIn('{href:"/lab/x"}')).toBe('href:"/lab/x');
    expect(rootAddressIn('{href:`/lab/${id}`}')).toContain('href:`/lab/');
    expect(rootAddressIn('k="/_next/"')).toBe('"/_next/');
    expect(rootAddressIn('k="/_next/static/media/a.svg"')).toBe('"/_next/static/media/a.svg');
  });

  it('lets other addresses and plain text pass', () => {
    const code = '{href:"../lab/x",src:"//host/x",path:"/payments"};"/_next/ is a folder"';
    expect(rootAddressIn(code)).toBeUndefined();
  });
});
