import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import {
  createServer,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type Server,
  type ServerResponse,
} from 'node:http';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import sirv from 'sirv';

export interface ServerOptions {
  port: number;
  dir: string;
  /** Only this computer can reach the server, unless another address is given. */
  host?: string;
  /** Where the export is mounted, e.g. "/some/sub/path"; the root unless given. */
  base?: string;
}

export interface RunningServer {
  url: string;
  close(): Promise<void>;
}

const COMPRESSIBLE = /^(text\/|image\/svg|application\/(javascript|json|manifest|xml))/;

export const holdsSite = (dir: string): boolean => existsSync(join(dir, 'index.html'));

/** Serves an export the way a plain static host does. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { port, dir, host = '127.0.0.1' } = options;
  if (!holdsSite(dir)) {
    throw new Error(`${dir} holds no index.html; run "npm run build" first.`);
  }
  const base = `/${options.base ?? ''}`.replace(/\/+/g, '/').replace(/\/$/, '');
  const server = createServer(createHandler(dir, base));
  await listen(server, port, host);
  const address = server.address();
  const actualPort = typeof address === 'object' && address ? address.port : port;
  // A browser treats localhost and the loopback address alike; the name reads better.
  const name = host === '127.0.0.1' ? 'localhost' : host;
  return {
    url: `http://${name}:${actualPort}${base}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(`port ${port} is in use; choose another with --port or PORT.`)
          : error,
      );
    });
    server.listen(port, host, resolve);
  });
}

function createHandler(dir: string, base: string) {
  const compressed = new Map<string, Buffer>();
  // dev: looks at the disk for each request, so that a rebuild needs no restart.
  const serveFile = sirv(dir, { dev: true, etag: true, setHeaders: setCacheHeader });

  return (req: IncomingMessage, res: ServerResponse): void => {
    if (req.method !== 'GET' && req.method !== 'HEAD') {
      res.writeHead(405, { Allow: 'GET, HEAD' }).end();
      return;
    }
    // As GitHub Pages does: a frame without an origin may read the fonts only with this.
    res.setHeader('Access-Control-Allow-Origin', '*');
    // Repeated slashes would turn the redirects below into links to another host.
    const url = (req.url ?? '/').replace(/^\/+/, '/');
    const [path = '/'] = url.split('?', 1);
    const query = url.slice(path.length);
    if (!path.startsWith(`${base}/`)) {
      if (path === base) redirect(res, `${base}/${query}`);
      else res.writeHead(404, { 'Content-Type': 'text/plain' }).end(`Nothing outside ${base}/\n`);
      return;
    }
    const inner = path.slice(base.length);
    if (inner !== '/' && inner.endsWith('/')) {
      // The pages are files; relative addresses in them count on having no slash at the end.
      redirect(res, `${path.replace(/\/+$/, '')}${query}`);
      return;
    }
    req.url = `${inner}${query}`;
    compressText(req, res, inner, compressed);
    serveFile(req, res, () => void sendNotFound(res, dir));
  };
}

function redirect(res: ServerResponse, location: string): void {
  res.writeHead(308, { Location: location }).end();
}

async function sendNotFound(res: ServerResponse, dir: string): Promise<void> {
  const page = await readFile(join(dir, '404.html')).catch(() => Buffer.from('Not found\n'));
  res.writeHead(404, { 'Content-Type': 'text/html;charset=utf-8' }).end(page);
}

/** Names under _next/static change with their content, so a browser need never ask again. */
function setCacheHeader(res: ServerResponse, path: string): void {
  if (path.startsWith('/_next/static/')) {
    res.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
  }
}

/**
 * sirv only sends gzip that lies ready on disk, and the export should stay free of such copies.
 * So this stands between sirv and the response, and compresses each version of a file once.
 */
function compressText(
  req: IncomingMessage,
  res: ServerResponse,
  path: string,
  compressed: Map<string, Buffer>,
): void {
  if (!/\bgzip\b/.test(String(req.headers['accept-encoding'])) || req.headers.range) return;
  const writeHead = res.writeHead.bind(res);
  const end = res.end.bind(res);
  const parts: Buffer[] = [];

  res.writeHead = ((status: number, headers: OutgoingHttpHeaders = {}) => {
    if (status !== 200 || !COMPRESSIBLE.test(String(headers['Content-Type']))) {
      return writeHead(status, headers);
    }
    res.write = ((part: Buffer) => parts.push(part) > 0) as typeof res.write;
    res.end = (() => {
      const version = `${path} ${String(headers['ETag'])}`;
      const body = compressed.get(version) ?? gzipSync(Buffer.concat(parts));
      compressed.set(version, body);
      writeHead(status, {
        ...headers,
        'Content-Encoding': 'gzip',
        'Content-Length': body.length,
        Vary: 'Accept-Encoding',
      });
      return end(body);
    }) as typeof res.end;
    return res;
  }) as typeof res.writeHead;
}
