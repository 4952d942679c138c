import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { tool } from './command.ts';
import { type Outcome, verdict } from './outcome.ts';
import { count, type VitestReport } from './vitest-report.ts';

export interface Run {
  readonly root: string;
  readonly name: string;
  /** What starts it, such as `vitest run`; where its report goes is added. */
  readonly command: (report: string) => readonly string[];
  readonly env?: NodeJS.ProcessEnv;
}

/** Runs Vitest, its own command or Angular's, and counts its tests. */
export async function vitest({ root, name, command, env }: Run): Promise<Outcome> {
  const folder = join(root, '.toonbank', 'reports');
  const report = join(folder, `${name}.json`);
  mkdirSync(folder, { recursive: true });
  rmSync(report, { force: true });
  const { code, output } = await tool(root, command(report), env);
  const outcome = readReport(report, output);
  // Green tests and a red end: an error outside every test.
  return code !== 0 && outcome.failed === 0 ? { ...outcome, failed: 1 } : outcome;
}

/** The command for one configuration of Vitest. */
export function vitestRun(config: string): Run['command'] {
  const reporters = ['--reporter=default', '--reporter=json'];
  return (report) => [
    ...['vitest', 'run', `--config=${config}`],
    ...[...reporters, `--outputFile.json=${report}`],
  ];
}

/** Angular's runner, because templates need its compiler; it runs Vitest underneath. */
export const angularTest: Run['command'] = (report) => [
  ...['ng', 'test', '--no-watch', '--no-progress'],
  ...['--reporters=default', '--reporters=json', `--output-file=${report}`],
];

function readReport(file: string, output: string): Outcome {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8')) as VitestReport;
    return count(report, output, !!process.env['CI']);
  } catch {
    return verdict(false, output);
  }
}
