import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { OUTCOMES } from '@/lib/outcomes/outcome';

import type { Searched } from './explorer-verdicts.ts';

const MODELS = path.join(import.meta.dirname, '..', '..', 'spin');
/** Exact storage, depth first. One process shares nothing, so there is nothing to reduce or be fair to. */
const COMPILER = ['-O2', '-w', '-DSAFETY', '-DNOREDUCE', '-DNOFAIR', '-DNOBOUNDCHECK'];
const MEGABYTES_MAX = 4096;
const DEPTH_MAX = 200_000;

export interface SpinResult extends Searched {
  readonly counts: { readonly states: number; readonly transitions: number };
  readonly seconds: number;
}

export const spinIsInstalled = (): boolean =>
  ['spin', 'gcc'].every((tool) => spawnSync(tool, ['--version']).error === undefined);

/** Compiles a model and searches it. `judge`: look at each state for outcomes, which costs time and adds none. */
export function runSpin(
  model: string,
  defines: readonly string[],
  { judge = true } = {},
): SpinResult {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'spin-'));
  try {
    const flags = [...defines, ...(judge ? ['JUDGE'] : [])].map((define) => `-D${define}`);
    // Without -o2 Spin leaves out of a state what is written and never read.
    run(folder, 'spin', ['-o2', '-a', ...flags, path.join(MODELS, `${model}.pml`)]);
    run(folder, 'gcc', [...COMPILER, `-DMEMLIM=${MEGABYTES_MAX}`, '-o', 'pan', 'pan.c']);
    return read(run(folder, './pan', [`-m${DEPTH_MAX}`]));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function run(cwd: string, command: string, words: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(command, words, { cwd, encoding: 'utf8' });
  if (error) throw error;
  if (status !== 0) throw new Error(`${command} failed: ${stdout}${stderr}`);
  return stdout;
}

function read(report: string): SpinResult {
  const number = (pattern: RegExp): number => Number(pattern.exec(report)?.[1] ?? Number.NaN);
  const states = number(/(\d+) states, stored/);
  // One more than there are choices: the step into the loop.
  const transitions = number(/(\d+) transitions/) - 1;
  const isWhole = !/max search depth too small|Search not completed/.test(report);
  if (!isWhole || Number.isNaN(states)) throw new Error(`Spin did not finish:\n${report}`);
  const found = new Set([...report.matchAll(/^outcome (\w+)$/gm)].map(([, name]) => name));
  return {
    reachable: new Set(OUTCOMES.filter((name) => found.has(name))),
    counts: { states, transitions },
    seconds: number(/elapsed time ([\d.]+) seconds/),
  };
}
