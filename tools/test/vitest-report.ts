import type { Outcome } from './outcome.ts';

/** The parts of Vitest's JSON report that we count. */
export interface VitestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message?: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

/** A reason stands in brackets at the end of a title: `... (needs root)`. */
const reason = /\((needs|because|skipped:|only) [^)]+\)$/;

/**
 * Counts a report. A file that could not even be read counts as one failure, and so does a skipped
 * test that does not say why, where `strict`.
 */
export function count(report: VitestReport, output: string, strict: boolean): Outcome {
  const tests = report.testResults.flatMap((file) => file.assertionResults);
  const withStatus = (...status: string[]) => tests.filter((test) => status.includes(test.status));
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((t) => t.status === 'failed'),
  );
  const skipped = withStatus('skipped', 'pending', 'todo', 'disabled');
  const unreasoned = strict ? skipped.filter(({ fullName }) => !reason.test(fullName)) : [];
  const complaints = unreasoned.map(
    ({ fullName }) =>
      `Skipped without a reason at the end of its title, "(needs ...)": ${fullName}`,
  );
  return {
    passed: withStatus('passed').length,
    failed: withStatus('failed').length + broken.length + unreasoned.length,
    skipped: skipped.length - unreasoned.length,
    output: [output, ...complaints].join('\n'),
  };
}
