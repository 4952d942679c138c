import { existsSync, mkdirSync, renameSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Child, type ChildOptions } from '../services/child.ts';
import { endLeftovers, liveOwner, RunFile } from '../services/run-file.ts';
import { explained, Trouble } from '../services/trouble.ts';
import { follow, troubleIn } from './follow.ts';
import type { Progress } from './progress.ts';

const neededMegabytes = 300;

/** Everything one `npm start` runs: started in order, watched, and stopped in the opposite order. */
export class House {
  readonly folder: string;
  private readonly progress: Progress;
  private children: Child[] = [];
  private readonly unfollow: (() => void)[] = [];
  private readonly run: RunFile;
  private stopping: Promise<void> | undefined;

  private constructor(folder: string, progress: Progress) {
    this.folder = folder;
    this.progress = progress;
    this.run = new RunFile(join(folder, 'run.json'));
  }

  /** Refuses a second start of the same checkout, and clears up after one that was killed. */
  static async open(folder: string, progress: Progress): Promise<House> {
    try {
      mkdirSync(join(folder, 'logs'), { recursive: true });
      const file = join(folder, 'run.json');
      const owner = liveOwner(file);
      if (owner) {
        throw new Trouble(
          `Toonbank already runs from this folder (process ${owner}): stop it there with Ctrl-C, or with kill ${owner}.`,
        );
      }
      const ended = await endLeftovers(file);
      if (ended.length > 0) progress.say(`ended what a killed start had left: ${ended.join(', ')}`);
      refuseFullDisk(folder);
      return new House(folder, progress);
    } catch (error) {
      throw explained(error, folder);
    }
  }

  /** The file for a program's output; the one of the start before is kept beside it. */
  log(name: string): string {
    const log = join(this.folder, 'logs', `${name}.log`);
    if (existsSync(log)) renameSync(log, join(this.folder, 'logs', `${name}.old.log`));
    return log;
  }

  /** From now on this process belongs to the house: its end is everybody's end. */
  adopt(child: Child): void {
    this.children.push(child);
    this.run.add(child);
    // Started while somebody pressed Ctrl-C: it has to go as well.
    if (this.stopping) this.stopping = this.stopping.then(() => child.stop());
  }

  start(options: ChildOptions): Child {
    const child = new Child(options);
    this.adopt(child);
    this.unfollow.push(
      follow(options.log, (line) => this.progress.trouble(`${child.name}: ${line}`)),
    );
    return child;
  }

  /** Runs a program to its end and returns what it wrote. Throws that when it fails. */
  async finish(options: ChildOptions): Promise<string> {
    const child = new Child(options);
    this.adopt(child);
    await child.ended;
    this.children = this.children.filter((other) => other !== child);
    this.run.forget(child);
    const output = child.lastWords;
    if (child.succeeded) return output;
    throw ended(child);
  }

  /** Waits until `url` answers 200. Throws with the child's last words when it ends before. */
  async ready(child: Child, url: string): Promise<void> {
    for (const patience = Date.now() + 60_000; Date.now() < patience; await sleep(50)) {
      if (child.hasEnded) throw ended(child);
      const answer = await fetch(url, { signal: AbortSignal.timeout(2_000) }).catch(
        () => undefined,
      );
      if (answer?.ok) return;
    }
    throw new Trouble(`${child.name} did not become ready within a minute:\n${child.lastWords}`);
  }

  /** Resolves never; rejects when one of the processes ends though nobody asked it to. */
  async watch(): Promise<never> {
    const first = await Promise.race(this.children.map((child) => child.ended.then(() => child)));
    // While we stop, children end because we told them to.
    return this.stopping ? new Promise<never>(() => undefined) : Promise.reject(ended(first));
  }

  /** Stops everything, last started first. Safe to call again: all callers wait for the same end. */
  async stop(): Promise<void> {
    this.stopping ??= this.stopAll();
    let last: Promise<void> | undefined;
    // A child that was adopted meanwhile makes the stopping longer.
    while (last !== this.stopping) await (last = this.stopping);
  }

  private async stopAll(): Promise<void> {
    for (const child of [...this.children].toReversed()) await child.stop();
    for (const unfollow of this.unfollow) unfollow();
    this.run.remove();
  }
}

function ended(child: Child): Trouble {
  const said = child.lastWords.split('\n').flatMap((line) => troubleIn(line) ?? []);
  return new Trouble(
    [`${child.name} ${child.ending}; its log is ${child.log}`, ...said].join('\n'),
  );
}

function refuseFullDisk(folder: string): void {
  const { bavail, bsize } = statfsSync(folder);
  const trouble = diskTrouble((bavail * bsize) / 1_000_000, folder);
  if (trouble) throw trouble;
}

/** Better said before than by a database that stops half-way. */
export function diskTrouble(megabytes: number, folder: string): Trouble | undefined {
  if (megabytes >= neededMegabytes) return undefined;
  return new Trouble(
    `Only ${Math.floor(megabytes)} MB are free on the disk that holds ${folder}, ${neededMegabytes} MB are needed: free some and start again.`,
  );
}
