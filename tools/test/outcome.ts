/** What a step came to. A check that is no test counts as one. */
export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Shown in full when something failed. */
  readonly output: string;
  /** What failed, a few lines each: said once more at the end, where a long run is read first. */
  readonly failures?: readonly string[];
  /** A word to the step's line, such as why it was skipped. */
  readonly note?: string;
}

export function verdict(isGood: boolean, output = ''): Outcome {
  return { passed: isGood ? 1 : 0, failed: isGood ? 0 : 1, skipped: 0, output };
}

export function left(note: string): Outcome {
  return { passed: 0, failed: 0, skipped: 1, output: '', note };
}

export function sum(outcomes: readonly Outcome[]): Outcome {
  const add = (key: 'passed' | 'failed' | 'skipped') =>
    outcomes.reduce((total, outcome) => total + outcome[key], 0);
  const failures = outcomes.flatMap((outcome) => outcome.failures ?? []);
  const counts = { passed: add('passed'), failed: add('failed'), skipped: add('skipped') };
  return { ...counts, output: '', failures };
}

/**
 * What failed in all steps, for the end of a run; nothing when nothing did. Their first lines stand
 * together at the very end: where a long output is cut, its tail still names them all.
 */
export function recap({ failures = [] }: Outcome): string {
  if (failures.length === 0) return '';
  const names = failures.map((failure) => `  ${failure.split('\n')[0]}`);
  return `\nHow it failed:\n\n${failures.join('\n\n')}\n\nWhat failed:\n${names.join('\n')}\n\n`;
}

/** The closing line of `npm test`; people and CI read it. */
export function closingLine({ passed, failed, skipped }: Outcome): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}
