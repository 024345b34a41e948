import { accessSync, constants, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { toAltText } from '@/lib/projections/alt-text';
import { toMarkdown } from '@/lib/projections/markdown';
import { initialView, toQuery } from '@/lib/permalink/permalink';
import { reportOf } from '@/lib/scenario/report';

import { BadInput, parseArguments } from '../arguments.ts';
import { ensureBrowser } from '../find-browser.ts';
import { whyNoPage } from '../site-in-browser.ts';

import { takePictures } from './pictures.ts';
import { type RunReport, runReport } from './run.ts';

/** Where `npm start` serves the site. */
const SITE = 'http://localhost:3000/';

/** What `render` was asked for. */
interface Wanted {
  readonly report: RunReport;
  /** The step that is shown; null: the last. */
  readonly step: number | null;
  readonly theme: 'light' | 'dark';
  readonly dir: string;
  /** Where links lead to; ends in a slash. */
  readonly site: string;
}

/**
 * Writes a run into a folder as files to put into other documents: its drawing as the page shows it, its Mermaid
 * source, all of it as Markdown, and what stands for the picture in words. Returns what was written. Pictures are taken
 * of the built site; `built` is another folder in which its page must be, for tests.
 */
export async function renderCommand(
  words: readonly string[],
  built?: string,
): Promise<readonly string[]> {
  const { report, step, theme, dir, site } = readWanted(words);
  const { scenario, settings } = report.played;
  const view = { ...initialView(scenario), settings, script: report.scriptText, step };
  const query = toQuery(scenario, view);
  const address = `lab/${scenario.slug}${query === '' ? '' : `?${query}`}`;
  const told = reportOf(report.played, {
    ...{ beats: report.beats, diagram: report.mermaid, link: site + address },
  });
  const why = whyNoPage(scenario.slug, built);
  if (why !== null) throw new BadInput(why);
  makeFolder(dir);
  const { svg, png } = await takePictures(someBrowser(), address, theme);
  const files: Readonly<Record<string, string | Buffer>> = {
    ...{ svg, png, mmd: `${report.mermaid}\n`, md: toMarkdown(told), txt: `${toAltText(told)}\n` },
  };
  return Object.entries(files).map(([ending, content]) => {
    const file = path.join(dir, `${scenario.slug}.${ending}`);
    writeFileSync(file, content);
    return file;
  });
}

function readWanted(words: readonly string[]): Wanted {
  const { positional, values } = parseArguments(words, {
    ...{ flags: [], values: ['set', 'script', 'step', 'theme', 'site', 'out'], positional: 1 },
  });
  const last = (name: string): string | undefined => values.get(name)?.at(-1);
  const report = runReport(positional[0] ?? '', values.get('set') ?? [], last('script'));
  const dir = last('out');
  if (dir === undefined || dir === '') throw new BadInput('--out names the folder to write to');
  const theme = last('theme') ?? 'light';
  if (theme !== 'light' && theme !== 'dark') {
    throw new BadInput(`--theme is light or dark, not "${theme}"`);
  }
  return { report, step: readStep(last('step'), report), theme, dir, site: readSite(last('site')) };
}

/** Where there is none, and none can be installed, that is no mistake of ours. */
function someBrowser(): string {
  try {
    return ensureBrowser();
  } catch (problem) {
    throw new BadInput(problem instanceof Error ? problem.message : String(problem));
  }
}

/** Before any picture is taken: what can't be kept need not be made. */
function makeFolder(dir: string): void {
  try {
    mkdirSync(dir, { recursive: true });
    accessSync(dir, constants.W_OK);
  } catch (problem) {
    const why = problem instanceof Error ? problem.message : String(problem);
    throw new BadInput(`--out names a folder, and "${dir}" can't be one to write to: ${why}`);
  }
}

function readStep(text: string | undefined, { beats }: RunReport): number | null {
  if (text === undefined) return null;
  const step = Number(text);
  if (!/^\d+$/.test(text) || step > beats.length) {
    throw new BadInput(`--step is a number from 0 to ${beats.length}, not "${text}"`);
  }
  return step;
}

function readSite(text = SITE): string {
  if (!/^https?:\/\/\S+$/.test(text)) {
    throw new BadInput(`--site is the address of a site, as ${SITE}, not "${text}"`);
  }
  return text.endsWith('/') ? text : `${text}/`;
}
