import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

const INSTALL_LIMIT_MS = 5 * 60_000;
const PROBE_LIMIT_MS = 20_000;

const isRoot = process.getuid?.() === 0;

/** The sandbox needs rights that root and most containers do not have; elsewhere it stays on. */
const SANDBOX_ARGS = isRoot || process.env['CI'] ? ['--no-sandbox'] : [];

export const BROWSER_ARGS: readonly string[] = [
  ...SANDBOX_ARGS,
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The browser that tests and benchmarks use, or undefined where there is none. */
export function findBrowser(): string | undefined {
  const chosen = process.env['CHROMIUM_PATH'];
  if (chosen) {
    if (existsSync(chosen)) return chosen;
    throw new Error(`CHROMIUM_PATH is "${chosen}", but there is no such file.`);
  }
  return [chromium.executablePath(), ...systemBrowsers()].find(
    (path) => existsSync(path) && starts(path),
  );
}

/** As findBrowser, but installs a browser where there is none. */
export function ensureBrowser(): string {
  const present = findBrowser();
  if (present) return present;
  for (const attempt of installAttempts()) {
    console.log(`No browser found. Trying: ${attempt.map((step) => step.join(' ')).join(' && ')}`);
    if (!attempt.every(succeeds)) continue;
    const installed = findBrowser();
    if (installed) return installed;
  }
  throw new Error(
    'no Chromium or Chrome was found and none could be installed; install one or set CHROMIUM_PATH.',
  );
}

function systemBrowsers(): string[] {
  if (process.platform === 'darwin') {
    return [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ];
  }
  if (process.platform === 'win32') {
    return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => {
      const folder = process.env[name];
      return folder
        ? [
            join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
            join(folder, 'Chromium', 'Application', 'chrome.exe'),
          ]
        : [];
    });
  }
  // The shell draws no windows and menus that nobody sees: tests take a quarter less time with it.
  const names = ['chromium-headless-shell', 'google-chrome', 'google-chrome-stable', 'chromium'];
  return [...names, 'chromium-browser'].flatMap(onPath);
}

function onPath(name: string): string[] {
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter(Boolean)
    .map((folder) => join(folder, name));
}

/**
 * A file may exist and still not start: a download without its libraries, or Ubuntu's
 * chromium-browser, which only says that a snap is needed.
 */
function starts(path: string): boolean {
  // On Windows --version opens a window instead of answering.
  if (process.platform === 'win32') return true;
  return answers(path, '--version');
}

type Step = readonly string[];

function installAttempts(): Step[][] {
  const playwright = createRequire(import.meta.url).resolve('@playwright/test/cli');
  const attempts: Step[][] = [[[process.execPath, playwright, 'install', 'chromium']]];
  if (isRoot && process.platform === 'linux') {
    // Also the libraries the browser needs, by the system's package manager; where that is one that
    // Playwright does not know, the attempt without them follows.
    attempts.unshift([[process.execPath, playwright, 'install', '--with-deps', 'chromium']]);
  }
  const elevate = onPath('apt-get').some(existsSync) ? elevation() : undefined;
  if (elevate) {
    // Debian has the shell in a package of its own; others may have only the whole browser.
    for (const name of ['chromium-headless-shell', 'chromium']) {
      attempts.push([
        [...elevate, 'apt-get', 'update'],
        [...elevate, 'apt-get', 'install', '-y', name],
      ]);
    }
  }
  return attempts;
}

/** What to put before a command that needs root; undefined where root cannot be had unasked. */
function elevation(): string[] | undefined {
  if (isRoot) return [];
  return answers('sudo', '-n', 'true') ? ['sudo', '-n'] : undefined;
}

function answers(command: string, ...args: string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore', timeout: PROBE_LIMIT_MS }).status === 0;
}

function succeeds([command = '', ...args]: Step): boolean {
  const { status } = spawnSync(command, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: INSTALL_LIMIT_MS,
    killSignal: 'SIGKILL',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return status === 0;
}
