import { join } from 'node:path';
import { quietNx } from '../build/quiet-nx.ts';
import type { House } from './house.ts';
import type { Progress } from './progress.ts';

/** Builds every application, each only when its own files or what it stands on changed. */
export async function build(root: string, house: House, progress: Progress): Promise<void> {
  const output = await house.finish({
    name: 'The build',
    command: join(root, 'node_modules', '.bin', 'nx'),
    args: ['run-many', '--target=build', '--output-style=static'],
    log: house.log('build'),
    cwd: root,
    env: { ...process.env, ...quietNx },
  });
  progress.say(`built (${cached(output)})`);
}

/** From Nx's own summary: how much was still good. */
export function cached(output: string): string {
  const [, hits, all] = /Cache:\s+(\d+)\/(\d+) hit/.exec(output) ?? [];
  if (!all) return 'done';
  return hits === all ? 'nothing had changed' : `${Number(all) - Number(hits)} of ${all} anew`;
}
