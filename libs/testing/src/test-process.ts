import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { built } from './built';
import { freePort } from './free-port';

/** A busy machine is slow, not wrong. */
const patienceMs = 60_000;

/** A process of the system, started by a test and killable by it. */
export class TestProcess {
  private constructor(
    readonly child: ChildProcess,
    readonly port: number,
    private readonly output: string[],
  ) {}

  /**
   * Starts an entry of an app with these variables and waits until `/healthz` answers, or until it
   * died at its FAILPOINT: a worker may pass there before anybody asked how it is.
   */
  static async start(
    entry: string,
    variables: (port: number) => Record<string, string>,
    ownPort?: number,
  ): Promise<TestProcess> {
    const port = ownPort ?? (await freePort());
    const own = variables(port);
    const child = spawn(process.execPath, ['--enable-source-maps', await built(entry)], {
      env: { PATH: process.env['PATH'], NODE_ENV: 'test', ...own },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const output: string[] = [];
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (text: Buffer) => output.push(text.toString()));
    }
    const started = new TestProcess(child, port, output);
    await started.healthy('FAILPOINT' in own);
    return started;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Everything it wrote so far. */
  get log(): string {
    return this.output.join('');
  }

  /** How it ended: the signal, or the exit code. */
  async ended(): Promise<string | number | null> {
    if (this.child.exitCode === null && this.child.signalCode === null) {
      await once(this.child, 'exit');
    }
    return this.child.signalCode ?? this.child.exitCode;
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<string | number | null> {
    this.child.kill(signal);
    return this.ended();
  }

  private async healthy(mayDie: boolean): Promise<void> {
    const deadline = Date.now() + patienceMs;
    while (Date.now() < deadline) {
      if (mayDie && this.child.signalCode === 'SIGKILL') return;
      if (this.child.exitCode !== null || this.child.signalCode !== null) break;
      const answer = await fetch(`${this.url}/healthz`).catch(() => undefined);
      if (answer?.ok) return;
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
    throw new Error(`A process did not start:\n${this.log}`);
  }
}

/** Runs an entry of an app to its end; throws with what it wrote when it fails. */
export async function runToEnd(entry: string, variables: Record<string, string>): Promise<void> {
  const child = spawn(process.execPath, ['--enable-source-maps', await built(entry)], {
    env: { PATH: process.env['PATH'], NODE_ENV: 'test', ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text: Buffer) => output.push(text.toString()));
  }
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`${entry} ended with ${code}:\n${output.join('')}`);
}
