import { Client } from 'pg';
import { expect, it } from 'vitest';
import { pings } from '../services/redis.ts';

it('gives every test process a PostgreSQL 18 on which it is superuser', async () => {
  const client = new Client({ connectionString: process.env['TEST_DATABASE_URL'] });
  await client.connect();
  const { rows } = await client.query(
    `select current_setting('is_superuser') as super, current_setting('server_version_num')::int / 10000 as major`,
  );
  await client.end();
  expect(rows).toEqual([{ super: 'on', major: 18 }]);
});

it('gives every test process a Redis that answers', async () => {
  const { hostname, port } = new URL(process.env['TEST_REDIS_URL']!);
  expect(await pings(hostname, Number(port))).toBe(true);
});
