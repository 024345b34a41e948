import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { ensureBrowser } from './find-browser';
import {
  addCounts,
  BROWSER_RESULTS,
  closingLine,
  type Counts,
  countBrowserTests,
  countUnitTests,
  failedUnitTests,
  judgeTestCommand,
  NO_COUNTS,
  UNIT_RESULTS,
} from './results';

// Everything runs, so that one run shows every problem; only a failing build stops it, because
// what follows would judge the pages of an earlier build.

interface Stage {
  name: string;
  run: (streams: Streams) => Promise<Counts>;
  /** Whether the stages after this one mean nothing when it fails. */
  needed?: boolean;
  /** Runs at the same time as the one before it: each of them keeps one core busy. */
  beside?: boolean;
}

/** Where a stage writes to: to the screen at once, or to be shown when its turn comes. */
type Streams = 'inherit' | Buffer[];

/** Runs a program. Whether it exited well. */
type Command = (streams: Streams) => Promise<boolean>;

const env: NodeJS.ProcessEnv = {
  ...process.env,
  ...{ NEXT_TELEMETRY_DISABLED: '1', TYPES_ARE_CHECKED: '1' },
};

const STAGES: readonly Stage[] = [
  { name: 'Browser', run: provideBrowser },
  // Next writes types that the linter and the compiler read; a fresh clone has none yet.
  { name: 'Route types', run: stage(nodeCommand('next/dist/bin/next', 'typegen')) },
  { name: 'Lint', run: stage(npmScript('lint')) },
  { name: 'Format', run: stage(npmScript('format:check')), beside: true },
  { name: 'Types', run: stage(npmScript('typecheck')), beside: true },
  { name: 'Unit tests', run: runUnitTests },
  { name: 'Build', run: stage(npmScript('build')), needed: true },
  { name: 'Size budget', run: stage(npmScript('budget')) },
  { name: 'Browser tests', run: runBrowserTests },
];

let total = NO_COUNTS;
const troubled: string[] = [];
/** What failed among the unit tests, told again at the end: by then it is far above. */
let failedTests: readonly string[] = [];
/** What was begun beside an earlier stage, and will be shown in its turn. */
const begun = new Map<Stage, { readonly counts: Promise<Counts>; readonly said: Buffer[] }>();
for (const [index, current] of STAGES.entries()) {
  const { name, run, needed } = current;
  console.log(`\n== ${name}`);
  if (!current.beside) beginBeside(index);
  const early = begun.get(current);
  const counts = await (early?.counts ?? run('inherit'));
  if (early) process.stdout.write(Buffer.concat(early.said));
  total = addCounts(total, counts);
  if (counts.failed === 0) continue;
  troubled.push(name);
  if (!needed) continue;
  const rest = STAGES.slice(index + 1).map((later) => later.name);
  console.log(`\nNot run, because they need what failed: ${rest.join(', ')}`);
  break;
}
console.log(troubled.length > 0 ? `\nFailed: ${troubled.join(', ')}` : '');
for (const failed of failedTests) console.log(failed);
console.log(closingLine(total));
process.exitCode = total.failed > 0 ? 1 : 0;

/** Begins the stages that run beside the one at `index`, one after the other. */
function beginBeside(index: number): void {
  let last: Promise<unknown> = Promise.resolve();
  for (const next of STAGES.slice(index + 1)) {
    if (!next.beside) return;
    const said: Buffer[] = [];
    const counts = last.then(() => next.run(said));
    begun.set(next, { counts, said });
    last = counts;
  }
}

function oneStage(passed: boolean): Counts {
  return passed ? { ...NO_COUNTS, passed: 1 } : { ...NO_COUNTS, failed: 1 };
}

/** A stage that is one command. */
function stage(command: Command): Stage['run'] {
  return async (streams) => oneStage(await command(streams));
}

function provideBrowser(): Promise<Counts> {
  try {
    const path = ensureBrowser();
    console.log(path);
    // The stages below use this one, without searching again.
    env['CHROMIUM_PATH'] = path;
    return Promise.resolve(oneStage(true));
  } catch (error) {
    console.log(error instanceof Error ? error.message : String(error));
    return Promise.resolve(oneStage(false));
  }
}

async function runUnitTests(streams: Streams): Promise<Counts> {
  rmSync(UNIT_RESULTS, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${UNIT_RESULTS}`];
  const exitedWell = await npmScript('unit', ...reporters)(streams);
  const counts = readReport(UNIT_RESULTS, (report) => {
    failedTests = failedUnitTests(report);
    return countUnitTests(report);
  });
  return judgeTestCommand(counts, exitedWell);
}

async function runBrowserTests(streams: Streams): Promise<Counts> {
  rmSync(BROWSER_RESULTS, { force: true });
  const exitedWell = await npmScript('e2e')(streams);
  return judgeTestCommand(readReport(BROWSER_RESULTS, countBrowserTests), exitedWell);
}

/** Undefined where the command ended before it wrote its report. */
function readReport<T>(file: string, read: (report: never) => T): T | undefined {
  try {
    return read(JSON.parse(readFileSync(file, 'utf8')) as never);
  } catch {
    console.log(`There is no readable report in ${file}.`);
    return undefined;
  }
}

function npmScript(name: string, ...args: string[]): Command {
  const command = ['run', '--silent', name, ...(args.length > 0 ? ['--', ...args] : [])];
  // npm names its own program; as a bare command it would need a shell on Windows.
  const npm = process.env['npm_execpath'];
  return npm ? spawned(process.execPath, [npm, ...command]) : spawned('npm', command);
}

function nodeCommand(file: string, ...args: string[]): Command {
  return spawned(process.execPath, [createRequire(import.meta.url).resolve(file), ...args]);
}

function spawned(command: string, args: readonly string[]): Command {
  return (streams) =>
    new Promise((resolve) => {
      const shown = streams === 'inherit' ? 'inherit' : 'pipe';
      const child = spawn(command, args, { stdio: ['ignore', shown, shown], env });
      if (streams !== 'inherit') {
        for (const stream of [child.stdout, child.stderr]) {
          stream?.on('data', (chunk: Buffer) => streams.push(chunk));
        }
      }
      child.once('error', (error) => {
        console.log(error.message);
        resolve(false);
      });
      child.once('close', (code) => {
        resolve(code === 0);
      });
    });
}
