import { performance } from 'node:perf_hooks';
import { Connection } from './connection.ts';
import { dueAt, percentile } from './figures.ts';
import { makePings, type Target } from './pings.ts';

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

/** More than any server here takes; a closed loop that sends them all ends early. */
const mostPerSecond = 25_000;

/** The load of a bench, in a process of its own: `node load.ts <order as JSON>` prints the result as JSON. */
const order = JSON.parse(process.argv[2] ?? '{}') as LoadOrder;
const pings = makePings(
  order.targets,
  Math.ceil(order.seconds * (order.perSecond ?? mostPerSecond)),
);
const { hostname, port } = new URL(order.targets[0]!.url);
const connections = await Promise.all(
  Array.from({ length: order.connections }, () => Connection.open(hostname, Number(port))),
);
const latencies = new Float64Array(pings.length);
let sent = 0;
let errors = 0;

async function send(connection: Connection, nth: number, since: number): Promise<void> {
  if ((await connection.send(pings[nth]!)) !== 200) errors++;
  latencies[nth] = performance.now() - since;
}

/** Each connection sends the next ping as soon as it has its answer. */
async function closedLoop(): Promise<void> {
  const end = performance.now() + order.seconds * 1_000;
  await Promise.all(
    connections.map(async (connection) => {
      for (let now = performance.now(); now < end && sent < pings.length; now = performance.now()) {
        await send(connection, sent++, now);
      }
    }),
  );
}

/** A fixed rate: a latency counts from when the ping was due, so that a stall is not hidden. */
async function openLoop(perSecond: number): Promise<void> {
  const start = performance.now();
  const answered: Promise<void>[] = [];
  while (sent < pings.length) {
    const now = performance.now() - start;
    for (; sent < pings.length && dueAt(sent, perSecond) <= now; sent++) {
      const connection = connections[sent % connections.length]!;
      answered.push(send(connection, sent, start + dueAt(sent, perSecond)));
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await Promise.all(answered);
}

const started = performance.now();
await (order.perSecond ? openLoop(order.perSecond) : closedLoop());
const seconds = (performance.now() - started) / 1_000;
for (const connection of connections) connection.close();
const sorted = latencies.slice(0, sent).sort();
const at = (share: number) => percentile(sorted, share);
const result: LoadResult = {
  perSecond: sent / seconds,
  errors,
  latency: { p50: at(0.5), p99: at(0.99), p999: at(0.999), max: at(1) },
};
process.stdout.write(JSON.stringify(result));
