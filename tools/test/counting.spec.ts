import { describe, expect, it } from 'vitest';
import { decideBrowser } from './chromium.ts';
import { closingLine, left, recap, sum, verdict } from './outcome.ts';
import { count } from './vitest-report.ts';

const file = (tests: Record<string, string>, status = 'passed') => ({
  name: 'x.spec.ts',
  status,
  assertionResults: Object.entries(tests).map(([fullName, result]) => ({
    fullName,
    status: result,
  })),
});
const counted = (strict: boolean, ...files: ReturnType<typeof file>[]) => {
  const { passed, failed, skipped } = count({ testResults: files }, '', strict);
  return [passed, failed, skipped];
};

describe('a report of Vitest', () => {
  it('is counted test by test', () => {
    const tests = { 'a works': 'passed', 'b works': 'failed', 'c works (needs root)': 'skipped' };
    expect(counted(true, file(tests, 'failed'))).toEqual([1, 1, 1]);
  });

  it('counts a file that could not be read as a failure', () => {
    expect(counted(false, file({}, 'failed'), file({ a: 'passed' }))).toEqual([1, 1, 0]);
  });

  it('counts a skipped test without a reason as a failure, where that is asked', () => {
    const tests = { 'a works': 'skipped', 'b is to come': 'todo' };
    expect(counted(true, file(tests))).toEqual([0, 2, 0]);
    expect(counted(false, file(tests))).toEqual([0, 0, 2]);
  });

  it('names the test that was skipped without a reason', () => {
    const report = { testResults: [file({ 'a works': 'skipped' })] };
    expect(count(report, '', true).output).toMatch(/without a reason.*: a works/);
  });
});

describe('at the end of a run', () => {
  it('is said once of a file that could not prepare itself, and not of each of its tests', () => {
    const broken = {
      ...file({ 'a works': 'skipped', 'b works': 'skipped' }, 'failed'),
      message: 'Error: it took too long',
    };
    const outcome = count({ testResults: [broken] }, '', true);
    expect(outcome.failed).toBe(3);
    expect(recap(outcome)).toContain('x.spec.ts (2 of its tests did not run)\nError: it took too');
    expect(recap(outcome)).not.toContain('a works');
  });

  const failed = (fullName: string, message: string) => ({
    name: 'x.spec.ts',
    status: 'failed',
    assertionResults: [{ fullName, status: 'failed', failureMessages: [message] }],
  });

  it('is said which tests failed, and how', () => {
    const report = { testResults: [failed('b works', 'Error: it does not\n    at x.ts:1')] };
    expect(recap(count(report, '', true))).toContain('b works\nError: it does not\n    at x.ts:1');
  });

  it('is said why a suite of a file could not prepare itself, which the report leaves out', () => {
    const broken = {
      ...file({ 'a works': 'skipped' }, 'failed'),
      ...{ name: '/in/a/x.spec.ts', message: '' },
    };
    const output = [
      ...['\n FAIL  b/x.spec.ts > suite', 'Error: another'],
      ...['\n FAIL  a/x.spec.ts > suite', 'Error: no town', '    at a.ts:1'],
    ].join('\n');
    const said = recap(count({ testResults: [broken] }, output, true));
    expect(said).toContain('did not run)\nError: no town\n    at a.ts:1');
  });

  it('names them all once more in its last lines', () => {
    const report = {
      testResults: [failed('a works', 'Error: no'), failed('b works', 'Error: no')],
    };
    expect(recap(count(report, '', true))).toMatch(/What failed:\n {2}a works\n {2}b works\n\n$/);
  });

  it('leaves out what of a stack is not ours', () => {
    const stack = 'Error: no\n    at file:///a/node_modules/v.js:1\n    at node:x:1\n    at a.ts:2';
    const said = recap(count({ testResults: [failed('a works', stack)] }, '', true));
    expect(said).toContain('Error: no\n    at a.ts:2');
  });

  it('is said which errors were thrown outside every test', () => {
    const bar = '⎯⎯⎯⎯⎯⎯';
    const output = [
      `${bar} Unhandled Errors ${bar}`,
      'Vitest caught 1 unhandled error during the test run.',
      `\u001b[31m${bar}\u001b[39m Unhandled Rejection ${bar}`,
      'Error: boom',
      'This error originated in "x.spec.ts" test file.',
      bar,
      'Tests 1 passed',
    ].join('\n');
    const said = recap(count({ testResults: [file({ a: 'passed' })] }, output, true));
    expect(said).toMatch(/Unhandled Rejection .*\nError: boom\n.*x\.spec\.ts/);
    expect(said).not.toContain('Tests 1 passed');
  });

  it('is said nothing more when nothing failed', () => {
    expect(recap(sum([verdict(true)]))).toBe('');
  });
});

it('closes with one line over all steps', () => {
  const total = sum([verdict(true), verdict(false), left('no Chromium')]);
  expect(closingLine(total)).toBe('1 passed, 1 failed, 1 skipped');
});

it.each([
  ['takes the browser that is there', [true, true, true], 'installed'],
  ["installs Debian's package as root", [false, true, true], 'package'],
  ['downloads one without the right to install', [false, true, false], 'download'],
  ['downloads one elsewhere', [false, false, true], 'download'],
] as const)('%s', (_, [installed, debian, root], way) => {
  expect(decideBrowser({ installed, debian, root })).toBe(way);
});
