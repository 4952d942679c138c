import { readFileSync, writeFileSync } from 'node:fs';
import { Client } from 'pg';
import { manyOrders } from '../seed/many-orders.ts';
import { copied, hasPsql } from './copied.ts';
import { Desk, type Made } from './desk.ts';
import { type Bar, median, percentile } from './figures.ts';
import { type ListApi, orderPage } from './list-pages.ts';
import type { BenchTown } from './town.ts';

const [few, many, most] = [100_000, 1_000_000, 5_000_000] as const;
/** Exports that are asked for all the time while somebody looks at the list; one is made after the other. */
const beside = 4;
const pages = 20;
/** Passages through the pages in one round: hundreds of answers, for the slowest of a hundred to say something. */
const perRound = 20;

interface Options {
  readonly rounds: number;
  readonly say: (line: string) => void;
}

/**
 * Exports of all orders of an agency as CSV, asked for and fetched through the API: against COPY to
 * nobody at a million (d1), the memory of who makes them at a hundred thousand and at five million
 * (d2), and what the list of orders feels while four are always asked for (d3). Beside the bars, the
 * memory of a workbook with as many rows as it may have.
 */
export async function exports(town: BenchTown, options: Options) {
  const bench = await ExportBench.open(town, options);
  try {
    return await bench.run();
  } finally {
    await bench.close();
  }
}

class ExportBench {
  private readonly desk: Desk;
  private readonly town: BenchTown;
  private readonly options: Options;
  private readonly owner: Client;
  private readonly api: ListApi;
  private readonly agencyId: string;

  private constructor(parts: {
    readonly town: BenchTown;
    readonly options: Options;
    readonly owner: Client;
    readonly api: ListApi;
    readonly agencyId: string;
  }) {
    this.town = parts.town;
    this.options = parts.options;
    this.owner = parts.owner;
    this.api = parts.api;
    this.agencyId = parts.agencyId;
    this.desk = new Desk(parts.api);
  }

  static async open(town: BenchTown, options: Options): Promise<ExportBench> {
    const owner = new Client({ connectionString: town.ownerUrl });
    await owner.connect();
    const first = 'select agency_id from agency order by created_at limit 1';
    const { agency_id: agencyId } = await town.sql<{ agency_id: string }>(first);
    return new ExportBench({ town, options, owner, api: await town.signIn(), agencyId });
  }

  async run() {
    await this.fill(few);
    const memory = [await this.memory()];
    await this.fill(many);
    const { d1, exported } = await this.speed();
    const d3 = await this.felt();
    const workbookMB = await this.memory('xlsx');
    await this.fill(most);
    memory.push(await this.memory());
    const d2: Bar = {
      ...{
        id: 'd2',
        what: `most memory at ${most.toLocaleString('en')} rows above that at ${few}`,
      },
      ...{ value: memory[1]! - memory[0]!, bar: 30, aim: 10, higher: false, unit: ' MB' },
    };
    const memoryMB = { [few]: memory[0], [most]: memory[1] };
    return { exported, memoryMB, workbookMB, bars: [d1, d2, d3] };
  }

  async close(): Promise<void> {
    await this.owner.end();
  }

  /** COPY and an export in turn, a pair that does not count before. */
  private async speed() {
    const maker = await this.town.startMaker();
    const byPsql = await hasPsql();
    const url = this.town.roleUrl('tb_app');
    const made: Made[] = [];
    const limits: number[] = [];
    for (let round = 0; round <= this.options.rounds; round++) {
      const limit = await copied(url, this.agencyId, byPsql);
      const one = await this.desk.file();
      if (one.rows < many) throw new Error(`It holds ${one.rows} rows.`);
      if (round === 0) continue;
      limits.push(limit);
      made.push(one);
    }
    await maker.stop();
    const [copy, whole] = [median(limits), median(made.map(({ read }) => read))];
    const making = median(made.map(({ made: ms }) => ms));
    this.say(
      `${many.toLocaleString('en')} rows: COPY ${copy.toFixed(0)} ms (${byPsql ? 'psql' : 'pg-copy-streams'}), made in ${making.toFixed(0)} ms, made and read in ${whole.toFixed(0)} ms, ${(made[0]!.bytes / 1e6).toFixed(0)} MB`,
    );
    const d1: Bar = {
      ...{
        id: 'd1',
        what: 'speed of an export of a million orders, asked for and read, of COPY’s',
      },
      ...{ value: copy / whole, bar: 0.5, aim: 0.7, higher: true, unit: '×' },
    };
    return { d1, exported: { copyMs: copy, madeMs: making, readMs: whole, byPsql } };
  }

  /** Megabytes that a fresh maker held at most while it made one export of all there is. */
  private async memory(format: 'csv' | 'xlsx' = 'csv'): Promise<number> {
    const maker = await this.town.startMaker();
    // What it took to start does not count.
    writeFileSync(`/proc/${maker.pid}/clear_refs`, '5');
    const { rows } = await this.desk.file(format);
    const status = readFileSync(`/proc/${maker.pid}/status`, 'utf8');
    await maker.stop();
    const megabytes = Number(/VmHWM:\s+(\d+) kB/.exec(status)![1]) / 1_000;
    this.say(`${rows.toLocaleString('en')} rows as ${format}: ${megabytes.toFixed(0)} MB at most`);
    return megabytes;
  }

  /** Passages through the newest pages of the list, in turn with nothing beside and with exports. */
  private async felt(): Promise<Bar> {
    const maker = await this.town.startMaker();
    const [alone, along]: [number[], number[]] = [[], []];
    await this.desk.file();
    await this.passages();
    for (let round = 0; round < this.options.rounds; round++) {
      alone.push(...(await this.passages()));
      let isOver = false;
      const streams = Array.from({ length: beside }, async () => {
        while (!isOver) await this.desk.ended((await this.desk.ask()).id, 500);
      });
      // Asking is over, and one is being made.
      await this.desk.begun();
      along.push(...(await this.passages()));
      isOver = true;
      await Promise.all(streams);
    }
    await maker.stop();
    const p99 = (times: number[]) =>
      percentile(
        times.sort((a, b) => a - b),
        0.99,
      );
    const [quiet, busy] = [p99(alone), p99(along)];
    this.say(`list p99 ${quiet.toFixed(1)} ms, beside ${beside} exports ${busy.toFixed(1)} ms`);
    return {
      ...{ id: 'd3', what: `p99 of the list beside ${beside} exports, of what it is alone` },
      ...{ value: busy / quiet, bar: 2, aim: 1.3, higher: false, unit: '×' },
    };
  }

  private async passages(): Promise<number[]> {
    const times: number[] = [];
    for (let passage = 0; passage < perRound; passage++) {
      let after: string | null = null;
      for (let page = 0; page < pages; page++) {
        const start = performance.now();
        after = (await orderPage(this.api, {}, after)).next;
        times.push(performance.now() - start);
      }
    }
    return times;
  }

  private fill(orders: number): Promise<void> {
    const wish = { agencyId: this.agencyId, orders };
    return manyOrders(this.owner, wish, (line) => {
      if (line.startsWith(orders.toLocaleString('en'))) this.say(line);
    });
  }

  private say(line: string): void {
    this.options.say(line);
  }
}
