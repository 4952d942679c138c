import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { tool } from '../test/command.ts';
import { type Bar, verdict } from './figures.ts';
import { ingest } from './ingest.ts';
import { machine } from './machine.ts';
import { BenchTown } from './town.ts';

/** `npm run bench -- ingest [--rounds 5] [--seconds 5] [--no-wait]`: ratios, measured in one run. */
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

if (positionals[0] !== 'ingest') {
  say('Say what to measure: npm run bench -- ingest');
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
  const options = { rounds: Number(values.rounds), seconds: Number(values.seconds), say };
  const result = await ingest(town, options);
  const { ours } = result.perSecond;
  say(`notifications per second: ${Math.round(ours ?? 0)} (verified, sealed, durable, hinted)`);
  for (const bar of result.bars) say(line(bar));
  const { p50, p99, p999, max, perSecond } = result.latency;
  const ms = (value: number) => `${value.toFixed(1)} ms`;
  say(
    `open loop at ${perSecond}/s: p50 ${ms(p50)}, p99 ${ms(p99)}, p99.9 ${ms(p999)}, max ${ms(max)}`,
  );
  const { rounds, seconds } = options;
  const report = { machine: on, postgres, rounds, seconds, ...result };
  mkdirSync(join(import.meta.dirname, 'results'), { recursive: true });
  const file = join(import.meta.dirname, 'results', 'ingest.json');
  writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`);
} finally {
  await town.close();
}

function line(bar: Bar): string {
  const said = { aim: 'reaches the aim', bar: 'reaches the bar', below: 'BELOW THE BAR' };
  const { id, what, value, unit } = bar;
  return `${id.padEnd(9)} ${value.toFixed(2)}${unit} ${what} (bar ${bar.bar}, aim ${bar.aim}): ${said[verdict(bar)]}`;
}
