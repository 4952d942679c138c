import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Where the rows of the partitioned table go: an agency and a webshop that exist. */
export interface Place {
  readonly agency_id: string;
  readonly merchant_id: string;
  readonly webshop_id: string;
  readonly environment: string;
}

/** One row per commit into the inbox itself: same partitions, same policies, same login. */
export function inboxScript({ agency_id, merchant_id, webshop_id, environment }: Place): string {
  return `insert into notification (agency_id, merchant_id, webshop_id, environment, id, digest,
    expires_at, received_at, key_version, sealed)
  values ('${agency_id}', '${merchant_id}', '${webshop_id}', '${environment}', gen_random_uuid(),
    decode(md5(random()::text) || md5(random()::text), 'hex'), now() + interval '10 minutes', now(), 1,
    decode(repeat('ab', 640), 'hex')) on conflict do nothing;\n`;
}

/** One row per commit into a table of two columns. */
export const plainScript = `insert into bench_plain (body) values (decode(repeat('ab', 640), 'hex'));\n`;

export async function hasPgbench(): Promise<boolean> {
  return run('pgbench', ['--version']).then(
    () => true,
    () => false,
  );
}

/** Commits per second with 32 clients. */
export async function pgbench(order: {
  readonly url: string;
  readonly script: string;
  readonly seconds: number;
  readonly folder: string;
}): Promise<number> {
  const file = join(order.folder, 'pgbench.sql');
  writeFileSync(file, order.script);
  const size = ['-c', '32', '-j', '2', '-T', String(order.seconds)];
  const { stdout } = await run('pgbench', ['-n', '-M', 'prepared', ...size, '-f', file, order.url]);
  const [, tps] = /tps = ([\d.]+)/.exec(stdout) ?? [];
  if (!tps) throw new Error(`pgbench said nothing of tps:\n${stdout}`);
  return Number(tps);
}
