import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Child } from './child.ts';
import { birthOf } from './pid.ts';

interface Entry {
  readonly pid: number;
  readonly name: string;
  /** Numbers are given out again; together with its birth a number is one process. */
  readonly born: string;
}

interface Run {
  readonly owner: Entry;
  readonly children: readonly Entry[];
}

/** Says on disk which processes are running for whom, so that the next start can clear up after a kill -9. */
export class RunFile {
  private readonly path: string;
  private run: Run;

  constructor(path: string) {
    this.path = path;
    this.run = { owner: entry('owner', process.pid), children: [] };
    this.write();
  }

  add(child: Child): void {
    if (child.pid === undefined) return;
    this.run = { ...this.run, children: [...this.run.children, entry(child.name, child.pid)] };
    this.write();
  }

  forget(child: Child): void {
    const children = this.run.children.filter(({ pid }) => pid !== child.pid);
    this.run = { ...this.run, children };
    this.write();
  }

  remove(): void {
    rmSync(this.path, { force: true });
  }

  private write(): void {
    writeFileSync(this.path, JSON.stringify(this.run, null, 2));
  }
}

/** The process that owns a run file and is still there. */
export function liveOwner(path: string): number | undefined {
  const owner = readRun(path)?.owner;
  return owner && isSame(owner) ? owner.pid : undefined;
}

/** Ends what a killed owner left running. Returns the names of what it ended. */
export async function endLeftovers(path: string): Promise<string[]> {
  const left = (readRun(path)?.children ?? []).filter(isSame);
  // Last started, first ended: the database goes when nobody talks to it any more.
  for (const child of left.toReversed()) await end(child);
  rmSync(path, { force: true });
  return left.map((child) => child.name);
}

async function end(child: Entry): Promise<void> {
  // PostgreSQL takes SIGTERM as "when everybody has left"; SIGINT means now, and in order.
  signal(child, child.name === 'PostgreSQL' ? 'SIGINT' : 'SIGTERM');
  for (let waited = 0; waited < 10_000; waited += 50) {
    if (!isSame(child)) return;
    await sleep(50);
  }
  signal(child, 'SIGKILL');
}

function signal(child: Entry, name: NodeJS.Signals): void {
  try {
    process.kill(child.pid, name);
  } catch {
    // It ended by itself a moment ago.
  }
}

function isSame(known: Entry): boolean {
  return known.born !== '' && birthOf(known.pid) === known.born;
}

function entry(name: string, pid: number): Entry {
  return { name, pid, born: birthOf(pid) };
}

function readRun(path: string): Run | undefined {
  if (!existsSync(path)) return undefined;
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Run;
  } catch {
    return undefined;
  }
}
