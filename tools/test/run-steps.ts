import { type Outcome, verdict } from './outcome.ts';

export interface Step {
  readonly name: string;
  run(): Promise<Outcome>;
}

const patience = 30_000;

/** Runs steps one after the other: a line for each, and everything it wrote when it failed. */
export async function runSteps(steps: readonly Step[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const step of steps) outcomes.push(await runStep(step));
  return outcomes;
}

async function runStep(step: Step): Promise<Outcome> {
  const started = performance.now();
  const elapsed = () => `${((performance.now() - started) / 1_000).toFixed(1)}s`;
  const tick = setInterval(() => {
    process.stdout.write(`         ${step.name}, ${elapsed()} so far\n`);
  }, patience);
  const outcome = named(
    step,
    await step.run().catch((error: Error) => verdict(false, error.stack ?? error.message)),
  );
  clearInterval(tick);
  process.stdout.write(line(step.name, elapsed(), outcome));
  if (outcome.failed > 0) process.stdout.write(`\n${outcome.output.trim()}\n\n`);
  return outcome;
}

/** A step that does not say what failed is named itself. */
function named({ name }: Step, outcome: Outcome): Outcome {
  return outcome.failed > 0 && !outcome.failures?.length
    ? { ...outcome, failures: [name] }
    : outcome;
}

function line(name: string, elapsed: string, outcome: Outcome): string {
  const { passed, failed, skipped, note } = outcome;
  const mark = failed > 0 ? 'FAILED' : passed > 0 ? 'ok' : 'skipped';
  const counts =
    passed + failed + skipped > 1 ? `${passed} passed, ${failed} failed, ${skipped} skipped` : '';
  return (
    `${mark.padEnd(8)} ${name.padEnd(16)} ${elapsed.padStart(7)}  ${note ?? counts}`.trimEnd() +
    '\n'
  );
}
