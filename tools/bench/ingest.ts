import { join } from 'node:path';
import { freePort } from '../services/ports.ts';
import { type Bar, median } from './figures.ts';
import type { LoadOrder, LoadResult } from './load.ts';
import type { Target } from './pings.ts';
import { hasPgbench, inboxScript, pgbench, plainScript } from './pgbench.ts';
import { answers, type BenchTown } from './town.ts';

export interface IngestOptions {
  readonly rounds: number;
  readonly seconds: number;
  readonly say: (line: string) => void;
}

export interface IngestResult {
  readonly perSecond: Readonly<
    Record<'ours' | 'bareHttp' | 'pgbenchInbox' | 'pgbenchPlain', number | null>
  >;
  readonly latency: LoadResult['latency'] & { readonly perSecond: number };
  readonly bars: readonly Bar[];
}

const connections = 64;

/** Side by side in one run, turn about, so that whatever the machine does it does to all of them. */
export async function ingest(town: BenchTown, options: IngestOptions): Promise<IngestResult> {
  const { rounds, seconds, say } = options;
  const targets = await town.targets();
  const bare = await startBare(town);
  const order = { targets, seconds, connections };
  const bareOrder = { ...order, targets: targets.map((t) => ({ ...t, url: `${bare}/` })) };
  const withPgbench = await hasPgbench();
  if (!withPgbench) say('pgbench is not installed (Debian: postgresql-contrib): a2 is left out.');
  await load(town, { ...order, seconds: 2 });
  await load(town, { ...bareOrder, seconds: 2 });

  const rates: Rates = { ours: [], bareHttp: [], pgbenchInbox: [], pgbenchPlain: [] };
  for (let round = 1; round <= rounds; round++) {
    rates.ours.push((await load(town, order)).perSecond);
    rates.bareHttp.push((await load(town, bareOrder)).perSecond);
    if (withPgbench) await addPgbench(town, rates, seconds);
    say(`round ${round}: ${Object.entries(rates).map(lastOf).join(', ')}`);
  }
  const middle = (name: keyof Rates) => (rates[name].length ? median(rates[name]) : null);
  const perSecond = {
    ours: median(rates.ours),
    bareHttp: middle('bareHttp'),
    pgbenchInbox: middle('pgbenchInbox'),
    pgbenchPlain: middle('pgbenchPlain'),
  };
  const half = Math.floor(perSecond.ours / 2);
  say(`open loop at ${half}/s, half of our own maximum`);
  // What pgbench left in the log is not ours to wait for.
  await town.sql('checkpoint');
  await load(town, { ...order, perSecond: half, seconds: 2 });
  const { latency } = await load(town, { ...order, perSecond: half, seconds: seconds * 2 });
  told(perSecond.ours, latency).forEach(say);
  return {
    perSecond,
    latency: { ...latency, perSecond: half },
    bars: bars(perSecond, latency.p99),
  };
}

function told(ours: number, latency: LoadResult['latency']): string[] {
  const ms = (value: number) => `${value.toFixed(1)} ms`;
  const { p50, p99, p999, max } = latency;
  return [
    `p50 ${ms(p50)}, p99 ${ms(p99)}, p99.9 ${ms(p999)}, max ${ms(max)}`,
    `notifications per second: ${Math.round(ours)} (verified, sealed, durable, hinted)`,
  ];
}

async function addPgbench(town: BenchTown, rates: Rates, seconds: number): Promise<void> {
  const common = { seconds, folder: town.folder };
  const inbox = { url: town.roleUrl('tb_ingest'), script: inboxScript(await town.place()) };
  rates.pgbenchInbox.push(await pgbench({ ...common, ...inbox }));
  rates.pgbenchPlain.push(await pgbench({ ...common, url: town.ownerUrl, script: plainScript }));
}

function lastOf([name, values]: [string, readonly number[]]): string {
  return `${name} ${Math.round(values.at(-1) ?? 0)}/s`;
}

type Rates = Record<'ours' | 'bareHttp' | 'pgbenchInbox' | 'pgbenchPlain', number[]>;

function bars(perSecond: IngestResult['perSecond'], p99: number): Bar[] {
  const ours = perSecond.ours ?? 0;
  const ratio = (
    id: string,
    what: string,
    other: number | null,
    limits: { bar: number; aim: number },
  ) =>
    other === null ? [] : [{ id, what, value: ours / other, ...limits, higher: true, unit: '×' }];
  return [
    ...ratio('a1', 'of bare Node http with one insert', perSecond.bareHttp, { bar: 1, aim: 1.5 }),
    ...ratio('a2', 'of pgbench into the inbox', perSecond.pgbenchInbox, { bar: 0.75, aim: 1 }),
    ...ratio('a2 plain', 'of pgbench into a plain table', perSecond.pgbenchPlain, {
      bar: 0.55,
      aim: 0.8,
    }),
    {
      id: 'a4',
      what: 'p99 at half of our maximum',
      value: p99,
      bar: 15,
      aim: 7,
      higher: false,
      unit: ' ms',
    },
  ];
}

async function startBare(town: BenchTown): Promise<string> {
  const port = await freePort(0);
  town.run('bare-http', [join(import.meta.dirname, 'bare-http.ts'), String(port), town.ownerUrl]);
  const url = `http://127.0.0.1:${port}`;
  await answers(url);
  return url;
}

/** One load, in a process of its own. An answer that was not 200 spoils the whole bench. */
async function load(
  town: BenchTown,
  order: LoadOrder & { readonly targets: readonly Target[] },
): Promise<LoadResult> {
  const child = town.run(`load-${++loads}`, [
    join(import.meta.dirname, 'load.ts'),
    JSON.stringify(order),
  ]);
  await child.ended;
  if (!child.succeeded) throw new Error(`A load ${child.ending}:\n${child.lastWords}`);
  const result = JSON.parse(child.lastWords) as LoadResult;
  if (result.errors > 0) throw new Error(`${result.errors} pings were not answered 200.`);
  return result;
}

let loads = 0;
