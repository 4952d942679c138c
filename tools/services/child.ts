import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

export interface ChildOptions {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly log: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  /** The user (and group) to run as; only root may choose. */
  readonly uid?: number;
  /** What the process takes as "finish your work and go". */
  readonly stopSignal?: NodeJS.Signals;
  readonly stopWithin?: number;
}

/** A process we started, in a group of its own, so that a Ctrl-C reaches us alone and we stop it in order. */
export class Child {
  readonly ended: Promise<void>;
  private readonly process: ChildProcess;
  private readonly options: ChildOptions;
  private failure: Error | undefined;

  constructor(options: ChildOptions) {
    this.options = options;
    const log = openSync(options.log, 'a');
    this.process = spawn(options.command, options.args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      detached: true,
      stdio: ['ignore', log, log],
      ...(options.uid === undefined ? {} : { uid: options.uid, gid: options.uid }),
    });
    closeSync(log);
    this.ended = new Promise((resolve) => {
      this.process.once('exit', () => resolve());
      this.process.once('error', (error) => {
        this.failure = error;
        resolve();
      });
    });
  }

  get name(): string {
    return this.options.name;
  }

  get pid(): number | undefined {
    return this.process.pid;
  }

  get hasEnded(): boolean {
    return !!this.failure || this.process.exitCode !== null || this.process.signalCode !== null;
  }

  get succeeded(): boolean {
    return this.process.exitCode === 0;
  }

  /** How it ended, for a sentence: "ended with code 1". */
  get ending(): string {
    if (this.failure) return `could not start (${this.failure.message})`;
    const { exitCode, signalCode } = this.process;
    return signalCode ? `was ended by ${signalCode}` : `ended with code ${exitCode}`;
  }

  get log(): string {
    return this.options.log;
  }

  /** The end of what it wrote. */
  get lastWords(): string {
    return tail(this.options.log);
  }

  /** Asks politely, waits, then insists; returns when nothing of its group is left. Safe to repeat. */
  async stop(): Promise<void> {
    if (this.pid === undefined) return;
    const { stopSignal = 'SIGTERM', stopWithin = 10_000 } = this.options;
    if (!this.hasEnded) this.process.kill(stopSignal);
    await Promise.race([this.ended, sleep(stopWithin, undefined, { ref: false })]);
    killGroup(this.pid);
    await this.ended;
  }
}

export function tail(log: string, lines = 20): string {
  try {
    return readFileSync(log, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
  } catch {
    return '';
  }
}

/** Ends whoever is left of a process group. A group that is gone is what we wanted. */
export function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // ESRCH: nobody is left.
  }
}
