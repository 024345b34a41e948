import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { Page } from '@playwright/test';

export interface HostPage {
  /** The address of the page with this address in its frame. */
  readonly urlOf: (src: string) => string;
  readonly close: () => void;
}

/** A page of somebody else's, on another origin, which gives the frame scripts and nothing else. */
export async function startHost(): Promise<HostPage> {
  const host = createServer((request, response) => {
    const src = new URL(request.url ?? '/', 'http://host').searchParams.get('src') ?? '';
    response.writeHead(200, { 'Content-Type': 'text/html' });
    response.end(`<!doctype html><html lang="en"><title>A course</title>
      <label>Search <input autofocus></label><p style="height: 60vh">A chapter.</p>
      <iframe sandbox="allow-scripts" width="360" height="560" title="Lab" src="${src}"></iframe>
      <p style="height: 100vh">The next chapter.</p>
      <script>heard = []; onmessage = ({ data }) => heard.push(data)</script></html>`);
  });
  await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
  const { port } = host.address() as AddressInfo;
  return {
    urlOf: (src) => `http://127.0.0.1:${port}/?src=${encodeURIComponent(src)}`,
    close: () => {
      host.close();
      host.closeAllConnections();
    },
  };
}

/** What the page has been told by its frame. */
export const heard = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { heard: { type: string }[] }).heard);
