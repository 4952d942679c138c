import type { Outcome } from './outcome.ts';

/** The parts of Vitest's JSON report that we count. */
export interface VitestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message?: string;
    readonly assertionResults: readonly Test[];
  }[];
}

interface Test {
  readonly fullName: string;
  readonly status: string;
  readonly failureMessages?: readonly string[];
}

const leftOut: ReadonlySet<string> = new Set(['skipped', 'pending', 'todo', 'disabled']);

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
  const skipped = withStatus(...leftOut);
  const isUnreasoned = ({ status, fullName }: Test) =>
    strict && leftOut.has(status) && !reason.test(fullName);
  const unreasoned = tests.filter(isUnreasoned);
  // A file whose preparation failed left its tests out for that: its own failure says why, once.
  const complaints = report.testResults
    .filter((file) => !broken.includes(file))
    .flatMap((file) => file.assertionResults.filter(isUnreasoned))
    .map(
      ({ fullName }) =>
        `Skipped without a reason at the end of its title, "(needs ...)": ${fullName}`,
    );
  return {
    passed: withStatus('passed').length,
    failed: withStatus('failed').length + broken.length + unreasoned.length,
    skipped: skipped.length - unreasoned.length,
    output: [output, ...complaints].join('\n'),
    failures: [
      ...withStatus('failed').map(({ fullName, failureMessages = [] }) =>
        [fullName, ...failureMessages.map(opening)].join('\n'),
      ),
      ...broken.map(
        ({ name, message = '', assertionResults }) =>
          `${name} (${assertionResults.filter(isUnreasoned).length} of its tests did not run)\n${opening(message || ofSuite(output, name))}`,
      ),
      ...complaints,
      ...outsideTests(output),
    ],
  };
}

const colours = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');
/** Lines of an error that say what it is and where. */
const enough = 8;
/** A value that was not the one expected may be a whole page. */
const wide = 300;

/** What an error says first; of its stack only what is ours. */
function opening(message: string): string {
  const lines = message.replace(colours, '').split('\n');
  return lines
    .filter((line) => !/^\s+at .*(node_modules|node:)/.test(line))
    .slice(0, enough)
    .map((line) => line.slice(0, wide))
    .join('\n');
}

/** Why a suite of a file could not prepare itself: Vitest prints it, and leaves it out of its report. */
function ofSuite(output: string, file: string): string {
  const blocks = output.replace(colours, '').split(/^ FAIL {2}/m);
  const own = blocks.slice(1).find((block) => file.endsWith(block.split(' > ')[0]!.trim()));
  return own?.split('\n').slice(1).join('\n') ?? '';
}

/** Errors that no test threw: Vitest counts them, and puts them nowhere in its report. */
function outsideTests(output: string): string[] {
  const [, after] = output.replace(colours, '').split('Unhandled Errors');
  if (!after) return [];
  const errors = after
    .split(/\n⎯+\s*\n/)[0]!
    .split(/⎯+ (?=Unhandled)/)
    .slice(1);
  return errors.map((error) => {
    const where = /This error originated in .*? test file/.exec(error)?.[0];
    return [opening(error), ...(where ? [where] : [])].join('\n');
  });
}
