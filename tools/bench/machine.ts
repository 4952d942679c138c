import { cpus, loadavg, totalmem } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';

const quietLoad = 0.5;
const patienceMs = 180_000;

/** What the figures were taken on: without it they mean nothing. */
export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGiB: number;
  readonly node: string;
  readonly loadBefore: number;
  readonly noisy: boolean;
}

/** Waits until the machine is quiet, three minutes at most; then says that it is noisy and goes on. */
export async function machine(wait: boolean): Promise<Machine> {
  const deadline = Date.now() + (wait ? patienceMs : 0);
  while (loadavg()[0]! >= quietLoad && Date.now() < deadline) await sleep(5_000);
  const [load = 0] = loadavg();
  return {
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    loadBefore: Math.round(load * 100) / 100,
    noisy: load >= quietLoad,
  };
}
