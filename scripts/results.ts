import { relative } from 'node:path';

export const UNIT_RESULTS = 'test-results/unit.json';
export const BROWSER_RESULTS = 'test-results/browser.json';

const MESSAGE_LINES_MAX = 4;

export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

export const NO_COUNTS: Counts = { passed: 0, failed: 0, skipped: 0 };

export function addCounts(a: Counts, b: Counts): Counts {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
  };
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: { status: string; fullName: string; failureMessages: string[] }[];
  }[];
}

/** Counts Vitest's JSON report. A file that fails as a whole holds no failed test, yet is a failure. */
export function countUnitTests(report: VitestReport): Counts {
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.testResults.filter(isBroken).length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** Each failed test with its file and how its message begins, which is where a property tells its seed. */
export function failedUnitTests({ testResults }: VitestReport): string[] {
  return testResults.flatMap((file) => {
    const name = relative('.', file.name);
    if (isBroken(file)) return [`${name}\n${beginningOf(file.message)}`];
    return file.assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName, failureMessages: [message = ''] }) => {
        return `${name}: ${fullName}\n${beginningOf(message)}`;
      });
  });
}

function isBroken({ status, assertionResults }: VitestReport['testResults'][number]): boolean {
  return status === 'failed' && assertionResults.every((test) => test.status !== 'failed');
}

function beginningOf(message: string): string {
  const lines = message.split('\n').slice(0, MESSAGE_LINES_MAX);
  return lines.map((line) => `  ${line}`).join('\n');
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: unknown[];
}

/** Counts Playwright's JSON report. Its errors belong to no test: a server or a file that did not start. */
export function countBrowserTests({ stats, errors }: PlaywrightReport): Counts {
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  };
}

/** What a test command amounts to: no test that ran, or a bad exit without a failed test, is a failure. */
export function judgeTestCommand(counts: Counts | undefined, exitedWell: boolean): Counts {
  const known = counts ?? NO_COUNTS;
  const silent = known.failed === 0 && (!exitedWell || known.passed === 0);
  return silent ? { ...known, failed: 1 } : known;
}

export function closingLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
