/** What a step came to. A check that is no test counts as one. */
export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Shown in full when something failed. */
  readonly output: string;
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
  return { passed: add('passed'), failed: add('failed'), skipped: add('skipped'), output: '' };
}

/** The closing line of `npm test`; people and CI read it. */
export function closingLine({ passed, failed, skipped }: Outcome): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}
