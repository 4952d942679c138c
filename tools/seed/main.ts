import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { Trouble } from '../services/trouble.ts';
import { manyOrders } from './many-orders.ts';

/**
 * `npm run seed -- --large [--orders 1000000]`: fills the first demo agency of a running system with
 * many orders, to see that nothing becomes slower.
 */
const root = resolve(import.meta.dirname, '../..');
const say = (line: string) => process.stdout.write(`${line}\n`);
const { values } = parseArgs({
  options: { large: { type: 'boolean' }, orders: { type: 'string', default: '1000000' } },
});

try {
  const orders = Number(values.orders);
  if (!values.large || !Number.isInteger(orders) || orders < 1) {
    throw new Trouble('Say how: npm run seed -- --large [--orders 1000000]');
  }
  const client = new Client({ connectionString: databaseUrl() });
  await client.connect();
  try {
    await manyOrders(client, { agencyId: await demoAgency(client), orders }, say);
  } finally {
    await client.end();
  }
} catch (error) {
  if (!(error instanceof Trouble)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

function databaseUrl(): string {
  const file = join(root, '.toonbank', 'dev.json');
  if (!existsSync(file)) throw new Trouble('Start Toonbank first, in another window: npm start');
  return (JSON.parse(readFileSync(file, 'utf8')) as { databaseUrl: string }).databaseUrl;
}

/** The one whose login `npm start` prints. */
async function demoAgency(client: Client): Promise<string> {
  const { rows } = await client.query<{ agency_id: string }>(
    `select agency_id from agency order by created_at limit 1`,
  );
  if (!rows[0]) throw new Trouble('There is no agency yet: start without --empty.');
  return rows[0].agency_id;
}
