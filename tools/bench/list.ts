import { Client } from 'pg';
import { manyOrders } from '../seed/many-orders.ts';
import { type Bar, median, percentile } from './figures.ts';
import { type Filter, type ListApi, orderPage, pageSize } from './list-pages.ts';
import type { BenchTown } from './town.ts';

/** How many orders an agency has when the list is measured. */
const sizes = [10_000, 100_000, 1_000_000] as const;
const pages = 20;
/** Passages through the pages in one round. */
const perRound = 10;

interface Options {
  readonly rounds: number;
  readonly say: (line: string) => void;
}

interface Passage {
  /** Milliseconds of each page, sorted. */
  readonly api: readonly number[];
  readonly sql: readonly number[];
}

/**
 * The list of orders by its API, page after page from the newest, against the same rows straight from
 * the database: at ten thousand, a hundred thousand and a million orders.
 */
export async function list(town: BenchTown, { rounds, say }: Options) {
  const reader = await Reader.open(town);
  const medians = new Map<string, number[]>();
  let last: Passage = { api: [], sql: [] };
  try {
    for (const orders of sizes) {
      await reader.fill(orders, say);
      for (const [name, filter] of Object.entries(await reader.filters())) {
        const passage = await reader.passages(filter, rounds);
        medians.set(name, [...(medians.get(name) ?? []), median(passage.api)]);
        if (name === 'all') last = passage;
        say(
          `${orders.toLocaleString('en').padStart(9)} ${name.padEnd(8)} p50 ${median(passage.api).toFixed(2)} ms, p99 ${percentile(passage.api, 0.99).toFixed(2)} ms (SQL alone ${median(passage.sql).toFixed(2)}, ${percentile(passage.sql, 0.99).toFixed(2)})`,
        );
      }
    }
  } finally {
    await reader.close();
  }
  return { sizes, medians: Object.fromEntries(medians), bars: barsOf(last, medians) };
}

function barsOf(last: Passage, medians: ReadonlyMap<string, readonly number[]>): Bar[] {
  const added = percentile(last.api, 0.99) - percentile(last.sql, 0.99);
  const slopes = [...medians].map(([name, values]): Bar => ({
    ...{ id: `c2 ${name}`, what: 'growth of the median from ten thousand to a million orders' },
    ...{ value: slope(values), bar: 0.15, aim: 0.05, higher: false, unit: '' },
  }));
  const c1: Bar = {
    ...{ id: 'c1', what: 'p99 of the API above that of its SQL at a million orders' },
    ...{ value: added, bar: 8, aim: 4, higher: false, unit: ' ms' },
  };
  return [c1, ...slopes];
}

/** Of log time over log size, by least squares: 0 is as quick as ever, 1 is twice for twice. */
export function slope(values: readonly number[]): number {
  const xs = sizes.slice(0, values.length).map((size) => Math.log(size));
  const ys = values.map((value) => Math.log(value));
  const mean = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0) / numbers.length;
  const [mx, my] = [mean(xs), mean(ys)];
  const over = xs.reduce((sum, x, i) => sum + (x - mx) * (ys[i]! - my), 0);
  return over / xs.reduce((sum, x) => sum + (x - mx) ** 2, 0);
}

/** Reads one agency's list, as its owner through the API and as the application's role in SQL. */
class Reader {
  private readonly owner: Client;
  private readonly app: Client;
  private readonly api: ListApi;
  private readonly agencyId: string;

  private constructor(parts: { owner: Client; app: Client; api: Reader['api']; agencyId: string }) {
    this.owner = parts.owner;
    this.app = parts.app;
    this.api = parts.api;
    this.agencyId = parts.agencyId;
  }

  static async open(town: BenchTown): Promise<Reader> {
    const owner = new Client({ connectionString: town.ownerUrl });
    const app = new Client({ connectionString: town.roleUrl('tb_app') });
    await owner.connect();
    await app.connect();
    const first = 'select agency_id from agency order by created_at limit 1';
    const { agency_id: agencyId } = await town.sql<{ agency_id: string }>(first);
    return new Reader({ owner, app, api: await town.signIn(), agencyId });
  }

  fill(orders: number, say: (line: string) => void): Promise<void> {
    return manyOrders(this.owner, { agencyId: this.agencyId, orders }, (line) => {
      if (line.startsWith(orders.toLocaleString('en'))) say(line);
    });
  }

  async filters(): Promise<Record<string, Filter>> {
    const { rows } = await this.owner.query<{ webshop_id: string }>(
      'select webshop_id from orders where agency_id = $1 limit 1',
      [this.agencyId],
    );
    return {
      all: {},
      webshop: { webshopId: rows[0]!.webshop_id },
      status: { status: 'EXPIRED' },
      number: { merchantOrderId: 'DEMO0000012' },
    };
  }

  /** Many passages through the newest pages, so that a p99 is one; a first that does not count. */
  async passages(filter: Filter, rounds: number): Promise<Passage> {
    await this.passage(filter);
    const all: { api: number; sql: number }[] = [];
    for (let nth = 0; nth < rounds * perRound; nth++) all.push(...(await this.passage(filter)));
    const sorted = (key: 'api' | 'sql') => all.map((one) => one[key]).sort((a, b) => a - b);
    return { api: sorted('api'), sql: sorted('sql') };
  }

  async close(): Promise<void> {
    await this.owner.end();
    await this.app.end();
  }

  private async passage(filter: Filter): Promise<{ api: number; sql: number }[]> {
    const times = [];
    let after: string | null = null;
    let before: { at: string; id: string } | undefined;
    for (let page = 0; page < pages; page++) {
      const sql = await timed(() => this.sqlPage(filter, before));
      const api = await timed(() => orderPage(this.api, filter, after));
      times.push({ api: api.ms, sql: sql.ms });
      const last = api.result.items.at(-1);
      after = api.result.next;
      if (!after || !last) break;
      before = { at: last.createdAt, id: last.id };
    }
    return times;
  }

  private async sqlPage(filter: Filter, before?: { at: string; id: string }): Promise<void> {
    const { webshopId = null, status = null, merchantOrderId } = filter;
    const prefix = merchantOrderId?.toLowerCase() ?? null;
    const where = [
      ...(webshopId ? ['webshop_id = $2'] : ['$2::uuid is null']),
      ...(status ? ['status = $3'] : ['$3::text is null']),
      ...(prefix
        ? ["merchant_order_search >= $4 and merchant_order_search < $4 || '\u{10ffff}'"]
        : ['$4::text is null']),
      ...(before
        ? ['(created_at, id) < ($5, $6)']
        : ['$5::timestamptz is null and $6::uuid is null']),
    ];
    await this.app.query(`begin read only; set local app.agency_id = '${this.agencyId}'`);
    await this.app.query(
      `select * from orders where agency_id = $1 and environment = 'production'
         and ${where.join(' and ')} order by created_at desc, id desc limit ${pageSize + 1}`,
      [this.agencyId, webshopId, status, prefix, before?.at ?? null, before?.id ?? null],
    );
    await this.app.query('commit');
  }
}

async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; result: T }> {
  const start = performance.now();
  const result = await work();
  return { ms: performance.now() - start, result };
}
