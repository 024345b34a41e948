import { describe, expect, it } from 'vitest';
import {
  addCounts,
  closingLine,
  countBrowserTests,
  countUnitTests,
  failedUnitTests,
  judgeTestCommand,
  NO_COUNTS,
} from '@/scripts/results';

const passed = { status: 'passed', fullName: 'adds', failureMessages: [] };
const failureMessages = ['Error: Property failed after 3 tests\n{ seed: 7 }\na\nb\nc', 'later'];
const failed = { status: 'failed', fullName: 'sum never shrinks', failureMessages };
const report = {
  numPassedTests: 5,
  numFailedTests: 1,
  numPendingTests: 2,
  numTodoTests: 1,
  testResults: [
    { name: 'a.test.ts', status: 'passed', message: '', assertionResults: [passed] },
    { name: 'b.test.ts', status: 'failed', message: '', assertionResults: [passed, failed] },
  ],
};
const broken = { name: 'c.test.ts', status: 'failed', message: 'No such', assertionResults: [] };
const withBroken = { ...report, testResults: [...report.testResults, broken] };

describe('countUnitTests', () => {
  it('counts tests, and the ones put off as skipped', () => {
    expect(countUnitTests(report)).toEqual({ passed: 5, failed: 1, skipped: 3 });
  });

  it('counts a file that could not be loaded as one failure', () => {
    expect(countUnitTests(withBroken).failed).toBe(2);
  });
});

describe('failedUnitTests', () => {
  it('names what failed and where, and how its message begins', () => {
    expect(failedUnitTests(withBroken)).toEqual([
      'b.test.ts: sum never shrinks\n  Error: Property failed after 3 tests\n  { seed: 7 }\n  a\n  b',
      'c.test.ts\n  No such',
    ]);
  });
});

describe('countBrowserTests', () => {
  it('counts a test that passed only when repeated, and an error outside any test, as failures', () => {
    const stats = { expected: 7, unexpected: 1, flaky: 1, skipped: 2 };
    expect(countBrowserTests({ stats, errors: [{ message: 'no server' }] })).toEqual({
      passed: 7,
      failed: 3,
      skipped: 2,
    });
  });
});

describe('judgeTestCommand', () => {
  const three = { passed: 3, failed: 0, skipped: 0 };

  it('takes the counts of a command that ended well', () => {
    expect(judgeTestCommand(three, true)).toEqual(three);
  });

  it('adds a failure when the command failed without saying which test did', () => {
    expect(judgeTestCommand(three, false)).toEqual({ ...three, failed: 1 });
    expect(judgeTestCommand({ ...three, failed: 2 }, false)).toEqual({ ...three, failed: 2 });
  });

  it('fails when no test ran, though the command ended well', () => {
    expect(judgeTestCommand(NO_COUNTS, true).failed).toBe(1);
    expect(judgeTestCommand({ ...NO_COUNTS, skipped: 4 }, true).failed).toBe(1);
    expect(judgeTestCommand(undefined, true).failed).toBe(1);
  });
});

describe('closingLine', () => {
  it('names skipped tests only where there are any', () => {
    const counts = { passed: 12, failed: 1, skipped: 0 };
    expect(closingLine(counts)).toBe('12 passed, 1 failed');
    expect(closingLine(addCounts(counts, { passed: 1, failed: 0, skipped: 2 }))).toBe(
      '13 passed, 1 failed, 2 skipped',
    );
  });
});
