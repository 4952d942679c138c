import { type ChildProcess, spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { quietNx } from '../build/quiet-nx.ts';

export interface Ended {
  readonly code: number | null;
  readonly output: string;
}

const running = new Set<ChildProcess>();

/** Takes what is running along when we are told to go, or when whoever started us has gone. */
export function leaveTogether(): void {
  for (const sign of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const) {
    process.on(sign, () => {
      for (const child of running) child.kill('SIGTERM');
      process.exit(130);
    });
  }
}

/** Runs a program of `node_modules/.bin` to its end and keeps everything it writes. */
export function tool(
  root: string,
  [name = '', ...args]: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<Ended> {
  const bin = join(root, 'node_modules', '.bin');
  // First in the path: the Node that the project brings.
  const PATH = `${bin}${delimiter}${process.env['PATH'] ?? ''}`;
  return command(join(bin, name), args, {
    cwd: root,
    env: { ...process.env, ...quietNx, ...env, PATH },
  });
}

export function command(
  path: string,
  args: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<Ended> {
  const child = spawn(path, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text: Buffer) => (output += text.toString()));
  }
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: 1, output: output + String(error) }));
    child.once('close', (code) => {
      running.delete(child);
      resolve({ code, output });
    });
  });
}
