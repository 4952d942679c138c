import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { tool } from '../test/command.ts';
import { type Bar, verdict } from './figures.ts';
import { exports } from './export.ts';
import { ingest } from './ingest.ts';
import { list } from './list.ts';
import { machine } from './machine.ts';
import { portal } from './portal.ts';
import { BenchTown } from './town.ts';

/** `npm run bench -- export | ingest | list | portal [--rounds 5] [--seconds 5] [--no-wait]`: ratios, measured in one run. */
const root = resolve(import.meta.dirname, '../..');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '5' },
    'no-wait': { type: 'boolean', default: false },
  },
});
const say = (line: string) => process.stdout.write(`${line}\n`);
const options = { rounds: Number(values.rounds), seconds: Number(values.seconds), say };

const benches: Readonly<Record<string, (town: BenchTown) => Promise<{ bars: readonly Bar[] }>>> = {
  export: (town) => exports(town, options),
  ingest: (town) => ingest(town, options),
  list: (town) => list(town, options),
  portal: (town) => portal(root, town, say),
};

const name = positionals[0] ?? '';
const bench = benches[name];
if (!bench) {
  say(`Say what to measure: npm run bench -- ${Object.keys(benches).join(' | ')}`);
  process.exit(1);
}
const built = await tool(root, ['nx', 'run-many', '--target=build', '--output-style=static']);
if (built.code !== 0) throw new Error(built.output);
const on = await machine(!values['no-wait']);
say(
  `${on.cpu}, ${on.cores} cores, ${on.memoryGiB} GiB, Node ${on.node}, load before ${on.loadBefore}${on.noisy ? ' (noisy)' : ''}`,
);
const town = await BenchTown.open(root);
try {
  const { server_version: postgres } = await town.sql<{ server_version: string }>(
    'show server_version',
  );
  const result = await bench(town);
  for (const bar of result.bars) say(line(bar));
  const { rounds, seconds } = options;
  const report = { machine: on, postgres, rounds, seconds, ...result };
  mkdirSync(join(import.meta.dirname, 'results'), { recursive: true });
  const file = join(import.meta.dirname, 'results', `${name}.json`);
  writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`);
} finally {
  await town.close();
}

function line(bar: Bar): string {
  const said = { aim: 'reaches the aim', bar: 'reaches the bar', below: 'BELOW THE BAR' };
  const { id, what, value, unit } = bar;
  return `${id.padEnd(12)} ${value.toFixed(2)}${unit} ${what} (bar ${bar.bar}, aim ${bar.aim}): ${said[verdict(bar)]}`;
}
