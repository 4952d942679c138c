import { freePort } from '../services/ports.ts';
import type { Progress } from './progress.ts';

export interface Addresses {
  readonly portal: string;
  /** Its pages, and both environments for clients that are given one address. */
  readonly bank: string;
  readonly bankProduction: string;
  readonly bankSandbox: string;
  readonly shop: string;
  readonly worker: string;
  readonly exports: string;
}

/**
 * Picks the ports that people see. The portal is on another host than bank and demo shop, because
 * cookies do not know ports.
 */
export async function pickAddresses(progress: Progress): Promise<Addresses> {
  const taken = new Set<number>();
  const pick = async (what: string, wanted: number) => {
    const port = await freePort(wanted, taken);
    taken.add(port);
    if (port !== wanted && wanted !== 0) {
      progress.say(`port ${wanted} is taken, so the ${what} is on ${port}`);
    }
    return port;
  };
  const wanted = Number(process.env['PORT'] ?? 4200);
  return {
    portal: `http://localhost:${await pick('portal', wanted)}`,
    bank: `http://127.0.0.1:${await pick('bank', 4300)}`,
    bankProduction: `http://127.0.0.1:${await pick('bank’s production', 0)}`,
    bankSandbox: `http://127.0.0.1:${await pick('bank’s sandbox', 0)}`,
    shop: `http://127.0.0.1:${await pick('demo shop', 4400)}`,
    worker: `http://127.0.0.1:${await pick('worker', 0)}`,
    exports: `http://127.0.0.1:${await pick('maker of exports', 0)}`,
  };
}
