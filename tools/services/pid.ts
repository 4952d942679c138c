import { readFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';

/** The command line of a process; empty when there is none with this number. */
export function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    if (process.platform === 'linux') return '';
    return (
      spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? ''
    );
  }
}

/** When a process began, as its system counts: with its number that names it for good. Empty when it is gone. */
export function birthOf(pid: number): string {
  try {
    // The name in brackets may hold anything; the 20th field after it is the start time.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    if (process.platform === 'linux') return '';
    return spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '';
  }
}

/** The first line of a pid file; `undefined` when there is none or it holds no number. */
export function readPid(file: string): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
    return Number.isInteger(pid) && pid > 1 ? pid : undefined;
  } catch {
    return undefined;
  }
}

/**
 * What a pid file tells. Numbers are given out again after a crash, so a live process counts only
 * when its command line names the program that should be there.
 */
export function pidState(
  pid: number | undefined,
  program: string,
  command: (pid: number) => string = commandOf,
): 'none' | 'stale' | 'running' {
  if (pid === undefined) return 'none';
  return command(pid).includes(program) ? 'running' : 'stale';
}
