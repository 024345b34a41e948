/**
 * How fast the pages are, in a real browser, against the goals that README names. Every figure stands
 * beside baselines of the same run: what a bare page costs, which is what the browser and this machine
 * cost at this hour; and what the same page costs when it draws its diagram anew, which is what a step
 * would cost if stepping were drawing.
 */
import path from 'node:path';

import { type Browser, chromium, type Page } from '@playwright/test';

import { BROWSER_ARGS, ensureBrowser } from '../scripts/find-browser.ts';
import { startServer } from '../scripts/static-server.ts';

const ROUNDS = 7;
const THROTTLE = 4;
/** A new window loads parts of the browser itself, which would share the processor with the page. */
const WINDOW_AT_REST_MS = 1_000;
/** A page that has just been opened is still busy with its second paint and its icon. */
const PAGE_AT_REST_MS = 1_000;
/** 60 steps, 54 of them messages: two copies of one order, delivered again and again to a consumer with an inbox. */
const LONG =
  'lab/redelivery?dedup=inbox&step=0&script=duplicate.producer-queue.1~lose.consumer-queue.1~lose.consumer-queue.2~lose.consumer-queue.3~lose.consumer-queue.4';
/** About 40 messages once the inbox is on. */
const KNOB =
  'lab/redelivery?script=duplicate.producer-queue.1~lose.consumer-queue.1~lose.consumer-queue.2';

/** One word, and a number that each key press counts up. */
const BARE = `data:text/html,<!doctype html><p>Step <span id="at">0</span></p><script>
  addEventListener('keydown', () => { at.textContent = Number(at.textContent) + 1; });
</script>`;
const BARE_STEPS = 60;

interface Row {
  readonly measure: string;
  readonly median: string;
  readonly p95: string;
  readonly goal: string;
}

const server = await startServer({ port: 0, dir: path.join(import.meta.dirname, '..', 'out') });
const browser = await chromium.launch({
  executablePath: ensureBrowser(),
  // Without these a press waits for the next tick of a 60 Hz screen, whatever the page does.
  args: [...BROWSER_ARGS, '--disable-frame-rate-limit', '--disable-gpu-vsync'],
});
try {
  const rows: Row[] = [];
  for (const throttle of [1, THROTTLE]) {
    const name = throttle === 1 ? '' : `, processor ÷${throttle}`;
    const bare = await repeat(() => firstPaint(BARE, throttle));
    rows.push(row(`baseline: first contentful paint, bare page${name}`, bare, null));
    const first = await repeat(() => firstPaint('lab/lost-response', throttle));
    rows.push(row(`first contentful paint, scenario${name}`, first, throttle === 1 ? 120 : 240));
    const home = await repeat(() => firstPaint('', throttle));
    rows.push(row(`first contentful paint, home${name}`, home, throttle === 1 ? 120 : 240));
    const counts = await countTimes(throttle);
    rows.push(row(`baseline: a count, key press to paint, bare page${name}`, counts, null));
    const steps = await stepTimes(throttle);
    rows.push(
      row(
        `a step, key press to paint, ${steps.messages} messages${name}`,
        steps.times,
        throttle === 1 ? 10 : 25,
      ),
    );
    const knob = await knobTimes(throttle);
    rows.push(
      row(
        `baseline: the same drawn anew, ${knob.messages} messages${name}`,
        knob.times,
        throttle === 1 ? 150 : null,
      ),
    );
  }
  process.stdout.write(`${browser.version()}, ${process.arch}, ms\n`);
  console.table(rows);
} finally {
  await browser.close();
  await server.close();
}

function row(measure: string, times: readonly number[], goal: number | null): Row {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): string =>
    (sorted[Math.ceil(sorted.length * share) - 1] ?? 0).toFixed(1);
  const found = {
    measure,
    median: at(0.5),
    p95: at(0.95),
    goal: goal === null ? '–' : `≤ ${goal}`,
  };
  // Said at once: what comes after may take a while.
  process.stderr.write(`${measure}: ${found.median}, ${found.p95} at p95\n`);
  return found;
}

async function repeat(measure: () => Promise<number>): Promise<readonly number[]> {
  const times: number[] = [];
  // The first is thrown away: it warms the server and the browser, not the page.
  for (let round = 0; round <= ROUNDS; round += 1) times.push(await measure());
  return times.slice(1);
}

async function open(address: string, throttle: number): Promise<Page> {
  const page = await freshPage(browser);
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: throttle });
  await page.waitForTimeout(WINDOW_AT_REST_MS);
  await page.goto(new URL(address, server.url).href, { waitUntil: 'load' });
  return page;
}

function freshPage(from: Browser): Promise<Page> {
  // What keeps the site for later fetches all of it, four seconds after a page has loaded.
  return from.newPage({ viewport: { width: 1440, height: 900 }, serviceWorkers: 'block' });
}

async function firstPaint(address: string, throttle: number): Promise<number> {
  const page = await open(address, throttle);
  const time = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          const [entry] = list.getEntriesByName('first-contentful-paint');
          if (entry) resolve(entry.startTime);
        }).observe({ type: 'paint', buffered: true });
      }),
  );
  await page.close();
  return time;
}

async function stepTimes(throttle: number) {
  const page = await open(LONG, throttle);
  await drawn(page, 60);
  const messages = await page.locator('.diagram line[data-et="message"]').count();
  const steps = Number(await page.getByRole('slider', { name: 'Position' }).getAttribute('max'));
  const times = await pressTimes(page, steps);
  await page.close();
  return { messages, times };
}

async function countTimes(throttle: number): Promise<readonly number[]> {
  const page = await open(BARE, throttle);
  const times = await pressTimes(page, BARE_STEPS);
  await page.close();
  return times;
}

/**
 * From the key press, as the browser dates it, to the end of the frame that shows the step. Each is
 * pressed when the one before it is in sight: a press counts as its own what it waits for, and a
 * program presses faster than any hand.
 */
async function pressTimes(page: Page, steps: number): Promise<readonly number[]> {
  await page.waitForTimeout(PAGE_AT_REST_MS);
  await page.evaluate(`
    window.addEventListener('keydown', (event) => {
      window.step = new Promise((resolve) => requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => resolve(performance.now() - event.timeStamp);
        channel.port2.postMessage(null);
      }));
    }, { capture: true });
  `);
  const times: number[] = [];
  for (const key of ['ArrowRight', 'ArrowLeft', 'ArrowRight']) {
    for (let step = 0; step < steps; step += 1) {
      await page.keyboard.press(key);
      times.push(await page.evaluate<number>('window.step'));
    }
  }
  return times;
}

/** From the press of a knob to the frame that shows the new diagram, each time one not drawn before. */
async function knobTimes(throttle: number) {
  const page = await open(KNOB, throttle);
  await drawn(page, 20);
  const times: number[] = [];
  let messages = 0;
  page.setDefaultTimeout(20_000);
  for (let round = 0; round < ROUNDS; round += 1) {
    await page.evaluate(`window.last = document.querySelector('.diagram').dataset.drawn`);
    const time = await page.evaluate(`new Promise((resolve) => {
      const figure = document.querySelector('.diagram');
      const start = performance.now();
      new MutationObserver((_, observer) => {
        if (figure.dataset.drawn === window.last || figure.dataset.drawn !== figure.dataset.wanted) return;
        observer.disconnect();
        requestAnimationFrame(() => {
          const channel = new MessageChannel();
          channel.port1.onmessage = () => resolve(performance.now() - start);
          channel.port2.postMessage(null);
        });
      }).observe(figure, { attributes: true });
      document.querySelector('input[type=radio][value=inbox]').click();
    })`);
    times.push(Number(time));
    messages = Math.max(messages, await page.locator('.diagram line[data-et="message"]').count());
    // A fresh page has drawn nothing yet but what its address asks for.
    await page.goto(new URL(KNOB, server.url).href);
    await drawn(page, 20);
  }
  await page.close();
  return { messages, times };
}

/** Until the run that the address asks for is drawn; before that a page shows its initial one. */
async function drawn(page: Page, stepsMin: number): Promise<void> {
  await page.waitForFunction((min) => {
    const figure = document.querySelector<HTMLElement>('.diagram');
    const steps = Number(document.querySelector<HTMLInputElement>('.scrubber')?.max ?? 0);
    return (
      steps >= min &&
      figure?.dataset['drawn'] !== undefined &&
      figure.dataset['drawn'] === figure.dataset['wanted']
    );
  }, stepsMin);
}
