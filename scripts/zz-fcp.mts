import { chromium } from '@playwright/test';
import { BROWSER_ARGS, ensureBrowser } from './find-browser.ts';
import { startServer } from './static-server.ts';
const [addr, rounds, throttle, ...dirs] = process.argv.slice(2);
const servers = await Promise.all(dirs.map((dir) => startServer({ port: 0, dir })));
const browser = await chromium.launch({ executablePath: ensureBrowser(), args: [...BROWSER_ARGS, '--disable-frame-rate-limit', '--disable-gpu-vsync'] });
const all: number[][] = dirs.map(() => []);
for (let r = 0; r <= Number(rounds); r++) for (const [i, s] of servers.entries()) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, serviceWorkers: 'block' });
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: Number(throttle) });
  await page.waitForTimeout(600);
  await page.goto(new URL(addr === '/' ? '' : addr, s.url).href, { waitUntil: 'load' });
  const t = await page.evaluate(() => new Promise<number>((resolve) => { new PerformanceObserver((l) => { const [e] = l.getEntriesByName('first-contentful-paint'); if (e) resolve(e.startTime); }).observe({ type: 'paint', buffered: true }); }));
  await page.close();
  if (r > 0) all[i]!.push(t);
}
for (const [i, d] of dirs.entries()) { const s = all[i]!.sort((a, b) => a - b); console.log(d, 'median', s[Math.floor(s.length / 2)]!.toFixed(0), 'q1', s[Math.floor(s.length / 4)]!.toFixed(0), 'min', s[0]!.toFixed(0)); }
await browser.close(); for (const s of servers) await s.close();
