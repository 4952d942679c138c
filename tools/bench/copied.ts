import { execFile } from 'node:child_process';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';

const run = promisify(execFile);

export async function hasPsql(): Promise<boolean> {
  return run('psql', ['--version']).then(
    () => true,
    () => false,
  );
}

/**
 * Milliseconds that PostgreSQL needs to hand out the same rows to nobody, in the application's role:
 * by psql, and where there is none by pg-copy-streams.
 */
export async function copied(url: string, agencyId: string, byPsql: boolean): Promise<number> {
  const start = performance.now();
  await (byPsql ? psql(url, agencyId) : streams(url, agencyId));
  return performance.now() - start;
}

/** The rows of an export of orders in their order, their own columns as they are. */
function select(agencyId: string): string {
  return `select id, merchant_order_id, status, payment_brand, amount, paid_amount, created_at,
      updated_at, environment, merchant_id, webshop_id
    from orders where agency_id = '${agencyId}' and environment = 'production'
    order by created_at, id`.replaceAll(/\s+/g, ' ');
}

async function psql(url: string, agencyId: string): Promise<void> {
  await run('psql', [
    ...[url, '-qAtX', '-v', 'ON_ERROR_STOP=1', '-o', '/dev/null'],
    ...['-c', `select set_config('app.agency_id', '${agencyId}', false)`],
    ...['-c', `\\copy (${select(agencyId)}) to '/dev/null' with (format csv)`],
  ]);
}

async function streams(url: string, agencyId: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`select set_config('app.agency_id', $1, false)`, [agencyId]);
    const rows = client.query(copyTo(`copy (${select(agencyId)}) to stdout with (format csv)`));
    await pipeline(rows, new Writable({ write: (_chunk, _encoding, done) => done() }));
  } finally {
    await client.end();
  }
}
