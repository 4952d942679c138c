import { describe, expect, it } from 'vitest';
import { decideBrowser } from './chromium.ts';
import { closingLine, left, sum, verdict } from './outcome.ts';
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
