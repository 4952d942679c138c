import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { tool } from './command.ts';
import { type Outcome, verdict } from './outcome.ts';
import { count, type VitestReport } from './vitest-report.ts';

export interface Run {
  readonly root: string;
  readonly name: string;
  readonly config: string;
  readonly env: NodeJS.ProcessEnv;
}

/** Runs Vitest with one configuration and counts its tests. */
export async function vitest({ root, name, config, env }: Run): Promise<Outcome> {
  const folder = join(root, '.toonbank', 'reports');
  const report = join(folder, `${name}.json`);
  mkdirSync(folder, { recursive: true });
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const args = ['run', `--config=${config}`, ...reporters];
  const { code, output } = await tool(root, ['vitest', ...args], env);
  const outcome = readReport(report, output);
  // Green tests and a red end: an error outside every test.
  return code !== 0 && outcome.failed === 0 ? { ...outcome, failed: 1 } : outcome;
}

function readReport(file: string, output: string): Outcome {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8')) as VitestReport;
    return count(report, output, !!process.env['CI']);
  } catch {
    return verdict(false, output);
  }
}
