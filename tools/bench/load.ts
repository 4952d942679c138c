import { createHmac, createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { Client } from 'undici';
import { dueAt, percentile } from './figures.ts';

/** A webshop that the bank would ping about: its address, its id and its signing key. */
export interface Target {
  readonly url: string;
  readonly poiId: number;
  readonly signingKey: string;
}

export interface LoadOrder {
  readonly targets: readonly Target[];
  readonly seconds: number;
  readonly connections: number;
  /** Requests per second of an open loop; absent: as many as the other side takes. */
  readonly perSecond?: number;
}

export interface LoadResult {
  readonly perSecond: number;
  readonly errors: number;
  readonly latency: Readonly<Record<'p50' | 'p99' | 'p999' | 'max', number>>;
}

/**
 * The load of a bench, in a process of its own: fresh signed pings, as the bank would send them.
 * `node load.ts <order as JSON>`; prints the result as JSON.
 */
const order = JSON.parse(process.argv[2] ?? '{}') as LoadOrder;
const keys = order.targets.map(({ signingKey }) =>
  createSecretKey(Buffer.from(signingKey, 'base64')),
);
const expiry = new Date(Date.now() + 600_000).toISOString().replace('Z', '+00:00');
const filler = randomBytes(240).toString('base64url');
let made = 0;

/** About 600 bytes, as the bank's are. */
function ping(nth: number): { path: string; body: string } {
  const which = nth % order.targets.length;
  const { url, poiId } = order.targets[which]!;
  const authentication = `${filler}.${process.pid}.${nth}`;
  const text = `${authentication},${expiry},merchant.order.status.changed,${poiId}`;
  const signature = sign(keys[which]!, text);
  const eventName = 'merchant.order.status.changed';
  return {
    path: new URL(url).pathname,
    body: JSON.stringify({ authentication, expiry, eventName, poiId, signature }),
  };
}

function sign(key: KeyObject, text: string): string {
  return createHmac('sha512', key).update(text).digest('hex');
}

const origin = new URL(order.targets[0]!.url).origin;
const clients = Array.from({ length: order.connections }, () => new Client(origin));
const latencies: number[] = [];
let errors = 0;

async function send(client: Client, since: number): Promise<void> {
  const { path, body } = ping(made++);
  const headers = { 'content-type': 'application/json' };
  const answer = await client.request({ path, method: 'POST', headers, body });
  await answer.body.dump();
  if (answer.statusCode !== 200) errors++;
  latencies.push(performance.now() - since);
}

/** Each connection sends the next ping as soon as it has its answer. */
async function closedLoop(): Promise<void> {
  const end = performance.now() + order.seconds * 1_000;
  await Promise.all(
    clients.map(async (client) => {
      while (performance.now() < end) await send(client, performance.now());
    }),
  );
}

/** A fixed rate: a latency counts from when the ping was due, so that a stall is not hidden. */
async function openLoop(perSecond: number): Promise<void> {
  const start = performance.now();
  const under = new Set<Promise<void>>();
  const total = Math.floor(order.seconds * perSecond);
  for (let nth = 0; nth < total;) {
    const now = performance.now() - start;
    for (; nth < total && dueAt(nth, perSecond) <= now; nth++) {
      const sending = send(clients[nth % clients.length]!, start + dueAt(nth, perSecond));
      const tracked = sending.finally(() => under.delete(tracked));
      under.add(tracked);
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
  await Promise.all(under);
}

const started = performance.now();
await (order.perSecond ? openLoop(order.perSecond) : closedLoop());
const seconds = (performance.now() - started) / 1_000;
await Promise.all(clients.map((client) => client.close()));
const sorted = Float64Array.from(latencies).sort();
const at = (share: number) => percentile(sorted as unknown as readonly number[], share);
const result: LoadResult = {
  perSecond: latencies.length / seconds,
  errors,
  latency: { p50: at(0.5), p99: at(0.99), p999: at(0.999), max: at(1) },
};
process.stdout.write(JSON.stringify(result));
